import JSON
import Testing

@testable import ManifestEngineTesting

@Suite("OutcomeComparison")
struct OutcomeComparisonTests {
    private static func error(_ stream: String, _ kind: String?, _ message: String = "m") -> JSONValue {
        ["stream": .string(stream), "failure_type": kind.map(JSONValue.string) ?? .null, "message": .string(message)]
    }

    /// Expected errors, errors that came, and the differences.
    @Test(
        "compares errors by stream and kind, not by their messages",
        arguments: [
            ([error("s", "config_error", "a")], [error("s", "config_error", "b")], []),
            ([error("s", nil)], [error("s", "system_error")], []),
            ([error("s", nil), error("s", "a")], [error("s", "a"), error("s", "b")], []),
            ([error("s", "a"), error("t", "a")], [error("t", "a"), error("s", "a")], []),
            (
                [error("s", "a")], [error("s", "b", "n")],
                [#"errors[0].failure_type: was "a", is "b""#, #"errors[0].message: was "m", is "n""#]
            ),
            (
                [error("s", "a")], [],
                [#"errors[0]: missing {"stream":"s","failure_type":"a","message":"m"}"#]
            ),
            ([], [error("s", "a")], [#"errors: extra {"stream":"s","failure_type":"a","message":"m"}"#]),
        ]
    )
    func errors(_ was: [JSONValue], _ now: [JSONValue], _ expected: [String]) {
        #expect(Self.differences(["errors": .array(was)], ["errors": .array(now)]) == expected)
    }

    @Test(
        "compares the other parts by path",
        arguments: [
            (#"{"exit":0}"#, #"{"exit":1}"#, ["exit: was 0, is 1"]),
            (#"{"waits":[7,1.5]}"#, #"{"waits":[1.5,7.0000001]}"#, []),
            (
                #"{"waits":[7]}"#, #"{"waits":[5,5]}"#,
                ["waits[0]: missing 7.0", "waits: extra 5.0", "waits: extra 5.0"]
            ),
            (#"{"check":{"status":"FAILED","message":"a"}}"#, #"{"check":{"status":"FAILED","message":"b"}}"#, []),
            (#"{"check":{"status":"FAILED"}}"#, #"{}"#, [#"check.status: missing "FAILED""#]),
            (#"{"statuses":{"s":["A","B"]}}"#, #"{"statuses":{"s":["A"]}}"#, [#"statuses.s[1]: missing "B""#]),
            (
                #"{"catalog":{"streams":[{"name":"s","json_schema":{"type":"object"}}]}}"#,
                #"{"catalog":{"streams":[{"name":"s","json_schema":{"type":"array"}}]}}"#,
                [#"catalog.streams[0].json_schema.type: was "object", is "array""#]
            ),
        ]
    )
    func parts(_ was: String, _ now: String, _ expected: [String]) throws {
        #expect(Self.differences(try JSONValue(parsing: was), try JSONValue(parsing: now)) == expected)
    }

    private static func differences(_ was: JSONValue, _ now: JSONValue) -> [String] {
        OutcomeComparison.differences(was: was, now: now).map(\.description)
    }
}
