import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("RequestedPages")
struct RequestedPagesTests {
    private static func pages(
        _ transport: StubTransport,
        _ stream: DeclarativeStream,
        messages: MessageRecorder = MessageRecorder()
    ) throws -> Pages {
        let source = try StreamSample.run(transport, messages: messages)
        let run = SliceRun(StreamSlice(), streamName: stream.name, source: source)
        let selection = RecordSelection(stream, tracker: nil, context: run.context, scope: run.makeScope())
        return try stream.retriever.pages(of: run, selecting: selection)
    }

    @Test("nothing is requested before the first pull")
    func lazy() async throws {
        let transport = StubTransport([StreamSample.page([["id": 1]])])
        var pages = try Self.pages(transport, StreamSample.stream())
        #expect(transport.seen.isEmpty)
        #expect(try await pages.next()?.records.count == 1)
        #expect(transport.seen.count == 1)
        #expect(try await pages.next().map { _ in true } == nil)
        #expect(try await pages.next().map { _ in true } == nil)
    }

    @Test("a long page comes in parts; the token waits for the last of them", arguments: [1, 1_000, 1_001, 2_500])
    func parts(count: Int) async throws {
        let paginator = StreamSample.paginator.replacing(
            "cursor_value:",
            with: "stop_condition: \"{{ last_page_size != \(count) or last_record.id != \(count - 1) }}\", "
                + "cursor_value:"
        )
        let items = (0..<count).map { JSONValue.object(["id": .integer($0)]) }
        let transport = StubTransport([
            StreamSample.page(.array(items), next: 2), StreamSample.page([["id": "last"]], page: "2", next: 3),
        ])
        var counts: [Int] = []
        for try await page in try Self.pages(transport, StreamSample.stream(retriever: paginator)) {
            counts.append(page.records.count)
        }
        let full = Array(repeating: 1_000, count: (count - 1) / 1_000)
        #expect(counts == full + [count - full.count * 1_000, 1])
    }

    @Test("a record that fails comes after those before it")
    func failure() async throws {
        let transport = StubTransport([StreamSample.page([["id": 1], 2, ["id": 3]])])
        var pages = try Self.pages(transport, StreamSample.stream())
        #expect(try await pages.next()?.records.map(\.value.text) == [#"{"id":1}"#])
        await #expect(throws: (any Error).self) { try await pages.next() }
        #expect(try await pages.next().map { _ in true } == nil)
    }

    @Test("what was requested ahead is given up")
    func stop() async throws {
        let transport = StubTransport([
            StreamSample.page([["id": 1]], next: 2), StreamSample.page([["id": 2]], page: "2", next: 3),
            StreamSample.page([["id": 3]], page: "3"),
        ])
        var pages = try Self.pages(transport, StreamSample.stream(retriever: StreamSample.paginator))
        #expect(try await pages.next()?.records.count == 1)
        await pages.stop()
        #expect(transport.seen.count <= 2)
        #expect(try await pages.next().map { _ in true } == nil)
    }

    @Test("a body in pieces is paged by its records; its templates see an empty response")
    func pieces() async throws {
        let retriever = """
            decoder: {type: CsvDecoder}
              paginator: {type: DefaultPaginator, \
            page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: page}, \
            pagination_strategy: {type: OffsetIncrement, page_size: 2}}
            """
        func page(_ text: JSONValue, page: JSONValue) -> JSONValue {
            ["request": ["path": "/items", "query": ["page": page]], "response": ["text": text]]
        }
        let yaml = """
            name: items
            retriever:
              requester: {url: "http://api/items"}
              record_selector: {extractor: {field_path: []}}
              \(retriever)
            """
        let transport = StubTransport([
            page("id\n1\n2\n", page: .null), page("id\n3\n4\n", page: "2"), page("id\n", page: "4"),
        ])
        var ids: [String] = []
        for try await page in try Self.pages(transport, DeclarativeStream(fields: yaml)) {
            ids += page.records.map { $0.value["id"]?.string ?? "" }
        }
        #expect(ids == ["1", "2", "3", "4"])
        #expect(transport.seen.count == 3)
    }

    @Test("what is odd about a body in pieces is logged once, with its request")
    func oddBody() async throws {
        let yaml = """
            name: items
            retriever:
              requester: {url: "http://api/items"}
              record_selector: {extractor: {field_path: []}}
              decoder: {type: CsvDecoder}
            """
        let transport = StubTransport([
            ["request": ["path": "/items"], "response": ["text": "id\n1\n\"2\n3\n"]]
        ])
        let messages = MessageRecorder()
        var ids: [JSONValue?] = []
        for try await page in try Self.pages(transport, DeclarativeStream(fields: yaml), messages: messages) {
            ids += page.records.map { $0.value["id"] }
        }
        #expect(ids == ["1", "2\n3\n"])
        let warnings = messages.logs.filter { $0.contains("ends inside quotes") }
        #expect(warnings.count == 1)
        #expect(warnings.first?.contains("Stream items: ") == true)
        #expect(warnings.first?.hasSuffix("(GET http://api/items)") == true)
    }
}
