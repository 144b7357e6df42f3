import Manifest

/// The field of a decoder that unpacks bodies: what reads them then.
enum InnerDecoder {
    static let field = Field.required(
        "decoder",
        .component(ComponentRegistry.decoders),
        "How the unpacked body is read: a CsvDecoder, GzipDecoder, JsonDecoder, JsonItemsDecoder or JsonlDecoder."
    )

    /// The types that the language takes here.
    private static let types = ["CsvDecoder", "GzipDecoder", "JsonDecoder", "JsonItemsDecoder", "JsonlDecoder"]

    static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        guard let type = mapping[field.name]?.typeName, ComponentRegistry.decoders.typeNames.contains(type),
            !types.contains(type)
        else { return [] }
        return [
            FieldFault(
                field.name,
                "a \(type) cannot read what another decoder unpacked",
                fix: "use one of \(types.joined(separator: ", "))"
            )
        ]
    }
}
