import Testing

@testable import engine

@Suite("TerminalText")
struct TerminalTextTests {
    @Test(
        "a text is cut to its columns",
        arguments: [
            ("calls", 5, "calls"), ("calls", 4, "cal…"), ("calls", 1, "…"), ("calls", 0, ""), ("", 3, ""),
            ("会議の記録", 10, "会議の記録"), ("会議の記録", 9, "会議の記…"), ("会議の記録", 4, "会…"),
            ("a\u{1B}[2Jb\n", 20, "a [2Jb "), ("Müller", 6, "Müller"),
        ]
    )
    func fitted(_ text: String, _ width: Int, _ expected: String) {
        #expect(TerminalText.fitted(text, width) == expected)
        #expect(TerminalText.columns(TerminalText.fitted(text, width)) <= width)
        #expect(TerminalText.columns(TerminalText.padded(text, width)) == max(width, 0))
    }
}
