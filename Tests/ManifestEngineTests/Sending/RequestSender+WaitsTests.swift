import Diagnostics
import HTTP
import JSON
import ManifestEngine
import ManifestEngineTesting
import Testing

/// Waits beyond reason end the stream; what is within the limit is waited for.
@Suite("Waits beyond reason")
struct RequestSenderWaitsTests {
    private static func outcome(
        _ handler: String,
        _ response: JSONValue,
        options: RunOptions = RunOptions()
    ) async throws -> (waits: [Double], failure: EngineFailure?) {
        let responses: JSONValue = [
            ["times": 1, "response": response], ["response": ["status": 200]],
        ]
        let clock = try TestClock("2024-01-01T00:00:00+0000")
        let context = RunContext(
            config: [:],
            transport: StubTransport(responses),
            clock: clock,
            messages: MessageRecorder(),
            options: options
        )
        let sender = RequestSender(
            streamName: "calls",
            handler: try DefaultErrorHandler(yaml: handler),
            context: context
        )
        do {
            _ = try await sender.send(in: .sample()) { _ in HTTPRequest(method: "GET", url: "https://a.com/x") }
            return (clock.waits, nil)
        } catch let failure as EngineFailure {
            return (clock.waits, failure)
        }
    }

    private static func strategy(_ text: String) -> String { "backoff_strategies: [{type: \(text)}]" }
    private static let retryAfter = strategy("WaitTimeFromHeader, header: Retry-After")
    private static let untilReset = strategy("WaitUntilTimeFromHeader, header: X-Reset")
    private static let fromResponse = strategy(
        "WaitTimeFromResponse, wait_time_in_seconds: \"{{ response.wait }}\""
    )

    @Test(
        "a header that asks for too much ends the stream and is named with its value",
        arguments: [
            (retryAfter, "Retry-After", "99999999999999999999"), (retryAfter, "Retry-After", "1e400"),
            (retryAfter, "Retry-After", "3601"), (retryAfter, "Retry-After", "9223372036854775807"),
            (retryAfter, "Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT"),
            (retryAfter, "Retry-After", "Wed, 03 Jan 2024 00:00:01 GMT"),
            (untilReset, "X-Reset", "99999999999999999999"),
            (untilReset, "X-Reset", "1704153601"), (untilReset, "X-Reset", "1e308"),
        ]
    )
    func header(_ handler: String, _ name: String, _ value: String) async throws {
        let headers = JSONValue.object([name: .string(value)])
        let (waits, failure) = try await Self.outcome(handler, ["status": 429, "headers": headers])
        #expect(waits.isEmpty)
        #expect(failure?.type == .transient)
        #expect(failure?.message.hasPrefix("The header '\(name)' says '\(value)'") == true)
        #expect(failure?.message.contains("--max-wait") == true)
        #expect(failure?.detail?.contains("stream: calls") == true)
    }

    @Test(
        "so does a wait that the manifest asks for",
        arguments: [
            (
                strategy("ConstantBackoffStrategy, backoff_time_in_seconds: 100000000000000000000"),
                "'100000000000000000000'"
            ),
            (strategy("ConstantBackoffStrategy, backoff_time_in_seconds: 1e300"), "ConstantBackoffStrategy"),
            (strategy("ExponentialBackoffStrategy, factor: 1e300"), "ExponentialBackoffStrategy"),
            (strategy("ExponentialBackoffStrategy, factor: 99999999999999999999"), "'99999999999999999999'"),
            (strategy("WaitUntilTimeFromHeader, header: X-Reset, min_wait: 1e18"), "min_wait"),
            (fromResponse, "wait_time_in_seconds"),
        ]
    )
    func manifest(_ handler: String, _ words: String) async throws {
        let response: JSONValue = ["status": 503, "text": "{\"wait\": 99999999999999999999}"]
        let (waits, failure) = try await Self.outcome(handler, response)
        #expect(waits.isEmpty)
        #expect(failure?.type == .transient)
        #expect(failure?.message.contains(words) == true, "\(failure?.message ?? "-")")
    }

    @Test(
        "what is within the limit is waited for",
        arguments: [
            (retryAfter, "Retry-After", "3600", 3601.0), (retryAfter, "Retry-After", "nan", 1),
            (retryAfter, "Retry-After", "-99999999999999999999", 1), (retryAfter, "Retry-After", "inf", 1),
            (retryAfter, "Retry-After", "Mon, 01 Jan 2024 23:59:59 GMT", 86_400),
            (strategy("WaitTimeFromHeader, header: X-Rate-Reset"), "X-Rate-Reset", "80000", 80_001),
            (untilReset, "X-Reset", "1704153600", 86_401), (untilReset, "X-Reset", "-1e300", 1),
            (strategy("ConstantBackoffStrategy, backoff_time_in_seconds: -1e300"), "A", "1", 0),
        ]
    )
    func allowed(_ handler: String, _ name: String, _ value: String, _ wait: Double) async throws {
        let headers = JSONValue.object([name: .string(value)])
        let (waits, failure) = try await Self.outcome(handler, ["status": 429, "headers": headers])
        #expect(failure == nil)
        #expect(waits == [wait])
    }

    @Test("a daily quota that the response names is waited for")
    func dailyQuota() async throws {
        let response: JSONValue = ["status": 429, "headers": ["Retry-After": "40000"], "text": "Daily limit reached."]
        #expect(try await Self.outcome(Self.retryAfter, response).waits == [40_001])
    }

    @Test("a header that the budget names for its reset is waited for as long as a quota")
    func budgetHeader() {
        let origin = WaitOrigin(header: "Retry-After", value: "40000", isReset: false)
        #expect(origin.asTold(by: "", resetHeader: "retry-after").isReset)
        #expect(!origin.asTold(by: "", resetHeader: "ratelimit-reset").isReset)
        #expect(!WaitOrigin("The manifest").asTold(by: "", resetHeader: nil).isReset)
    }

    @Test("the option decides", arguments: [(10.0, false), (10_000, true)])
    func option(_ longest: Double, _ isAllowed: Bool) async throws {
        var options = RunOptions()
        options.longestWait = LongestWait(seconds: longest)
        let response: JSONValue = ["status": 429, "headers": ["Retry-After": "9000"]]
        let (_, failure) = try await Self.outcome(Self.retryAfter, response, options: options)
        #expect((failure == nil) == isAllowed)
    }

    @Test("the largest number of attempts does not trap")
    func mostAttempts() async throws {
        let (waits, failure) = try await Self.outcome("max_retries: 9223372036854775807", ["status": 503])
        #expect(failure == nil)
        #expect(waits == [1])
    }
}
