import AirbyteProtocol
import Diagnostics
import HTTP
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

/// What `--log-level debug` shows of a read.
@Suite("debug lines")
struct RequestTraceTests {
    /// Reads a stream over some responses and gives the lines of the level `debug`.
    private func lines(_ responses: [JSONValue], requester: String = "", cursor: String = "") async throws -> [String] {
        let stream = try DeclarativeStream(
            fields: """
                name: items
                retriever:
                  requester: {url: "http://api/items"\(requester)}
                  record_selector: {extractor: {field_path: [items]}, record_filter: {condition: "{{ record.a != 2 }}"}}
                  \(StreamSample.paginator)
                \(cursor)
                """,
            stream: "items"
        )
        let destination = MemoryDestination()
        let clock = try TestClock("2026-09-10T12:00:00Z")
        let mask = SecretMask(["s3cret/1"])
        let output = MessageOutput(to: destination, clock: clock, secrets: mask, lowestLevel: .debug)
        let context = RunContext(
            config: [:],
            transport: StubTransport(.array(responses)),
            clock: clock,
            messages: output,
            secrets: mask
        )
        let run = SourceRun(context: context, streams: [stream])
        let reader = SourceReader(run: run, output: output, progress: ReadProgress(["items"]))
        _ = await reader.read(StreamChoice.Choice(selections: [StreamSelection(stream)]))
        output.flush()
        return try destination.messages().compactMap { message in
            message["log"]?["level"]?.string == "DEBUG" ? message["log"]?["message"]?.string : nil
        }
    }

    private func expect(_ lines: [String], _ wanted: [String]) {
        var rest = lines[...]
        for text in wanted {
            let place = rest.firstIndex { $0.contains(text) }
            #expect(place != nil, "no line with '\(text)' in \(rest.joined(separator: "\n"))")
            rest = rest[(place.map { $0 + 1 } ?? rest.startIndex)...]
        }
        #expect(lines.allSatisfy { !$0.contains("s3cret") })
    }

    @Test("requests, responses, decisions and page tokens, in order")
    func pages() async throws {
        let signed =
            ", authenticator: {type: ApiKeyAuthenticator, api_token: s3cret/1, inject_into: "
            + "{type: RequestOption, inject_into: header, field_name: X-Own}}, request_headers: {X-Other: o}"
        let lines = try await lines(
            [StreamSample.page([["a": 1], ["a": 2]], next: "n2"), StreamSample.page([["a": 3]], page: "n2")],
            requester: signed
        )
        expect(
            lines,
            [
                "reading the slice", "GET http://api/items, attempt 1; headers X-Other: o, X-Own: ****", "HTTP 200, ",
                "the action is SUCCESS, decided by the default rules",
                "a page of 2 records; the token of the next page is \"n2\"", "GET http://api/items?page=n2",
                "there is no further page",
                "the state is now",
            ]
        )
    }

    @Test("filters, backoff and attempts")
    func decisions() async throws {
        let handler =
            ", error_handler: {type: DefaultErrorHandler, backoff_strategies: "
            + "[{type: ConstantBackoffStrategy, backoff_time_in_seconds: 7}], response_filters: "
            + "[{type: HttpResponseFilter, http_codes: [418], action: RETRY}]}"
        let responses: [JSONValue] = [
            ["times": 1, "response": ["status": 418]], ["times": 1, "response": ["fault": "close"]],
            StreamSample.page([["a": 1]]),
        ]
        let lines = try await lines(responses, requester: handler)
        expect(
            lines,
            [
                "attempt 1", "HTTP 418", "the action is RETRY, decided by the response filter at test.yaml:3:",
                "waiting 8.0 s before the next attempt, as a backoff strategy says 7.0 s", "attempt 2",
                "no response after",
                "attempt 3", "HTTP 200",
            ]
        )
    }

    @Test("slices of a cursor")
    func slices() async throws {
        let lines = try await lines([StreamSample.page([["a": 1, "at": "2026-09-01"]])], cursor: StreamSample.cursor)
        expect(lines, [" slices  from {", "reading the slice {"])
    }

    @Test("nothing is made where it is not wanted")
    func off() throws {
        let context = try RunContext.sample()
        #expect(RequestTrace(context, "items", HTTPRequest(method: "GET", url: "http://a"), attempt: 1) == nil)
        context.messages.debug(
            {
                Issue.record("was made"); return ""
            }()
        )
    }
}
