import Config
import Diagnostics
import HTTP
import JSON
import ManifestEngineTesting

@testable import ManifestEngine

/// Manifests with streams made from a template, and sessions over them.
enum DynamicSample {
    static let template = """
        type: DeclarativeStream
        name: placeholder
        retriever:
          type: SimpleRetriever
          requester: {type: HttpRequester, url: "http://api", path: none, request_parameters: {limit: "1"}}
          record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: [items]}}
        """
    static let httpResolver = """
        type: HttpComponentsResolver
        retriever:
          type: SimpleRetriever
          requester: {type: HttpRequester, url: "http://api/tables"}
          record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: [items]}}
        """
    static let configResolver = """
        type: ConfigComponentsResolver
        stream_config: {type: StreamConfig, configs_pointer: [tables]}
        """
    static let nameMapping = mapping("name", "{{ components_values['name'] }}")

    static func mapping(_ path: String, _ value: String, _ rest: String = "") -> String {
        "{type: ComponentMappingDefinition, field_path: [\(path)], value: \"\(value)\"\(rest)}"
    }

    /// A manifest with one entry of `dynamic_streams`.
    static func text(
        check: String = ManifestSample.check,
        template: String = template,
        resolver: String = configResolver,
        mappings: [String] = [nameMapping],
        streams: [String] = [ManifestSample.stream("items")]
    ) -> String {
        ManifestSample.text(
            check: check,
            streams: streams,
            spec: "spec: {type: Spec, connection_specification: {type: object, properties: {}}}",
            """
            dynamic_streams:
              - type: DynamicDeclarativeStream
                name: tables
                stream_template:
            \(indented(template))
                components_resolver:
            \(indented(resolver))
                  components_mapping: [\(mappings.joined(separator: ", "))]
            """
        )
    }

    private static func indented(_ text: String) -> String {
        text.split(separator: "\n").map { "      \($0)" }.joined(separator: "\n")
    }

    static func session(
        _ text: String,
        _ responses: JSONValue = [],
        config: JSONObject = [:],
        transport: (any HTTPTransport)? = nil
    ) throws -> EngineSession {
        try EngineSession(
            manifest: Manifest.loadSoundStreams(Array(text.utf8), name: "m.yaml"),
            config: ConfigInput(config),
            transport: transport ?? StubTransport(responses),
            clock: TestClock("2026-09-10T12:00:00Z"),
            messages: MessageRecorder(),
            secrets: SecretMask(["s3cret"]),
            random: { 0 }
        )
    }

    /// The streams of a manifest.
    static func streams(
        _ text: String,
        _ responses: JSONValue = [],
        config: JSONObject = [:]
    ) async throws -> SourceStreams {
        let session = try session(text, responses, config: config)
        return try await session.streams(in: session.makeRun())
    }
}
