import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("DeclarativeStream")
struct DeclarativeStreamTests {
    static func yaml(_ lines: String, selector: String = "") -> String {
        """
        name: items
        retriever:
          requester: {url: "http://api/items"}
          record_selector: {extractor: {field_path: []}\(selector)}
        \(lines)
        """
    }

    @Test(
        "gives the key as a list of paths",
        arguments: [
            ("", nil), ("primary_key: id", #"[["id"]]"#), ("primary_key: \"\"", #"[[""]]"#), ("primary_key: []", nil),
            ("primary_key: [a, b]", #"[["a"],["b"]]"#), ("primary_key: [[a], [b]]", #"[["a"],["b"]]"#),
        ] as [(String, String?)]
    )
    func primaryKey(_ line: String, _ expected: String?) throws {
        #expect(try DeclarativeStream(fields: Self.yaml(line)).primaryKey?.text == expected)
    }

    @Test(
        "normalizes when the selector says so and there is a schema",
        arguments: [
            ("", "", false), ("schema_loader: {type: InlineSchemaLoader, schema: {type: object}}", "", false),
            ("", ", schema_normalization: Default", false),
            (
                "schema_loader: {type: InlineSchemaLoader, schema: {type: object}}", ", schema_normalization: Default",
                true
            ),
        ]
    )
    func normalizer(_ line: String, _ selector: String, _ expected: Bool) async throws {
        let stream = try DeclarativeStream(fields: Self.yaml(line, selector: selector))
        let reading = try await StreamReading.open(stream, run: StreamSample.run(StubTransport([])), state: nil)
        #expect(try await reading.normalizer().map { _ in true } ?? false == expected)
    }

    @Test(
        "has the schema of its loader, and those of a list merged",
        arguments: [
            ("", "{}"), ("schema_loader: []", "{}"),
            (
                "schema_loader: {type: InlineSchemaLoader, schema: {type: object, required: [a], properties: {a: {}}}}",
                #"{"type":"object","required":["a"],"properties":{"a":{}}}"#
            ),
            (
                "schema_loader: [{type: InlineSchemaLoader, schema: {type: object, properties: {a: {}}}}]",
                ##"{"$schema":"http://json-schema.org/draft-07/schema#","type":["null","object"],"properties":{"a":{}}}"##
            ),
            (
                """
                schema_loader:
                  - {type: InlineSchemaLoader, schema: {required: [a], properties: {a: {type: string}, b: {}}}}
                  - {type: InlineSchemaLoader, schema: {type: object}}
                  - {type: InlineSchemaLoader, schema: {properties: {a: {type: integer}, c: {}}}}
                """,
                ##"{"$schema":"http://json-schema.org/draft-07/schema#","type":["null","object"],"properties":"##
                    + #"{"a":{"type":"string"},"c":{},"b":{}}}"#
            ),
        ]
    )
    func schema(_ line: String, _ expected: String) async throws {
        let stream = try DeclarativeStream(fields: Self.yaml(line))
        let schema = try await stream.schema(in: StreamSample.run(StubTransport([])))
        #expect(JSONValue.object(schema).text == expected)
    }

    @Test("the requester is named for the stream, whose parents are read with it")
    func names() throws {
        let router = """
            name: items
            retriever:
              requester: {url: "http://api/items"}
              record_selector: {extractor: {field_path: []}}
              partition_router:
                type: SubstreamPartitionRouter
                parent_stream_configs: [{parent_key: id, partition_field: id, stream: \(ParentSample.stream)}]
            """
        let stream = try DeclarativeStream(fields: router)
        #expect(stream.requester?.name == "items")
        #expect(stream.readNames == ["items", "parents"])
        #expect(stream.parents.first?.requester?.name == "parents")
    }

    @Test(
        "transformations come after the filter unless the selector says otherwise",
        arguments: [("", false), (", transform_before_filtering: true", true)]
    )
    func order(_ selector: String, _ expected: Bool) throws {
        #expect(try DeclarativeStream(fields: Self.yaml("", selector: selector)).transformsBeforeFiltering == expected)
    }
}
