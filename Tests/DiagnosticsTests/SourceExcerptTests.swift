import Testing
import YAML

@testable import Diagnostics

@Suite("SourceExcerpt")
struct SourceExcerptTests {
    private func excerpt(_ line: String, _ start: Int, _ end: Int) -> SourceExcerpt? {
        let range = SourceRange(start: Position(line: 1, column: start), end: Position(line: 1, column: end))
        return SourceExcerpt(Place(file: SourceFile(name: "m.yaml", text: line + "\n"), range: range))
    }

    @Test(
        "the carets stand below the place",
        arguments: [
            ("a: bc", 4, 6, "   ^^"), ("a: bc", 4, 4, "   ^"), ("a: bc", 4, 99, "   ^^"), ("a: bc", 6, 6, "     ^"),
            ("\ta:\tbc", 5, 7, "\t  \t^^"), ("e\u{301}: bc", 5, 7, "   ^^"), ("é: bc", 4, 6, "   ^^"),
            ("会議: bc", 5, 7, "      ^^"), ("a: 会議", 4, 6, "   ^^^^"), ("a: e\u{301}x", 4, 7, "   ^^"),
        ]
    )
    func carets(_ line: String, _ start: Int, _ end: Int, _ expected: String) throws {
        let found = try #require(excerpt(line, start, end))
        #expect(found.line == line)
        #expect(found.marks == expected)
    }

    @Test("a long line is cut on both sides of the place")
    func longLine() throws {
        let x = String(repeating: "x", count: 1_000_000)
        let found = try #require(excerpt(x + "HERE" + x, 1_000_001, 1_000_005))
        let (before, after) = (SourceExcerpt.before, SourceExcerpt.widest - SourceExcerpt.before - 4)
        #expect(found.line == "…\(x.prefix(before))HERE\(x.prefix(after))…")
        #expect(found.marks == String(repeating: " ", count: before + 1) + "^^^^")
    }

    @Test(
        "a long line shows its start and its end when the place is there",
        arguments: [
            (1, 3, 0, "^^"), (900, 901, 160, "^"), (901, 901, 161, "^"),
            (1, 901, 0, String(repeating: "^", count: 160)),
        ]
    )
    func edges(_ start: Int, _ end: Int, _ indent: Int, _ carets: String) throws {
        let text = String(repeating: "x", count: 160)
        let found = try #require(excerpt(String(repeating: "x", count: 900), start, end))
        #expect(found.line == (start == 1 ? "\(text)…" : "…\(text)"))
        #expect(found.marks == String(repeating: " ", count: indent) + carets)
    }

    @Test("what would steer a terminal is not shown, and an empty line has no excerpt")
    func odd() {
        #expect(excerpt("a\u{1B}[2J b", 1, 2)?.line == "a\u{FFFD}[2J b")
        #expect(excerpt("", 1, 2) == nil)
    }
}
