import Testing
import Text

@Suite("ShellPattern")
struct ShellPatternTests {
    @Test(
        "matches whole names",
        arguments: [
            ("*", "", true), ("*", "anything", true), ("a*", "abc", true), ("a*", "ba", false), ("*c", "abc", true),
            ("a*c*e", "abcde", true), ("a*c*e", "abcdef", false), ("*ab*", "aab", true), ("?", "x", true),
            ("?", "", false),
            ("?", "é", true), ("[ab]x", "bx", true), ("[ab]x", "cx", false), ("[!ab]", "c", true),
            ("[!ab]", "a", false),
            ("[a-c]", "b", true), ("[a-c]", "d", false), ("[c-a]", "b", false), ("[a-]", "-", true), ("[*]", "*", true),
            ("[*]", "x", false), ("[]]", "]", true), ("[", "[", true), ("[a", "[a", true), ("a.b", "axb", false),
            ("A", "a", false), ("", "", true), ("", "x", false),
        ]
    )
    func matching(_ pattern: String, _ name: String, _ expected: Bool) {
        #expect(ShellPattern(pattern).matches(name) == expected)
    }

    @Test(
        "knows what is no plain name",
        arguments: [("a.b-c!", false), ("a*", true), ("?", true), ("[", true), ("]", false)]
    )
    func plainness(_ text: String, _ expected: Bool) {
        #expect(ShellPattern.isPattern(text) == expected)
    }

    @Test(
        "matches the names of streams",
        arguments: [
            ("calls", "calls", true), ("calls", "call", false), ("calls", "callsx", false), ("calls", "*", true),
            ("", "*", true), ("", "?", false), ("calls", "call?", true), ("calls", "call??", false),
            ("calls", "c*s", true), ("calls", "*l*l*", true), ("calls", "*x*", false), ("calls", "Calls", false),
            ("a.b", "a.b", true), ("axb", "a.b", false), ("calls", "", false), ("a*", "a*", true),
        ]
    )
    func names(_ name: String, _ pattern: String, _ expected: Bool) {
        #expect(ShellPattern(pattern).matches(name) == expected)
    }
}
