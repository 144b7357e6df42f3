import HTTP
import JSON
import Testing

@testable import ManifestEngine

struct HttpResponseFilterTests {
    private func resolution(
        _ yaml: String,
        _ outcome: RequestOutcome,
        config: JSONValue = [:]
    ) throws -> ErrorResolution? {
        try HttpResponseFilter(yaml: yaml).resolution(of: ResponseReading(outcome), in: .sample(config: config))
    }

    @Test(
        "a predicate sees the response but not the configuration",
        arguments: [
            ("{{ response['code'] == 7 }}", true), ("{{ 'other' in response }}", false),
            ("{{ headers['X-LEFT'] == '0' }}", true), ("{{ headers.get('x-left') == '0' }}", true),
            ("{{ request_url == 'https://api.example.com/v1/items' }}", true), ("{{ config['key'] == 1 }}", false),
        ]
    )
    func predicate(text: String, matches: Bool) throws {
        let response = RequestOutcome.response(200, #"{"code": 7}"#, headers: [("x-left", "0")])
        let found = try resolution("action: RETRY\npredicate: \"\(text)\"", response, config: ["key": 1])
        #expect((found != nil) == matches)
    }

    @Test("a message sees the response and the configuration")
    func message() throws {
        let yaml = """
            http_codes: [400]
            action: FAIL
            error_message: "{{ config['name'] }}: {{ response['error'] }}"
            """
        let response = RequestOutcome.response(400, #"{"error": "bad"}"#)
        #expect(try resolution(yaml, response, config: ["name": "acme"])?.message == "acme: bad")
    }

    @Test("a message that cannot be evaluated does not undo the decision")
    func brokenMessage() throws {
        let yaml = """
            http_codes: [400]
            action: IGNORE
            error_message: "{{ response['a']['b']['c'] }}"
            """
        let found = try resolution(yaml, .response(400, "{}"))
        #expect(found?.action == .ignore)
        #expect(found?.message == DefaultErrorMapping.resolution(status: 400)?.message)
    }

    @Test("outcomes without a response are never recognised")
    func failure() throws {
        let request = HTTPRequest(method: "GET", url: "https://api.example.com")
        let failure = RequestOutcome.failure(TransportError(.timeout, "slow"), request: request)
        #expect(try resolution("action: IGNORE\npredicate: '{{ True }}'", failure) == nil)
    }

    @Test(
        "an action that nothing carries out is refused",
        arguments: [
            ("RESET_PAGINATION", ["unsupported-value"]), ("REDUCE_PAGE_SIZE", ["unsupported-value"]), ("FAIL", []),
        ]
    )
    func absentActions(action: String, expected: [String]) throws {
        let codes = try HttpResponseFilter.codes(
            yaml: "http_codes: [400]\naction: \(action)",
            as: ComponentRegistry.responseFilters
        )
        #expect(codes == expected)
    }
}
