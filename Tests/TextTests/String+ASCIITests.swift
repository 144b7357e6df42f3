import Testing
import Text

@Suite("String.isASCII")
struct StringASCIITests {
    @Test(
        "tells texts that a plain head can hold",
        arguments: [
            ("", true), ("a", true), ("\u{7F}", true), ("\u{80}", false), ("é", false),
            ("é and more than a few letters", false),
            ("more than a few letters and é", false), ("more than a few letters", true),
        ]
    )
    func isASCII(_ text: String, _ expected: Bool) {
        #expect(text.isASCII == expected)
        #expect(String(text.reversed()).isASCII == expected)
    }
}
