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
    private static let normalization = Field(
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
    package static let fields = [extractorField, filterField, normalization, transformBeforeFiltering]

    let extractor: any Extractor
    let filter: RecordFilter?
    /// Set in the manifest, or nil for the default, which depends on the cursor.
    let transformsBeforeFiltering: Bool?
    /// Whether values are converted to the types of the schema.
    let normalizesToSchema: Bool

    package init(_ reader: ComponentReader) throws {
        extractor = try reader.component(Self.extractorField, ComponentRegistry.extractors)
        filter = try reader.optionalComponent(Self.filterField, ComponentRegistry.recordFilters)
        normalizesToSchema = reader.optionalString(Self.normalization) == "Default"
        let isSet = reader.has(Self.transformBeforeFiltering)
        transformsBeforeFiltering = isSet ? reader.bool(Self.transformBeforeFiltering) : nil
    }
}
