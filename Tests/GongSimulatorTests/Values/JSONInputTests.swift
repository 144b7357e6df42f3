import Testing

@testable import GongSimulator

struct JSONInputTests {
    @Test(arguments: [
        ("null", JSONInput.null), (" true ", .bool(true)), ("-0.5e3", .number("-0.5e3")),
        ("18446744073709551615", .number("18446744073709551615")), (#""a\"\\\u00e9\ud83d\ude80""#, .string("a\"\\é🚀")),
        ("[]", .array([])), ("[1,[2]]", .array([.number("1"), .array([.number("2")])])),
        (#"{"a":{"b":null}}"#, .object(["a": .object(["b": .null])])),
    ])
    func parses(text: String, expected: JSONInput) {
        #expect(JSONInput(Array(text.utf8)) == expected)
    }

    @Test(arguments: [
        "", "{", "[1,]", #"{"a"}"#, #"{"a":1,}"#, "01", "1.", "+1", "-", "nul", "\"a", #""\x""#, #""\ud800""#, "1 2",
        "\"\n\"", String(repeating: "[", count: 100) + String(repeating: "]", count: 100),
    ])
    func refuses(text: String) {
        #expect(JSONInput(Array(text.utf8)) == nil)
    }

    @Test(arguments: [
        (#"{"a":1,"b":[2]}"#, #"{"b":[2],"a":1}"#, true), (#"{"a":1}"#, #"{"a":"1"}"#, false),
        ("[1,2]", "[2,1]", false), ("[]", "{}", false),
    ])
    func digestsByValue(left: String, right: String, isEqual: Bool) {
        #expect((JSONInput(Array(left.utf8))?.digest == JSONInput(Array(right.utf8))?.digest) == isEqual)
    }
}
