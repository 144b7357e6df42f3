import Manifest

/// Where a `CombinedExtractor` cannot stand in a retriever.
enum CombinedExtractorUse {
    /// Decoders that read a body once, as it arrives.
    private static let streaming = ["CsvDecoder", "GzipDecoder", "IterableDecoder", "JsonItemsDecoder", "JsonlDecoder"]

    /// What in a retriever does not go together with its extractor.
    static func faults(in retriever: ManifestMapping) -> [FieldFault] {
        let node = retriever["record_selector"]?.mapping?["extractor"]
        guard let node, node.typeName == CombinedExtractor.typeName else { return [] }
        var faults: [FieldFault] = []
        if let type = retriever["decoder"]?.typeName, streaming.contains(type) {
            faults.append(
                FieldFault(
                    "decoder",
                    "a \(type) reads the body once, and a CombinedExtractor looks at it several times",
                    fix: "use a JsonDecoder, XmlDecoder or ZipfileDecoder, or a single extractor"
                )
            )
        }
        let strategy = retriever["paginator"]?.mapping?["pagination_strategy"]?.typeName
        if strategy == "OffsetIncrement", hasUnion(node) {
            faults.append(
                FieldFault(
                    "paginator",
                    "an OffsetIncrement counts the records of all extractors of a 'union', so that its offset skips records",
                    fix: "use 'mode: first_match', a PageIncrement or a CursorPagination"
                )
            )
        }
        return faults
    }

    /// Whether an extractor, or one inside it, is a union.
    private static func hasUnion(_ node: ManifestNode) -> Bool {
        guard node.typeName == CombinedExtractor.typeName, let mapping = node.mapping else { return false }
        let mode = mapping["mode"]?.string ?? CombineMode.union.rawValue
        return mode == CombineMode.union.rawValue || mapping["extractors"]?.sequence?.contains(where: hasUnion) ?? false
    }
}
