import JSON
package import Manifest

/// Tries a configuration by reading the first record of some streams.
///
/// Manifest type `CheckStream`.
package struct CheckStream: Component {
    package static let typeName = "CheckStream"
    package static let summary = "Tries a configuration by reading the first record of some streams."

    private static let namesField = Field("stream_names", .list(.string), default: [], "The streams to try, in order.")
    package static let fields = [namesField]

    package let streamNames: [String]

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        guard mapping[namesField.name]?.sequence?.isEmpty ?? true else { return [] }
        return [FieldFault(code: "missing-field", "CheckStream names no stream", fix: "add 'stream_names'")]
    }

    package init(_ reader: ComponentReader) throws { streamNames = reader.strings(Self.namesField) }
}
