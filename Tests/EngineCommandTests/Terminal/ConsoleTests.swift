import Testing

@testable import engine

@Suite("Console")
struct ConsoleTests {
    @Test(
        "an API cannot draw on the terminal",
        arguments: [
            ("plain\n\ttext é", "plain\n\ttext é"), ("\u{1B}[31mred\u{7}", "\u{FFFD}[31mred\u{FFFD}"),
            ("a\u{0}b\u{9B}c\r", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"),
        ]
    )
    func plain(text: String, shown: String) {
        #expect(Console.plain(text) == shown)
    }
}
