import Diagnostics
import HTTP
import JSON
import ManifestEngineTesting

@testable import ManifestEngine

/// Streams of an API that responds with `{"items": […], "next": …}`, and runs over them.
enum StreamSample {
    /// A paginator that asks for the page that the response names.
    static let paginator = """
        paginator: {type: DefaultPaginator, \
        page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: page}, \
        pagination_strategy: {type: CursorPagination, cursor_value: "{{ response.next }}"}}
        """
    /// A cursor with one slice a day, from 1 to 3 September 2026.
    static let cursor = """
        incremental_sync: {type: DatetimeBasedCursor, cursor_field: at, datetime_format: "%Y-%m-%d", \
        start_datetime: "2026-09-01", end_datetime: "2026-09-03", step: P1D, cursor_granularity: P1D}
        """

    /// - Parameters:
    ///   - path: the segments of `field_path`.
    ///   - retriever: a further line of the retriever.
    ///   - selector: further fields of the record selector, beginning with a comma.
    ///   - rest: a further line of the stream.
    static func stream(
        _ name: String = "items",
        path: String = "items",
        retriever: String = "",
        selector: String = "",
        _ rest: String = ""
    ) throws -> DeclarativeStream {
        let yaml = """
            name: \(name)
            retriever:
              requester: {url: "http://api/\(name)"}
              record_selector: {extractor: {field_path: [\(path)]}\(selector)}
              \(retriever)
            \(rest)
            """
        return try DeclarativeStream(fields: yaml, stream: name)
    }

    /// The response of one page.
    static func page(
        _ items: JSONValue,
        path: String = "/items",
        page: JSONValue = .null,
        next: JSONValue = .null
    ) -> JSONValue {
        [
            "request": ["path": .string(path), "query": ["page": page]],
            "response": ["body": ["items": items, "next": next]],
        ]
    }

    /// A response that fails the stream at once.
    static func refusal(_ path: String, page: JSONValue = .null) -> JSONValue {
        ["request": ["path": .string(path), "query": ["page": page]], "response": ["status": 403]]
    }

    /// A run over an API.
    static func run(
        _ transport: any HTTPTransport,
        messages: any MessageSink = MessageRecorder(),
        workers: Int = 1,
        isCheck: Bool = false,
        clock: TestClock? = nil,
        options: RunOptions = RunOptions(),
        streams: [DeclarativeStream] = []
    ) throws -> SourceRun {
        let context = RunContext(
            config: [:],
            transport: transport,
            clock: try clock ?? TestClock("2026-09-10T12:00:00Z"),
            messages: messages,
            options: options,
            random: { 0 }
        )
        return SourceRun(context: context, workers: workers, isCheck: isCheck, streams: streams)
    }
}

extension DeclarativeStream {
    /// The requester of a stream that is read by a `SimpleRetriever`.
    var requester: HttpRequester? { (retriever as? SimpleRetriever)?.requester as? HttpRequester }
}
