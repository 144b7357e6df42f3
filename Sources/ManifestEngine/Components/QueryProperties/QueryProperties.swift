package import JSON
package import Manifest

/// The properties that requests ask for, in one request or in several.
///
/// Manifest type `QueryProperties`. A request parameter that is such a component gets the names, separated by commas.
/// Templates find them as `stream_slice.extra_fields['query_properties']`.
package struct QueryProperties: Component, PropertyList {
    package static let typeName = "QueryProperties"
    package static let summary = "The properties that requests ask for, in one request or in several."
    package static let details = """
        As a request parameter it becomes the names, separated by commas; templates find the list as \
        `stream_slice.extra_fields['query_properties']`. With `property_chunking` each page is requested once for each \
        group of properties, and the records are put together.
        """
    package static let example = """
        type: QueryProperties
        property_list: [name, email, phone]
        always_include_properties: [id]
        property_chunking:
          type: PropertyChunking
          property_limit_type: property_count
          property_limit: 50
          record_merge_strategy:
            type: GroupByKeyMergeStrategy
            key: id
        """

    private static let listField = Field.required(
        "property_list",
        .either([.list(.string), .component(ComponentRegistry.propertyEndpoints)]),
        "The names, or where they are requested."
    )
    private static let alwaysField = Field(
        "always_include_properties",
        .list(.string),
        "Names that are part of each group."
    )
    private static let chunkingField = Field(
        "property_chunking",
        .component(ComponentRegistry.propertyChunkings),
        "How the names are cut into groups; by default they are one."
    )
    private static let selectorField = Field(
        "property_selector",
        .component(ComponentRegistry.propertySelectors),
        "Which of the names are wanted; all by default."
    )
    package static let fields = [listField, alwaysField, chunkingField, selectorField]

    private let names: [String]
    private let endpoint: PropertiesFromEndpoint?
    private let always: [String]
    private let chunking: PropertyChunking?
    private let selector: JsonSchemaPropertySelector?

    package init(_ reader: ComponentReader) throws {
        names = reader.strings(Self.listField)
        endpoint = try reader.optionalComponent(Self.listField, ComponentRegistry.propertyEndpoints)
        always = reader.strings(Self.alwaysField)
        chunking = try reader.optionalComponent(Self.chunkingField, ComponentRegistry.propertyChunkings)
        selector = try reader.optionalComponent(Self.selectorField, ComponentRegistry.propertySelectors)
    }

    /// All properties of an endpoint, in one group.
    init(_ endpoint: PropertiesFromEndpoint) {
        names = []
        self.endpoint = endpoint
        always = []
        chunking = nil
        selector = nil
    }

    package func groups(of stream: String, in run: SourceRun) async throws -> [[String]] {
        let wanted = try selector?.names(of: stream, in: run)
        let all = try await endpoint?.names(in: run) ?? names
        if let chunking { return chunking.groups(of: all, always: always, wanted: wanted) }
        return [always + all.filter { wanted?.contains($0) ?? true }]
    }

    package func mergeKey(of record: JSONObject) -> String? { chunking?.mergeKey(of: record) }
}
