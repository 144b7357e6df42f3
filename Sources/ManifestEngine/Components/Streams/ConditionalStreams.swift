package import JSON
package import Manifest

/// Streams that are there for some configurations only.
///
/// Manifest type `ConditionalStreams`. Where the condition does not hold, the streams are in no catalog and cannot be read.
package struct ConditionalStreams: Component, StreamDefinition {
    package static let typeName = "ConditionalStreams"
    package static let summary = "Streams that are there for some configurations only."
    package static let details = "Where the condition does not hold, the streams are in no catalog and cannot be read."
    package static let example = """
        type: ConditionalStreams
        condition: "{{ config['plan'] == 'enterprise' }}"
        streams:
          - type: DeclarativeStream
            name: audit_logs
            retriever:
              type: SimpleRetriever
              requester: {type: HttpRequester, url: https://api.example.com/audit_logs}
              record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: [logs]}}
        """

    private static let conditionField = Field.required(
        "condition",
        .condition(reads: .config),
        "What must hold for the streams to be there."
    )
    private static let streamsField = Field.required(
        "streams",
        .list(.component(ComponentRegistry.streams, default: DeclarativeStream.typeName)),
        "The streams."
    )
    package static let fields = [conditionField, streamsField]

    private let condition: TemplateCondition?
    private let streams: [any StreamDefinition]

    package init(_ reader: ComponentReader) throws {
        condition = try reader.optionalCondition(Self.conditionField)
        streams = try reader.components(Self.streamsField, ComponentRegistry.streams)
    }

    package var candidates: [DeclarativeStream] { streams.flatMap(\.candidates) }

    package func streams(in run: SourceRun, states: JSONObject) async throws -> [DeclarativeStream] {
        guard try condition?.holds(in: run.context.makeScope()) ?? false else { return [] }
        var found: [DeclarativeStream] = []
        for stream in streams { found += try await stream.streams(in: run, states: states) }
        return found
    }
}
