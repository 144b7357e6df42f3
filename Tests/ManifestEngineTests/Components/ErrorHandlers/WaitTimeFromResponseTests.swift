import JSON
import ManifestEngine
import Testing

struct WaitTimeFromResponseTests {
    @Test(
        "what the template finds",
        arguments: [
            ("{{ response['wait'] }}", #"{"wait": 7}"#, 7), ("{{ response['wait'] }}", #"{"wait": "7.5"}"#, 7.5),
            ("{{ response['wait'] }}", "{}", nil), ("{{ response['wait'] }}", "not json", nil),
            ("{{ headers['x-wait'] }}", "no", 9), ("{{ response.wait / 1000 }}", #"{"wait": 2500}"#, 2.5),
            ("{{ response.wait / 1000 }}", #"{"wait": "a"}"#, nil), ("{{ -3 }}", "", nil), ("{{ 0 }}", "", nil),
            ("{{ config['c'] }}", "", 3), ("{{ response[0] }}", "[4]", 4), ("soon", "", nil),
        ] as [(String, String, Double?)]
    )
    func found(template: String, body: String, expected: Double?) throws {
        let strategy = try WaitTimeFromResponse(yaml: "wait_time_in_seconds: \"\(template)\"")
        let outcome = RequestOutcome.response(429, body, headers: [("X-Wait", "9")])
        #expect(try strategy.wait(after: outcome, attempt: 1, in: .sample(config: ["c": 3]), now: 0) == expected)
    }

    @Test("a variable that does not exist is an error in the manifest")
    func unknownVariable() throws {
        let codes = try WaitTimeFromResponse.codes(
            yaml: "wait_time_in_seconds: '{{ resposne.wait }}'",
            as: ComponentRegistry.backoffStrategies
        )
        #expect(codes == ["unknown-variable"])
    }
}
