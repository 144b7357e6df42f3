import JSON
import Testing

@testable import ManifestEngineTesting

@Suite("LineComparison")
struct LineComparisonTests {
    private static func record(_ data: String, stream: String = "s") -> String {
        #"{"stream":"\#(stream)","data":\#(data)}"#
    }

    /// Expected records, records that came, and the differences.
    @Test(
        "compares records that are much alike by field; others are missing or extra",
        arguments: [
            ([record("1"), record("2")], [record("2"), record("1")], []),
            ([record("1"), record("1")], [record("1")], [#"records[1]: missing {"stream":"s","data":1}"#]),
            ([], [record("{}")], [#"records: extra {"stream":"s","data":{}}"#]),
            ([record(#"{"id":1}"#)], [record(#"{ "id": 1 }"#)], []),
            ([record(#"{"id":1,"n":1.50}"#)], [record(#"{"id":1,"n":1.5}"#)], ["records[0].n: was 1.50, is 1.5"]),
            (
                [record(#"{"id":1,"n":[1e2]}"#)], [record(#"{"id":1,"n":[100.0]}"#)],
                ["records[0].n[0]: was 1e2, is 100.0"]
            ),
            (
                [record(#"{"id":1,"s":"\u0041"}"#)], [record(#"{"id":1,"s":"A"}"#)],
                [#"records[0].s: was "\u0041", is "A""#]
            ),
            ([record("1.50")], [record("1.5")], ["records[0]: was 1.50, is 1.5"]),
            (
                [record(#"{"id":1}"#), record(#"{"id":2,"o":{"n":"a"}}"#)],
                [record(#"{"id":1}"#), record(#"{"id":2,"o":{"n":"b"}}"#)], [#"records[1].o.n: was "a", is "b""#]
            ),
            // The nearest counts, not the first.
            (
                [record(#"{"id":2,"a":1,"b":1}"#)],
                [record(#"{"id":1,"a":1,"b":2}"#), record(#"{"id":2,"a":1,"b":2}"#)],
                ["records[0].b: was 1, is 2", #"records: extra {"stream":"s","data":{"id":1,"a":1,"b":2}}"#]
            ),
            (
                [record("1", stream: "s")], [record("1", stream: "t")],
                [#"records[0]: missing {"stream":"s","data":1}"#, #"records: extra {"stream":"t","data":1}"#]
            ),
            (["no JSON"], [], [#"records[0]: missing "no JSON""#]),
        ]
    )
    func records(_ was: [String], _ now: [String], _ expected: [String]) {
        #expect(Self.differences(.records, was, now) == expected)
    }

    private static func request(_ query: String, _ body: String) -> String {
        let body = JSONValue.string(body).text
        return #"{"method":"POST","path":"/p","query":"\#(query)","body":\#(body),"headers":{"a":"1"}}"#
    }

    @Test(
        "compares requests to an address by parameters and fields of the body",
        arguments: [
            (request("a=1&b=x", ""), request("a=1&b=y", ""), [#"requests[0].query.b: was "x", is "y""#]),
            (request("", ""), request("a=1", ""), [#"requests[0].query.a: extra "1""#]),
            (
                request("", #"{"f":{"from":"x"}}"#), request("", #"{"f":{"from":"y"}}"#),
                [#"requests[0].body.f.from: was "x", is "y""#]
            ),
            (request("", "a=1"), request("", "a=2"), [#"requests[0].body: was "a=1", is "a=2""#]),
            (request("a=%20", ""), request("a=+", ""), [#"requests[0].query: was "a=%20", is "a=+""#]),
        ]
    )
    func requests(_ was: String, _ now: String, _ expected: [String]) {
        #expect(Self.differences(.requests, [was], [now]) == expected)
    }

    private static func differences(_ comparison: LineComparison, _ was: [String], _ now: [String]) -> [String] {
        comparison.differences(was: was.map(LineComparison.line), now: now.map(LineComparison.line))
            .map(\.description)
    }
}
