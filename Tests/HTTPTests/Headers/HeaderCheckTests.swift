import Testing

@testable import HTTP

@Suite("HeaderCheck")
struct HeaderCheckTests {
    @Test(
        "a value that cannot be sent is refused by the header's name and what is wrong, and never shown",
        arguments: [
            ("SECRET\n", "ends with a line break"), ("SECRET\r\n", "ends with a line break"),
            ("\nSECRET", "begins with a line break"), ("\r\nSECRET\n", "begins with a line break"),
            ("SECRET\r\nX-Evil: 1", "contains a line break"), ("SEC\u{0}RET", "contains a zero byte"),
            ("SECRET\u{1B}[0m", "contains the control character 27"), ("SECRET\u{7F}", "control character 127"),
            ("\n", "begins with a line break"),
        ]
    )
    func values(value: String, reason: String) throws {
        let fault = try #require(HeaderCheck.fault(in: HTTPHeaderList([("Accept", "*/*"), ("X-Key", value)])))
        #expect(fault.kind == .invalidHeader)
        #expect(fault.message.hasPrefix("the header 'X-Key' cannot be sent: its value "))
        #expect(fault.message.contains(reason))
        #expect(!fault.message.contains("SEC"))
    }

    @Test("what HTTP can carry passes", arguments: ["", " a ", "a\t", "é", "ÿ\u{80}", "Bearer a.b-c_d~e+f/g="])
    func fine(value: String) { #expect(HeaderCheck.fault(in: HTTPHeaderList([("X-Key", value)])) == nil) }

    @Test(
        "letters beyond Latin-1 are named, and nothing else of the value",
        arguments: [("10 €", "'€' (U+20AC)"), ("é 東京", "'東' (U+6771)"), ("Ā", "'Ā' (U+0100)"), ("😀", "'😀' (U+1F600)")]
    )
    func letters(value: String, letter: String) throws {
        let fault = try #require(HeaderCheck.fault(in: HTTPHeaderList([("X-Key", "SECRET " + value)])))
        #expect(fault.kind == .unwritableHeader)
        #expect(
            fault.message.hasPrefix("the header 'X-Key' cannot be sent: its value contains the character \(letter)")
        )
        #expect(!fault.message.contains("SEC"))
    }

    @Test(
        "names",
        arguments: [
            ("X Key", "the header 'X Key' cannot be sent: only letters"), ("", "it has no name"),
            ("X-Key:", "the header 'X-Key:' cannot"), ("X\r\nEvil", "the header 'X??Evil' cannot"), ("Ключ", "cannot"),
        ]
    )
    func names(name: String, says: String) throws {
        let fault = try #require(HeaderCheck.fault(in: HTTPHeaderList([(name, "1")])))
        #expect(fault.message.contains(says))
    }
}
