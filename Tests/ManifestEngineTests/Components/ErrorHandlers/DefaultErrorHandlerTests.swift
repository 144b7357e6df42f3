import Diagnostics
import Testing
import YAML

@testable import ManifestEngine

struct DefaultErrorHandlerTests {
    private func resolution(_ yaml: String, _ outcome: RequestOutcome) throws -> ErrorResolution {
        try DefaultErrorHandler(yaml: yaml).resolve(outcome, in: .sample())
    }

    @Test(
        "the first filter that matches the response decides",
        arguments: [
            (404, "", ResponseAction.ignore), (403, "", .retry), (500, #"{"error":"nothing here"}"#, .ignore),
            (500, #"{"error":"else"}"#, .retry), (200, "{}", .success), (200, #"{"x":"nothing here"}"#, .success),
        ]
    )
    func order(status: Int, body: String, action: ResponseAction) throws {
        let yaml = """
            response_filters:
              - {http_codes: [404], action: IGNORE}
              - {http_codes: [403, 404], action: RETRY}
              - {http_codes: [500]}
              - {error_message_contains: nothing here, action: IGNORE}
            """
        #expect(try resolution(yaml, .response(status, body)).action == action)
    }

    @Test("a redirect without address and body fails, unless a filter decides", arguments: ["SUCCESS", "IGNORE", nil])
    func redirect(action: String?) throws {
        let yaml = action.map { "response_filters: [{http_codes: [302], action: \($0)}]" } ?? "max_retries: 5"
        #expect(try resolution(yaml, .response(302)).action.rawValue == action ?? "FAIL")
    }

    @Test(
        "the failure type of a filter counts with FAIL only",
        arguments: [
            ("FAIL", 404, FailureType.config), ("RETRY", 404, .system), ("RETRY", 503, .transient),
            ("RETRY", 418, .system),
        ]
    )
    func failureType(action: String, status: Int, type: FailureType) throws {
        let yaml = "response_filters: [{http_codes: [\(status)], action: \(action), failure_type: config_error}]"
        #expect(try resolution(yaml, .response(status)).failureType == type)
    }

    @Test("a filter's message and place go with the decision")
    func message() throws {
        let yaml = """
            response_filters:
              - http_codes: [401]
                action: FAIL
                error_message: Check the key.
            """
        let resolution = try resolution(yaml, .response(401))
        #expect(resolution.message == "Check the key.")
        #expect(resolution.decidedBy?.range.start.line == 3)
    }

    @Test("without a message the default one is used, and none for a good status")
    func defaultMessage() throws {
        let yaml = "response_filters: [{http_codes: [200, 404], action: FAIL}]"
        #expect(try resolution(yaml, .response(404)).message == DefaultErrorMapping.resolution(status: 404)?.message)
        #expect(try resolution(yaml, .response(200)).message == nil)
    }

    @Test(
        "how often to retry",
        arguments: [("", 5), ("max_retries: 8", 8), ("max_retries: '3'", 3), ("max_retries: 0", 0)]
    )
    func maxRetries(yaml: String, expected: Int) throws {
        #expect(try DefaultErrorHandler(yaml: yaml).maxRetries(in: .sample()) == expected)
    }

    @Test("a number of retries that is not a number fails")
    func maxRetriesFault() throws {
        let handler = try DefaultErrorHandler(yaml: "max_retries: many")
        #expect(throws: EngineFailure.self) { try handler.maxRetries(in: .sample()) }
    }

    @Test("the first strategy with a wait other than 0 counts")
    func backoff() async throws {
        let handler = try DefaultErrorHandler(
            yaml: """
                backoff_strategies:
                  - {type: WaitTimeFromHeader, header: Retry-After}
                  - {type: ConstantBackoffStrategy, backoff_time_in_seconds: 0}
                  - {type: ConstantBackoffStrategy, backoff_time_in_seconds: 7}
                """
        )
        let limited = RequestOutcome.response(429, headers: [("retry-after", "2")])
        #expect(try await handler.backoff(after: limited, attempt: 1, in: .sample(), now: 0) == 2)
        #expect(try await handler.backoff(after: .response(429), attempt: 1, in: .sample(), now: 0) == 7)
    }
}
