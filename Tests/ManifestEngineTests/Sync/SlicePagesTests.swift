import HTTP
import JSON
import ManifestEngineTesting
import TestSupport
import Testing

@testable import ManifestEngine

@Suite("SlicePages")
struct SlicePagesTests {
    /// Notes each request before its response.
    private struct NotingTransport: HTTPTransport {
        let stub: StubTransport
        let notes: Notes

        func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
            let query = AddressText(request.url).query
            notes.add(query.isEmpty ? "request" : "request \(query)")
            return try await stub.send(request)
        }
    }

    private static let pages: JSONValue = [
        StreamSample.page([["id": 1], ["id": 2]], next: 2), StreamSample.page([["id": 3]], page: "2", next: 3),
        StreamSample.page([], page: "3"),
    ]

    /// Reads a slice step by step; gives everything that happens and how it ends.
    private func read(
        _ responses: JSONValue,
        readsAhead: Bool = true,
        paginator: String = StreamSample.paginator,
        selector: String = ""
    ) throws -> [String] {
        let executor = StepExecutor()
        let notes = Notes()
        let run = try StreamSample.run(
            NotingTransport(stub: StubTransport(responses), notes: notes),
            isCheck: !readsAhead
        )
        let stream = try StreamSample.stream(retriever: paginator, selector: selector)
        executor.start {
            do {
                let reading = try await StreamReading.open(stream, run: run, state: nil)
                try await reading.withPages(of: StreamSlice(), on: executor) { pages in
                    for try await page in pages {
                        for record in page.records { notes.add("record \(record.value.text)") }
                        await executor.yield()
                        notes.add("end of page")
                    }
                }
                notes.add("complete")
            } catch {
                notes.add("failed")
            }
        }
        executor.runAll()
        return notes.lines
    }

    @Test("the next page is requested before the page before is done with")
    func readsAhead() throws {
        let expected = [
            "request", #"record {"id":1}"#, #"record {"id":2}"#, "request page=2", "end of page", #"record {"id":3}"#,
            "request page=3", "end of page", "end of page", "complete",
        ]
        #expect(try read(Self.pages) == expected)
    }

    private static let oneByOne = [
        "request", #"record {"id":1}"#, #"record {"id":2}"#, "end of page", "request page=2", #"record {"id":3}"#,
        "end of page", "request page=3", "end of page", "complete",
    ]

    @Test("pages come one by one when nothing is to be read ahead")
    func oneByOne() throws {
        #expect(try read(Self.pages, readsAhead: false) == Self.oneByOne)
    }

    @Test("pages come one by one when the next token depends on the records")
    func recordsDecide() throws {
        let paginator = StreamSample.paginator.replacing(
            "cursor_value:",
            with: "stop_condition: \"{{ last_page_size == 0 }}\", cursor_value:"
        )
        #expect(try read(Self.pages, paginator: paginator) == Self.oneByOne)
    }

    @Test("a page that fails leaves the pages before it", arguments: [true, false])
    func failure(readsAhead: Bool) throws {
        let responses: JSONValue = [
            StreamSample.page([["id": 1], ["id": 2]], next: 2), StreamSample.refusal("/items", page: "2"),
        ]
        let lines = try read(responses, readsAhead: readsAhead)
        #expect(
            lines.filter { !$0.hasPrefix("request") } == [
                #"record {"id":1}"#, #"record {"id":2}"#, "end of page", "failed",
            ]
        )
        #expect(lines.count { $0.hasPrefix("request") } == 2)
    }

    @Test("a page whose records fail has nothing asked for after it", arguments: [true, false])
    func failingRecord(readsAhead: Bool) throws {
        let lines = try read([StreamSample.page([["id": 1], 2], next: 2)], readsAhead: readsAhead)
        #expect(lines == ["request", #"record {"id":1}"#, "end of page", "failed"])
    }

    private static let counting = """
        paginator: {type: DefaultPaginator, \
        page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: page}, \
        pagination_strategy: {type: PageIncrement, start_from_page: 1, page_size: 1}}
        """

    @Test("a page that comes again fails the slice; the records before it are kept", arguments: [true, false])
    func pageAgain(readsAhead: Bool) throws {
        let circle: JSONValue = [
            StreamSample.page([["id": 1]], next: "a"), StreamSample.page([["id": 2]], page: "a", next: "b"),
            StreamSample.page([["id": 3]], page: "b", next: "a"),
        ]
        let named = try read(circle, readsAhead: readsAhead)
        #expect(named.filter { $0.hasPrefix("record") } == (1...3).map { #"record {"id":\#($0)}"# })
        #expect(named.last == "failed")
        let ten = JSONValue.array((1...10).map { ["id": .integer($0)] })
        let counted = try read(
            [StreamSample.page(ten), StreamSample.page(ten, page: "2")],
            readsAhead: readsAhead,
            paginator: Self.counting
        )
        #expect(counted.filter { $0.hasPrefix("record") } == (1...10).map { #"record {"id":\#($0)}"# })
        #expect(counted.last == "failed")
    }

    @Test("a token that cannot be created fails the slice after the records of its page")
    func brokenToken() throws {
        let paginator = StreamSample.paginator.replacing(
            "{{ response.next }}",
            with: "{{ response.next.missing.deep }}"
        )
        let lines = try read([StreamSample.page([["id": 1]])], paginator: paginator)
        #expect(lines == ["request", #"record {"id":1}"#, "end of page", "failed"])
    }

    @Test("an error that the manifest skips ends the slice without records")
    func ignored() throws {
        let responses: JSONValue = [StreamSample.refusal("/items")]
        let run = try StreamSample.run(StubTransport(responses))
        let yaml = """
            name: items
            retriever:
              requester:
                url: "http://api/items"
                error_handler:
                  type: DefaultErrorHandler
                  response_filters: [{type: HttpResponseFilter, http_codes: [403], action: IGNORE}]
              record_selector: {extractor: {field_path: [items]}}
              \(StreamSample.paginator)
            """
        let executor = StepExecutor()
        let notes = Notes()
        let stream = try DeclarativeStream(fields: yaml)
        executor.start {
            do {
                try await StreamReading.open(stream, run: run, state: nil).withPages(of: StreamSlice()) { pages in
                    for try await page in pages { notes.add("\(page.records.count) records") }
                }
            } catch {
                notes.add("failed")
            }
        }
        executor.runAll()
        #expect(notes.lines == ["0 records"])
    }

    @Test("records come page by page")
    func pageByPage() async throws {
        let run = try StreamSample.run(StubTransport(Self.pages))
        let stream = try StreamSample.stream(retriever: StreamSample.paginator)
        var pages: [[String]] = []
        for try await page in SlicePages(
            try await StreamReading.open(stream, run: run, state: nil),
            StreamSlice(),
            on: nil
        ) {
            pages.append(page.records.map(\.value.text))
        }
        #expect(pages == [[#"{"id":1}"#, #"{"id":2}"#], [#"{"id":3}"#], []])
    }

    @Test("partition and extra fields are there for templates")
    func slice() async throws {
        let transport = StubTransport([StreamSample.page([["id": 1]])])
        let run = try StreamSample.run(transport)
        let yaml = """
            name: items
            retriever:
              requester:
                url: "http://api/items"
                request_parameters: {p: "{{ stream_partition.id }}", e: "{{ stream_slice.extra_fields['kind'] }}"}
              record_selector: {extractor: {field_path: [items]}}
            """
        let stream = try DeclarativeStream(fields: yaml)
        let slice = StreamSlice(partition: ["id": 7], extraFields: ["kind": "k"])
        for try await _ in SlicePages(try await StreamReading.open(stream, run: run, state: nil), slice, on: nil) {}
        #expect(transport.seen.map { AddressText($0.request.url).query } == ["p=7&e=k"])
    }

    /// Hands out one page for a slice, and the slices that are to be read in place of the rest.
    private final class CutPages: PageReader {
        let remainder: [StreamSlice]
        private var page: Page?

        init(_ slice: StreamSlice, cuts: [String: [String]]) {
            let name = slice.partition["p"]?.string ?? ""
            remainder = (cuts[name] ?? []).map { StreamSlice(partition: ["p": .string($0)]) }
            page = Page([Record(["p": .string(name)])])
        }

        func next() -> Page? { page.take() }
    }

    @Test("slices that come back are read at once, in their order")
    func remainder() async throws {
        let cuts = ["a": ["a1", "a2"], "a1": ["a11", "a12"]]
        var seen: [String] = []
        let stream = try StreamSample.stream()
        let pages = SlicePages(
            try await StreamReading.open(stream, run: StreamSample.run(StubTransport([])), state: nil),
            StreamSlice(partition: ["p": "a"]),
            on: nil,
            readBy: { run, _ in Pages(CutPages(run.slice, cuts: cuts)) }
        )
        for try await page in pages { seen += page.records.map { $0.value["p"]?.string ?? "" } }
        #expect(seen == ["a", "a1", "a11", "a12", "a2"])
    }
}
