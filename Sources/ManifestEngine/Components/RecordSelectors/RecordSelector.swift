import JSON
package import Manifest

/// Finds the records of a page, filters and changes them.
///
/// Manifest type `RecordSelector`.
package struct RecordSelector: Component {
    package static let typeName = "RecordSelector"
    package static let summary = "Finds the records of a page, filters and changes them."
    package static let example = """
        type: RecordSelector
        extractor:
          type: DpathExtractor
          field_path: [users]
        record_filter:
          type: RecordFilter
          condition: "{{ record['active'] }}"
        """

    private static let extractorField = Field.required(
        "extractor",
        .component(ComponentRegistry.extractors, default: "DpathExtractor", custom: "CustomRecordExtractor"),
        "Where the records are."
    )
    private static let filterField = Field(
        "record_filter",
        .component(ComponentRegistry.recordFilters, default: "RecordFilter"),
        "Which records are kept."
    )
    private static let normalizationField = Field(
        "schema_normalization",
        .either([.word(["None", "Default"]), .component(ComponentRegistry.schemaNormalizations)]),
        default: "None",
        "Whether values are converted to the types of the schema."
    )
    private static let transformBeforeFiltering = Field(
        "transform_before_filtering",
        .boolean,
        "Whether transformations come before the filter."
    )
    package static let fields = [extractorField, filterField, normalizationField, transformBeforeFiltering]

    let extractor: any Extractor
    let filter: (any RecordFiltering)?
    /// Set in the manifest, or nil for the default, which depends on the cursor.
    let transformsBeforeFiltering: Bool?
    /// How values are converted to the types of the schema; nil when they stay as they come.
    let normalization: (any SchemaNormalization)?

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        guard mapping[extractorField.name]?.typeName == ResponseToFileExtractor.typeName else { return [] }
        return [
            FieldFault(
                extractorField.name,
                "a ResponseToFileExtractor reads downloads; it stands in 'download_extractor' of an AsyncRetriever",
                fix: "use a CsvDecoder and a DpathExtractor with an empty 'field_path'"
            )
        ]
    }

    package init(_ reader: ComponentReader) throws {
        extractor = try reader.component(Self.extractorField, ComponentRegistry.extractors)
        filter = try reader.optionalComponent(Self.filterField, ComponentRegistry.recordFilters)
        normalization = try Self.normalization(reader)
        let isSet = reader.has(Self.transformBeforeFiltering)
        transformsBeforeFiltering = isSet ? reader.bool(Self.transformBeforeFiltering) : nil
    }

    /// A selector that keeps all that an extractor finds.
    init(by extractor: any Extractor) {
        self.extractor = extractor
        filter = nil
        transformsBeforeFiltering = nil
        normalization = nil
    }

    private init(_ other: RecordSelector, extractor: any Extractor) {
        self.extractor = extractor
        filter = other.filter
        transformsBeforeFiltering = other.transformsBeforeFiltering
        normalization = other.normalization
    }

    /// The same selector, with another extractor.
    func extracting(by extractor: any Extractor) -> RecordSelector { RecordSelector(self, extractor: extractor) }

    /// A component, or one of the words for what is built in.
    private static func normalization(_ reader: ComponentReader) throws -> (any SchemaNormalization)? {
        switch reader.optionalString(normalizationField) {
        case "Default": DefaultNormalization()
        case nil: try reader.optionalComponent(normalizationField, ComponentRegistry.schemaNormalizations)
        default: nil
        }
    }
}
