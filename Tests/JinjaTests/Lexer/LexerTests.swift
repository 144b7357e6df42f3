import Testing

@testable import Jinja

/// Tokens and their places.
@Suite("Lexer")
struct LexerTests {
    private func kinds(_ source: String) throws -> [Token.Kind] {
        try Lexer.tokens(of: SourceText(source)).map(\.kind)
    }

    @Test("cuts a template into tokens")
    func tokens() throws {
        #expect(try kinds("a{{ b.c }}") == [.text, .outputBegin, .name, .dot, .name, .outputEnd, .end])
        #expect(try kinds("{%- if 1.5 -%}") == [.blockBegin, .name, .float, .blockEnd, .end])
        #expect(try kinds("{{ {'a': {}} }}").filter { $0 == .rightBrace }.count == 2)
        #expect(try kinds("{# c #}{% raw %}{{ x }}{% endraw %}") == [.text, .end])
    }

    @Test(
        "reads numbers",
        arguments: [
            ("1_000", "1000", Token.Kind.integer), ("0x1F", "0x1F", .integer), ("1.5e3", "1.5e3", .float),
            ("1e5", "1e5", .float), ("007", "00", .integer), ("1.x", "1", .integer), ("1_", "1", .integer),
        ]
    )
    func numbers(source: String, text: String, kind: Token.Kind) throws {
        let token = try Lexer.tokens(of: SourceText("{{ \(source) }}"))[1]
        #expect(token.text == text)
        #expect(token.kind == kind)
    }

    @Test(
        "an integer may have as many decimal digits as Python reads, and any number of others",
        arguments: [
            (String(repeating: "1", count: 4300), true), (String(repeating: "1", count: 4301), false),
            (String(repeating: "0", count: 4301), false), (String(repeating: "1_", count: 4301) + "1", false),
            (String(repeating: "9", count: 200_000), false), ("0x" + String(repeating: "f", count: 200_000), true),
            ("0." + String(repeating: "1", count: 5000), true),
        ]
    )
    func longNumbers(source: String, isRead: Bool) throws {
        let template = "{{ \(source) }}"
        if isRead {
            #expect(throws: Never.self) { try Template(template) }
            return
        }
        let error = try #require(throws: TemplateError.self) { try Lexer.tokens(of: SourceText(template)) }
        #expect(error.message.hasSuffix(" digits; at most 4300 are allowed"))
    }

    @Test("keeps places of the text as written")
    func places() throws {
        let tokens = try Lexer.tokens(of: SourceText("é\r\n{{ name }}"))
        #expect(tokens[0].text == "é\n")
        #expect(tokens[2].range == 7..<11)
    }

    @Test(
        "reads escapes",
        arguments: [
            (#"a\n\t\\"#, "a\n\t\\"), (#"\x41\u00e9\U0001F600"#, "Aé😀"), (#"\ud83d\ude00"#, "😀"), (#"\101"#, "A"),
            (#"\q"#, #"\q"#), (#"\x4"#, nil), (#"\u00e"#, nil), (#"\N{BULLET}"#, nil), ("\\\nx", "x"),
        ] as [(String, String?)]
    )
    func escapes(source: String, text: String?) { #expect(StringEscapes.decode(source) == text) }
}
