import JSON
import Jinja
package import Manifest

/// Makes a stream of each record that a retriever finds.
///
/// Manifest type `HttpComponentsResolver`. The records are requested once in a run, before any of the streams is known.
package struct HttpComponentsResolver: Component, ComponentsResolver {
    package static let typeName = "HttpComponentsResolver"
    package static let summary = "Makes a stream of each record that a retriever finds."
    package static let details = """
        The records are requested when the streams are first needed: by `discover`, `read`, and a `check` that reads \
        streams of this kind. Mappings read the record as `components_values`, and its slice as `stream_slice`.
        """
    package static let example = """
        type: HttpComponentsResolver
        retriever:
          type: SimpleRetriever
          requester: {type: HttpRequester, url: https://api.example.com/tables}
          record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: [tables]}}
        components_mapping:
          - type: ComponentMappingDefinition
            field_path: [name]
            value: "{{ components_values['name'] }}"
        """

    private static let retrieverField = Field.required(
        "retriever",
        .component(ComponentRegistry.retrievers, default: "SimpleRetriever", custom: "CustomRetriever"),
        "How the records are fetched."
    )
    private static let mappingField = Field.required(
        "components_mapping",
        .list(.component(ComponentRegistry.componentMappings)),
        "What each record changes in the template, in order."
    )
    package static let fields = [retrieverField, mappingField]

    package let mappings: [ComponentMappingDefinition]
    private let stream: DeclarativeStream

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        ComponentMappingDefinition.conditionFaults(in: mapping, mappingField)
    }

    package init(_ reader: ComponentReader) throws {
        mappings = try reader.components(Self.mappingField, ComponentRegistry.componentMappings)
        let retriever = try reader.component(Self.retrieverField, ComponentRegistry.retrievers)
        stream = DeclarativeStream(named: reader.source.streamName, reading: retriever)
    }

    package var yamlRule: YAMLRule { .never }
    package var asksAPI: Bool { true }

    package func values(in run: SourceRun) async throws -> [ComponentValues] {
        let reading = try await StreamReading.open(stream, run: run)
        return try await reading.allPages().flatMap { slice, records in
            records.map { record in ComponentValues(slice: slice) { .object(RecordObject(record)) } }
        }
    }
}

/// A record as the mappings of a resolver read it: a mapping that also has itself as its attribute `data`.
private final class RecordObject: TemplateObject {
    private let members: DictObject

    init(_ record: Record) { members = DictObject(record.members) }

    var typeName: String { "Record" }
    var mapping: DictObject? { members }
    func attribute(_ name: String) -> Value? { name == "data" ? .dict(members) : nil }
}
