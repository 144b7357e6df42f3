import Testing

@testable import JSON

@Suite struct JSONKeyTests {
    @Test(arguments: [
        ("abc", "abc", true), ("abc", "abd", false), ("", "", true), ("", "a", false), ("abcdefgh", "abcdefgh", true),
        ("abcdefghi", "abcdefghj", false), ("abcdefghijklmnopq", "abcdefghijklmnopq", true),
        ("A", "\\u0041", true), ("\n", "\\n", true), ("\\n", "\\n", false), ("\\n", "\\\\n", true),
        ("😀", "\\ud83d\\ude00", true),
        ("\u{FFFD}", "\\ud800", false), ("e\u{301}", "é", false), ("a/b", "a\\/b", true),
    ])
    func matchesNamesInText(key: String, name: String, isMatch: Bool) {
        let text = Bytes(name)
        text.pad()
        #expect(JSONKey(key).matches(text.buffer, isEscaped: true) == isMatch)
    }

    @Test func comparesBytes() {
        #expect(JSONKey("a") == JSONKey("a"))
        #expect(JSONKey("\u{E9}") != JSONKey("e\u{301}"))
        #expect(Set([JSONKey("a"), JSONKey("b"), JSONKey("a")]).count == 2)
    }
}
