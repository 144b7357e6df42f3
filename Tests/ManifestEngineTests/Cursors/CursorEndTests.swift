import JSON
import Testing

@testable import ManifestEngine

@Suite("End of a sync")
struct CursorEndTests {
    /// With clamping the end is the last unit before the period that the end is in.
    @Test(
        "finds the end of a sync",
        arguments: [
            ("{}", "2024-05-01T00:00:00Z"),
            (#"{"end_datetime":"2024-04-20"}"#, "2024-04-20T00:00:00Z"),
            (#"{"end_datetime":"{{ config['to'] }}"}"#, "2024-04-18T00:00:00Z"),
            (#"{"clamping":{"target":"MONTH"}}"#, "2024-04-30T00:00:00Z"),
            (#"{"end_datetime":"2024-04-20","clamping":{"target":"DAY"}}"#, "2024-04-19T23:59:59Z"),
            (
                #"{"end_datetime":"2024-04-20","clamping":{"target":"MONTH"},"step":"P1M","cursor_granularity":"PT1H"}"#,
                "2024-03-31T23:00:00Z"
            ),
        ]
    )
    func end(_ fields: String, _ expected: String) throws {
        let base: JSONObject = ["end_datetime": ""]
        let config: JSONObject = ["to": "2024-04-18"]
        let rules = try CursorTesting.rules(base.merging(CursorTesting.object(fields)) { $1 }, config: config)
        let end = try rules.end.moment(now: CursorTesting.now(), in: CursorTesting.scope(config: config))
        #expect(end == (try CursorTesting.instant(expected)))
    }
}
