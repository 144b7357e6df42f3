import Testing

@testable import YAML

@Suite("bytes that YAML does not allow")
struct EncodingFaultTests {
    @Test(
        "are errors at their line and column",
        arguments: [
            ([0x00], "the NUL character is not allowed in YAML"),
            ([0x07], "the control character U+0007 is not allowed in YAML"),
            ([0x7F], "the control character U+007F is not allowed in YAML"),
            ([0xC2, 0x80], "the control character U+0080 is not allowed in YAML"),
            ([0xEF, 0xBF, 0xBE], "the control character U+FFFE is not allowed in YAML"),
            ([0xFF], "byte 0xFF is not valid UTF-8"),
            ([0x80], "byte 0x80 is not valid UTF-8"),
            ([0xC0, 0x80], "byte 0xC0 is not valid UTF-8"),
            ([0xE0, 0x80, 0x80], "byte 0xE0 is not valid UTF-8"),
            ([0xED, 0xA0, 0x80], "byte 0xED is not valid UTF-8"),
            ([0xF4, 0x90, 0x80, 0x80], "byte 0xF4 is not valid UTF-8"),
            ([0xC3, 0x28], "byte 0xC3 is not valid UTF-8"),
            ([0xE2, 0x82], "byte 0xE2 is not valid UTF-8"),
        ] as [([UInt8], String)]
    )
    func refused(bytes: [UInt8], message: String) throws {
        let text = Array("a: 1\né: ".utf8) + bytes
        let error = try #require(throws: YAMLError.self) { try YAML.load(text: text, name: "sample.yaml") }
        #expect(error.kind == .encoding)
        #expect(error.message == message)
        #expect(error.position == Position(line: 2, column: 4))
    }

    @Test("are not these", arguments: ["\u{85}", "\u{A0}", "\u{FFFD}", "\u{E000}", "\u{10FFFF}", "\t", "\u{FEFF}x"])
    func allowed(text: String) {
        #expect(EncodingFault.first(in: Array("a: \"x\(text)x\"".utf8)) == nil)
        #expect(failure("a: \"x\(text)x\"") == nil)
    }

    @Test(
        "a text in another encoding is refused at its start, by name",
        arguments: [
            ([0xFF, 0xFE, 0x61, 0x00], "UTF-16"), ([0xFE, 0xFF, 0x00, 0x61], "UTF-16"),
            ([0x61, 0x00, 0x3A, 0x00], "UTF-16"),
            ([0x00, 0x61], "UTF-16"), ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF], "UTF-32"),
            ([0x61, 0, 0, 0], "UTF-32"), ([0, 0, 0, 0x61], "UTF-32"),
        ] as [([UInt8], String)]
    )
    func otherEncoding(bytes: [UInt8], name: String) throws {
        let error = try #require(throws: YAMLError.self) { try YAML.load(text: bytes, name: "sample.yaml") }
        #expect(error.message == "the text is \(name), not UTF-8")
        #expect(error.position == .start)
        #expect(error.hint == "save the file as UTF-8")
    }
}
