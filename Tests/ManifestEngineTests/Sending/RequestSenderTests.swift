import Diagnostics
import HTTP
import JSON
import ManifestEngine
import ManifestEngineTesting
import Testing

struct RequestSenderTests {
    /// A sender over listed responses, and what can be seen of its work.
    private struct Bench {
        let transport: StubTransport
        let clock: TestClock
        let messages = MessageRecorder()
        let sender: RequestSender

        init(_ responses: [JSONValue], handler: String = "", isRetrying: Bool = true, secrets: [String] = []) throws {
            transport = StubTransport(.array(responses))
            clock = try TestClock("2024-01-01T00:00:00+0000")
            let context = RunContext(
                config: [:],
                transport: transport,
                clock: clock,
                messages: messages,
                secrets: SecretMask(secrets)
            )
            let handler = try DefaultErrorHandler(yaml: handler)
            sender = RequestSender(streamName: "calls", handler: handler, context: context, isRetrying: isRetrying)
        }

        func send(renew: RequestSender.Renewal? = nil) async throws -> SentResponse {
            try await sender.send(in: .sample(), renew: renew) { attempt in
                let headers = HTTPHeaderList([("Attempt", String(attempt))])
                return HTTPRequest(method: "GET", url: "https://a.com/x?key=s%2B1", headers: headers)
            }
        }

        func failure(renew: RequestSender.Renewal? = nil) async throws -> EngineFailure {
            try #require(await #expect(throws: EngineFailure.self) { try await send(renew: renew) })
        }
    }

    private static func response(_ status: Int, times: Int = 1, headers: JSONValue = [:]) -> JSONValue {
        ["times": .integer(times), "response": ["status": .integer(status), "headers": headers]]
    }

    private static let fault: JSONValue = ["times": 1, "response": ["fault": "close"]]

    @Test("retries after failures and lost connections, each attempt built again")
    func retries() async throws {
        let bench = try Bench([Self.response(500), Self.fault, Self.response(200)])
        let sent = try await bench.send()
        #expect(sent.response.status == 200)
        #expect(sent.request.headers["Attempt"] == "3")
        #expect(bench.clock.waits == [1, 2])
        #expect(bench.messages.limitedStreams.isEmpty)
    }

    @Test("shows each response to the observer, before anything is decided about it")
    func observation() async throws {
        let bench = try Bench([Self.response(500), Self.fault, Self.response(200)])
        var seen: [Int] = []
        _ = try await bench.sender.send(in: .sample(), observe: { response, _ in seen.append(response.status) }) { _ in
            HTTPRequest(method: "GET", url: "https://a.com/x", headers: HTTPHeaderList())
        }
        #expect(seen == [500, 200])
    }

    @Test("waits as the header says, a second more, and reports the rate limit")
    func rateLimit() async throws {
        let handler = "backoff_strategies: [{type: WaitTimeFromHeader, header: Retry-After}]"
        let bench = try Bench(
            [Self.response(429, headers: ["Retry-After": "2"]), Self.response(200)],
            handler: handler
        )
        _ = try await bench.send()
        #expect(bench.clock.waits == [3])
        #expect(bench.messages.limitedStreams == ["calls"])
    }

    @Test(
        "gives up when the attempts are used up",
        arguments: [
            (500, FailureType.transient, [1.0, 2, 4, 8, 16]), (429, .transient, [1, 2, 4, 8, 16]),
            (418, .system, [1, 2, 4, 8, 16]),
        ]
    )
    func exhaustion(status: Int, type: FailureType, waits: [Double]) async throws {
        let bench = try Bench([Self.response(status, times: 99)])
        let failure = try await bench.failure()
        #expect(failure.type == type)
        #expect(failure.message.contains("6 attempts"))
        #expect(failure.detail?.contains("attempts: 6") == true)
        #expect(bench.clock.waits == waits)
    }

    /// Waits for requests that a transport fails, with some options.
    private func waits(_ kind: TransportError.Kind, _ options: RunOptions = RunOptions()) async throws -> [Double] {
        let run = TestClock()
        let server = TokenServer(.fault(kind))
        let context = RunContext(
            config: [:],
            transport: server,
            clock: run,
            messages: MessageRecorder(),
            options: options
        )
        let sender = RequestSender(streamName: "calls", handler: DefaultErrorHandler(), context: context)
        await #expect(throws: EngineFailure.self) {
            try await sender.send(in: .sample()) { _ in HTTPRequest(method: "GET", url: "https://a.com") }
        }
        #expect(server.requests.count == run.waits.count + 1)
        return run.waits
    }

    @Test(
        "what a second attempt cannot fix is sent once, a host name that is not known twice",
        arguments: TransportError.Kind.allCases
    )
    func hopeless(kind: TransportError.Kind) async throws {
        let expected: [Double] =
            switch kind {
            case .invalidURL, .invalidScheme, .foreignHost, .invalidHeader, .unwritableHeader, .proxy, .tls,
                .tooFewFiles, .unreadEncoding, .tooLarge:
                []
            case .unknownHost: [1]
            case .connection, .timeout, .truncated, .undecodable, .tooManyRedirects: [1, 2, 4, 8, 16]
            }
        #expect(try await waits(kind) == expected)
    }

    @Test("options bound the attempts: how many without a response, and how long")
    func bounded() async throws {
        var options = RunOptions()
        options.patience = 10
        #expect(try await waits(.connection, options) == [1, 2, 4])
        options.attemptsWithoutResponse = 2
        #expect(try await waits(.connection, options) == [1])
        options.patience = 0.5
        #expect(try await waits(.connection, options) == [])
    }

    @Test("a long address is cut in what is said of an attempt")
    func longAddress() async throws {
        let messages = MessageRecorder()
        let server = TokenServer(.json(500, "{}"), .json(404, "{}"))
        let context = RunContext(config: [:], transport: server, clock: TestClock(), messages: messages)
        let sender = RequestSender(streamName: "calls", handler: DefaultErrorHandler(), context: context)
        let url = "https://a.com/x?q=" + String(repeating: "q", count: 1_000_000)
        let failure = await #expect(throws: EngineFailure.self) {
            try await sender.send(in: .sample()) { _ in HTTPRequest(method: "GET", url: url) }
        }
        let texts = messages.logs + [failure?.message, failure?.detail].compactMap(\.self)
        #expect(texts.count == 4)
        #expect(texts.allSatisfy { $0.utf8.count < 3000 })
    }

    @Test("an attempt that fails says once why, and when the next one is")
    func said() async throws {
        let messages = MessageRecorder()
        let server = TokenServer(.fault(.timeout), .fault(.timeout), .json(200, "{}"))
        let context = RunContext(config: [:], transport: server, clock: TestClock(), messages: messages)
        let sender = RequestSender(streamName: "calls", handler: DefaultErrorHandler(), context: context)
        _ = try await sender.send(in: .sample()) { _ in HTTPRequest(method: "GET", url: "https://a.com/x") }
        let line = "no route to secret-host for cs-secret (stream calls: GET https://a.com/x: no response, attempt"
        #expect(
            messages.logs == [
                "INFO Attempt 1 failed; retrying in 1.0 s: \(line) 1)",
                "INFO Attempt 2 failed; retrying in 2.0 s: \(line) 2)",
            ]
        )
    }

    @Test("one attempt when retrying is off")
    func noRetries() async throws {
        let bench = try Bench([Self.response(500, times: 99)], isRetrying: false)
        _ = try await bench.failure()
        #expect(bench.transport.seen.count == 1)
        #expect(bench.clock.waits.isEmpty)
    }

    @Test("a response that fails names what decided, without secrets")
    func failure() async throws {
        let handler = """
            response_filters:
              - {http_codes: [403], action: FAIL, failure_type: config_error, error_message: Not with s+1.}
            """
        let response: JSONValue = ["response": ["status": 403, "text": "no s+1 here"]]
        let bench = try Bench([response], handler: handler, secrets: ["s+1"])
        let failure = try await bench.failure()
        #expect(failure.type == .config)
        #expect(failure.message == "Not with ****.")
        #expect(
            failure.detail == """
                stream: calls
                request: GET https://a.com/x?key=****
                result: HTTP 403
                attempts: 1
                decided by: sample.yaml:3:5 (HttpResponseFilter, action FAIL)
                response: no **** here
                """
        )
        #expect(bench.messages.logs.allSatisfy { !$0.contains("s+1") && !$0.contains("s%2B1") })
    }

    @Test("actions that are the caller's come back", arguments: ["IGNORE", "RESET_PAGINATION", "REDUCE_PAGE_SIZE"])
    func passedOn(action: String) async throws {
        let bench = try Bench(
            [Self.response(400)],
            handler: "response_filters: [{http_codes: [400], action: \(action)}]"
        )
        #expect(try await bench.send().resolution.action.rawValue == action)
    }

    @Test("a token is renewed once; another refusal is final", arguments: [true, false])
    func renewal(renews: Bool) async throws {
        let handler = "response_filters: [{http_codes: [401], action: REFRESH_TOKEN_THEN_RETRY}]"
        let bench = try Bench([Self.response(401, times: 99)], handler: handler)
        let failure = try await bench.failure { _ in
            if renews { return true }
            throw EngineFailure(.transient, "no token today")
        }
        #expect(failure.type == (renews ? .config : .transient))
        #expect(bench.transport.seen.count == 2)
    }

    @Test("without a token to renew it is retried as any failure")
    func noRenewal() async throws {
        let handler = "response_filters: [{http_codes: [401], action: REFRESH_TOKEN_THEN_RETRY}]"
        let bench = try Bench([Self.response(401), Self.response(200)], handler: handler)
        #expect(try await bench.send().response.status == 200)
        #expect(bench.messages.logs.first?.hasPrefix("WARN") == true)
    }

    @Test("a refusal of the renewal itself is final")
    func refusedRenewal() async throws {
        let handler = "response_filters: [{http_codes: [401], action: REFRESH_TOKEN_THEN_RETRY}]"
        let bench = try Bench([Self.response(401, times: 99)], handler: handler)
        let failure = try await bench.failure { _ in throw EngineFailure(.config, "rejected") }
        #expect(failure.message == "rejected")
        #expect(bench.transport.seen.count == 1)
    }

    @Test("a cancelled task stops")
    func cancelled() async throws {
        let bench = try Bench([Self.response(500, times: 99)])
        let sender = bench.sender
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await sender.send(in: .sample()) { _ in HTTPRequest(method: "GET", url: "https://a.com") }
                .response
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(bench.transport.seen.isEmpty)
    }
}
