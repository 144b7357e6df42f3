package import JSON
package import Jinja
package import Manifest

/// Combines the records that several extractors find in a page.
///
/// Manifest type `CombinedExtractor`.
package struct CombinedExtractor: Component, Extractor {
    package static let typeName = "CombinedExtractor"
    package static let summary = "Combines the records that several extractors find in a page."
    package static let details = """
        `union` takes the records of all extractors in their order, `first_match` those of the first that finds any. With \
        `skip_empty_records`, null, `{}`, `[]` and `""` are left out; they still count for the size of the page. A decoder \
        that reads bodies as they arrive cannot stand before it, and `union` not before an `OffsetIncrement`, whose \
        offset would skip records.
        """
    package static let example = """
        type: CombinedExtractor
        mode: first_match
        extractors:
          - type: DpathExtractor
            field_path: [data, users]
          - type: DpathExtractor
            field_path: [users]
        """

    private static let extractorsField = Field.required(
        "extractors",
        .list(.component(ComponentRegistry.extractors, custom: "CustomRecordExtractor"), atLeast: 1),
        "The extractors, in order."
    )
    private static let modeField = Field(
        "mode",
        .word(CombineMode.allCases.map(\.rawValue)),
        default: .string(CombineMode.union.rawValue),
        "Whether the records of all extractors count, or those of the first that finds any."
    )
    private static let skipsEmptyField = Field(
        "skip_empty_records",
        .boolean,
        default: false,
        "Whether empty records are left out."
    )
    package static let fields = [extractorsField, modeField, skipsEmptyField]

    private let extractors: [any Extractor]
    private let mode: CombineMode
    private let skipsEmpty: Bool

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        let types = mapping[extractorsField.name]?.sequence?.map(\.typeName) ?? []
        guard types.contains(ResponseToFileExtractor.typeName) else { return [] }
        return [FieldFault(extractorsField.name, "a ResponseToFileExtractor reads the body alone, not beside others")]
    }

    package init(_ reader: ComponentReader) throws {
        extractors = try reader.components(Self.extractorsField, ComponentRegistry.extractors)
        mode = reader.optionalString(Self.modeField).flatMap(CombineMode.init) ?? .union
        skipsEmpty = reader.bool(Self.skipsEmptyField)
    }

    package var recordDepth: Int { extractors.map(\.recordDepth).max() ?? 1 }

    package var placeText: String { extractors.map(\.placeText).joined(separator: " and ") }

    package func findsPlace(in page: DecodedPage, _ scope: Scope) -> Bool {
        extractors.contains { $0.findsPlace(in: page, scope) }
    }

    package func extract(from page: DecodedPage, in scope: Scope) async throws -> [JSONValue] {
        try await extraction(from: page, in: scope).records
    }

    package func extraction(from page: DecodedPage, in scope: Scope) async throws -> Extraction {
        var all = Extraction()
        for (index, extractor) in extractors.enumerated() {
            let found = try await extractor.extraction(from: page, in: scope)
            let part = skipsEmpty ? Self.withoutEmpty(found, number: index + 1) : found
            if mode == .union {
                all.add(part)
            } else if !part.records.isEmpty {
                return part
            } else {
                // What was left out counts for the winner alone.
                all.notes += part.notes
            }
        }
        return all
    }

    private static func withoutEmpty(_ found: Extraction, number: Int) -> Extraction {
        var kept = found
        kept.records = found.records.filter(\.isTruthy)
        let dropped = found.records.count - kept.records.count
        kept.droppedCount += dropped
        if dropped > 0 {
            kept.notes.append("\(dropped) empty records of extractor \(number) were left out ('skip_empty_records').")
        }
        return kept
    }
}
