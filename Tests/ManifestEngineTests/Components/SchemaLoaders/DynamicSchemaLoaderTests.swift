import Diagnostics
import JSON
import ManifestEngineTesting
import TestSupport
import Testing

@testable import ManifestEngine

@Suite("DynamicSchemaLoader")
struct DynamicSchemaLoaderTests {
    private static let retriever = """
        retriever:
          type: SimpleRetriever
          requester: {type: HttpRequester, url: "http://api/fields"}
          record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: [items]}}
          paginator: {type: DefaultPaginator, page_token_option: {type: RequestOption, inject_into: request_parameter, \
        field_name: page}, pagination_strategy: {type: CursorPagination, cursor_value: "{{ response.next }}"}}
        """
    private static let identifier = "schema_type_identifier: {key_pointer: [name], schema_pointer: [fields]}"

    @Test("makes a schema of what a record describes", arguments: try RecordedTable.rows("fields"))
    func fields(_ row: RecordedRow) async throws {
        let text = "{retriever: {requester: {url: \"http://h\"}, record_selector: {extractor: {field_path: []}}}, "
        let loader = try DynamicSchemaLoader(fields: text + row.argument.dropFirst())
        let context = RunContext(
            config: ["c": "-", "d": "data", "on": true],
            transport: StubTransport([]),
            clock: TestClock(),
            messages: MessageRecorder()
        )
        let record = try JSONDocument(text: row.input, indexDepth: 1).root.value.object
        guard !row.expected.hasPrefix("!") else {
            await #expect(throws: (any Error).self) { try await loader.properties(describedBy: record, context) }
            return
        }
        let found = try await loader.properties(describedBy: record, context)
        #expect(JSONValue.object(found).text == row.expected)
    }

    @Test("requests the description once in a run, and no page after its first record")
    func once() async throws {
        let transport = StubTransport([
            StreamSample.page([["fields": [["name": "a"]]]], path: "/fields", next: "p2")
        ])
        let loader = "schema_loader:\n  type: DynamicSchemaLoader\n\(Self.retriever)\n\(Self.identifier)"
            .split(separator: "\n").enumerated().map { $0.offset > 1 ? "  \($0.element)" : String($0.element) }
        let stream = try StreamSample.stream("items", loader.joined(separator: "\n"))
        let run = try StreamSample.run(transport)
        for _ in 0..<2 {
            let reading = try await StreamReading.open(stream, run: run)
            #expect(try await reading.schema()["properties"]?["a"] == ["type": ["null", "string"]])
        }
        #expect(transport.seen.map(\.request.url) == ["http://api/fields"])
    }

    @Test("a failure names the stream")
    func failure() async throws {
        let loader = try DynamicSchemaLoader(fields: "\(Self.retriever)\n\(Self.identifier)")
        let run = try StreamSample.run(StubTransport([StreamSample.refusal("/fields")]))
        let failure = await #expect(throws: EngineFailure.self) { try await loader.schema(of: "calls", in: run) }
        #expect(failure?.message.hasPrefix("The schema of the stream 'calls' cannot be loaded: ") == true)
        #expect(failure?.type == .config)
    }

    @Test("refuses jobs with partitions")
    func partitions() throws {
        let yaml = """
            retriever: {type: AsyncRetriever, partition_router: {type: ListPartitionRouter, values: [a], cursor_field: b}}
            \(Self.identifier)
            """
        #expect(try DynamicSchemaLoader.diagnostics(yaml: yaml).contains { $0.message.contains("has no partitions") })
    }
}
