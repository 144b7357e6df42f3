import Diagnostics
import Testing

@Suite("LetterWidth")
struct LetterWidthTests {
    @Test(
        "a letter takes the columns that a terminal gives it",
        arguments: [("a" as Character, 1), ("é", 1), ("e\u{301}", 1), ("会", 2), ("😀", 2), ("\u{301}", 1), ("ß", 1)]
    )
    func columns(_ letter: Character, _ expected: Int) { #expect(LetterWidth.columns(letter) == expected) }

    @Test("an accent of its own takes none")
    func accent() { #expect(LetterWidth.columns("\u{301}" as Unicode.Scalar) == 0) }
}
