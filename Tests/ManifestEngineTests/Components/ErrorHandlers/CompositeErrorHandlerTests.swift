import ManifestEngine
import Testing

struct CompositeErrorHandlerTests {
    @Test(
        "FAIL, RATE_LIMITED and REFRESH_TOKEN_THEN_RETRY do not have the last word",
        arguments: [
            ("FAIL, http_codes: [500]", "RETRY, http_codes: [1]", 500, ResponseAction.retry),
            ("RATE_LIMITED, http_codes: [403]", "IGNORE, http_codes: [403]", 403, .ignore),
            ("RATE_LIMITED, http_codes: [403]", "IGNORE, http_codes: [1]", 403, .fail),
            ("REFRESH_TOKEN_THEN_RETRY, http_codes: [401]", "IGNORE, http_codes: [1]", 401, .fail),
            ("IGNORE, http_codes: [404]", "FAIL, http_codes: [404]", 404, .ignore),
            ("IGNORE, http_codes: [1]", "FAIL, http_codes: [200]", 200, .success),
        ]
    )
    func lastWord(first: String, second: String, status: Int, action: ResponseAction) async throws {
        let handler = try CompositeErrorHandler(
            yaml: """
                error_handlers:
                  - response_filters: [{action: \(first)}]
                  - response_filters: [{action: \(second)}]
                """
        )
        #expect(try await handler.resolve(.response(status), in: .sample()).action == action)
    }

    @Test("retries are the first handler's, strategies are everyone's")
    func parts() async throws {
        let handler = try CompositeErrorHandler(
            yaml: """
                error_handlers:
                  - max_retries: 2
                  - max_retries: 9
                    backoff_strategies: [{type: ConstantBackoffStrategy, backoff_time_in_seconds: 4}]
                """
        )
        #expect(try handler.maxRetries(in: .sample()) == 2)
        #expect(try await handler.backoff(after: .response(500), attempt: 1, in: .sample(), now: 0) == 4)
    }

    @Test("needs a handler")
    func empty() throws {
        let codes = try CompositeErrorHandler.codes(yaml: "error_handlers: []", as: ComponentRegistry.errorHandlers)
        #expect(codes == ["invalid-value"])
    }
}
