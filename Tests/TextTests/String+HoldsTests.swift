import Testing
import Text

@Suite("String.holds")
struct StringHoldsTests {
    @Test(
        "finds a text at the start, in the middle and at the end",
        arguments: [
            ("{{ a }}", "{{", true), ("a {{", "{{", true), ("{ {", "{{", false), ("{{{", "{{", true),
            ("{", "{{", false),
            ("", "{{", false), ("\u{301}{{\u{301}", "{{", true), ("ünü", "ü", true),
        ]
    )
    func holds(_ text: String, _ part: String, _ expected: Bool) {
        #expect(text.holds(part) == expected)
    }
}
