import Testing

@testable import YAML

@Suite("source files")
struct SourceFileTests {
    @Test(
        "show their lines without line breaks",
        arguments: [
            ("a\nb", ["a", "b"]), ("a\r\nb\r\n", ["a", "b", ""]), ("a\rb", ["a", "b"]), ("", [""]),
            ("a\u{85}b\u{2028}c\u{2029}d", ["a", "b", "c", "d"]), ("\u{FEFF}é\n", ["é", ""]), ("\n\n", ["", "", ""]),
        ]
    )
    func lines(text: String, expected: [String]) {
        let file = SourceFile(name: "sample.yaml", text: text)
        #expect((1...expected.count).map(file.line) == expected)
        #expect(file.line(0) == "")
        #expect(file.line(expected.count + 1) == "")
    }

    @Test("turn places into offsets and back", arguments: ["aé\n😀b\r\nc", "\u{FEFF}é\nb"])
    func offsets(text: String) {
        let file = SourceFile(name: "sample.yaml", text: text)
        for offset in file.contentStart...file.bytes.count {
            let isInside = offset < file.bytes.count && file.bytes[offset].isContinuation
            let position = file.position(ofOffset: offset)
            if !isInside { #expect(file.offset(of: position) == offset) }
        }
        #expect(file.position(ofOffset: 1000) == file.position(ofOffset: file.bytes.count))
        #expect(file.offset(of: Position(line: 99, column: 1)) == file.bytes.count)
    }

    @Test("give the text of a range without a byte order mark")
    func text() {
        let file = SourceFile(name: "sample.yaml", text: "\u{FEFF}é: x\ny")
        let range = SourceRange(start: Position(line: 1, column: 4), end: Position(line: 2, column: 2))
        #expect(file.text(in: range) == "x\ny")
    }
}
