import JSON
import Testing

@testable import ManifestEngineTesting

@Suite("JSONDifference")
struct JSONDifferenceTests {
    /// Two values, and their differences when the meaning counts.
    @Test(
        "names the deepest place that differs",
        arguments: [
            ("{}", "{}", []),
            (#"{"a":1,"b":2}"#, #"{"b":2,"a":1.0}"#, []),
            (#"{"a":{"b":"x"}}"#, #"{"a":{"b":"y"}}"#, [#"v.a.b: was "x", is "y""#]),
            (#"{"a":1}"#, #"{"a":"1"}"#, [#"v.a: was 1, is "1""#]),
            (#"{"a":null}"#, "{}", ["v.a: missing null"]),
            ("{}", #"{"a":{"b":[]}}"#, [#"v.a: extra {"b":[]}"#]),
            (#"{"a":{}}"#, #"{"a":[]}"#, ["v.a: was {}, is []"]),
            (
                #"{"a b":1,"":2,"c.d":3}"#, "{}",
                [#"v["a b"]: missing 1"#, #"v[""]: missing 2"#, #"v["c.d"]: missing 3"#]
            ),
            ("[1,2]", "[1,3]", ["v[1]: was 2, is 3"]),
            ("[1,2,3]", "[1,3]", ["v[1]: missing 2"]),
            ("[1,3]", "[0,1,3]", ["v[0]: extra 0"]),
            ("[1,1]", "[1,1,1]", ["v[2]: extra 1"]),
            ("[1,2,3]", "[4]", ["v[0]: was 1, is 4", "v[1]: missing 2", "v[2]: missing 3"]),
        ]
    )
    func meaning(_ was: String, _ now: String, _ expected: [String]) throws {
        #expect(try Self.differences(.meaning, was, now) == expected)
    }

    @Test(
        "names order and digits where the text counts",
        arguments: [
            (#"{"a":1,"b":2}"#, #"{"a":1,"b":2}"#, []),
            (#"{"a":1}"#, #"{"a":1.0}"#, ["v.a: was 1, is 1.0"]),
            (#"{"a":1,"b":2}"#, #"{"b":2,"a":1}"#, ["v: the order of members was a, b, is b, a"]),
            (#"{"a":1,"b":2}"#, #"{"b":3,"a":1}"#, ["v.b: was 2, is 3", "v: the order of members was a, b, is b, a"]),
            (#"{"a":1,"b":2,"c":3}"#, #"{"a":1,"c":3}"#, ["v.b: missing 2"]),
            ("[\"\u{E9}\"]", "[\"e\u{301}\"]", [#"v[0]: was "\u{00E9}", is "e\u{0301}""#]),
        ]
    )
    func text(_ was: String, _ now: String, _ expected: [String]) throws {
        #expect(try Self.differences(.text, was, now) == expected)
    }

    @Test("shows of long values what is around their first difference")
    func excerpts() {
        let same = String(repeating: "s", count: 300)
        let (was, now) = Excerpt.pair(same + "a", same + "b" + same)
        #expect(was == "…" + same.prefix(40) + "a")
        #expect(now == "…" + same.prefix(40) + "b" + same.prefix(119) + "… (181 more characters)")
        #expect(Excerpt.of(same) == same.prefix(160) + "… (140 more characters)")
    }

    private static func differences(_ comparison: JSONComparison, _ was: String, _ now: String) throws -> [String] {
        comparison.differences("v", was: try JSONValue(parsing: was), now: try JSONValue(parsing: now))
            .map(\.description)
    }
}
