import JSON
import TestSupport
import Testing

/// Bodies with what the reference makes of them: accepted or not, and the data of its record lines.
///
/// One difference is meant: where the reference's fast serialiser refuses a record (integers beyond 64 bits, half
/// surrogate pairs, more than 254 levels), its whole line has spaces, ASCII escapes and bare `NaN`. The same values are
/// written here in the usual form, NaN and infinities as `null`. The other is that integers beyond 64 bits keep their
/// digits, where the reference makes them floats. Such rows have `ours`.
@Suite struct JSONDocumentTests {
    @Test(arguments: try RecordedTable.rows("bodies"))
    func readsAndWritesAsTheReference(row: RecordedRow) throws {
        let expected = try row.lines()
        for depth in indexDepths {
            #expect(lines(of: row.body, indexDepth: depth) == expected, "index depth \(depth)")
        }
    }

    @Test(arguments: try RecordedTable.rows("bodies"))
    func readsEveryBeginning(row: RecordedRow) {
        // An object or a list is complete with its last bracket only, so each shorter text must be refused.
        let body = row.body
        let isContainer = body.first.map { [0x7B, 0x5B].contains($0) } ?? false
        let isClosed = body.last.map { [0x7D, 0x5D].contains($0) } ?? false
        for end in 0..<body.count {
            let found = lines(of: Array(body[..<end]), indexDepth: 1)
            if isContainer && isClosed && row.expected != "none" { #expect(found == nil, "first \(end) bytes") }
        }
    }

    @Test(arguments: [(1024, true), (1025, false)])
    func limitsLevels(levels: Int, isAccepted: Bool) {
        let lists = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        let objects = String(repeating: "{\"a\":", count: levels) + "1" + String(repeating: "}", count: levels)
        for text in [lists, objects] {
            let document = try? JSONDocument(text: text)
            #expect((document != nil) == isAccepted)
            if let document { #expect(JSONValue.view(document.root).resolved.text == text) }
        }
    }

    @Test(arguments: [(4300, true), (4301, false)])
    func limitsDigitsWhenPermissive(digits: Int, isAccepted: Bool) {
        let number = String(repeating: "9", count: digits)
        for text in ["[NaN,\(number)]", "[NaN,-\(number)]"] {
            #expect(((try? JSONDocument(text: text)) != nil) == isAccepted)
        }
    }

    @Test(arguments: [
        ("", "the text ends too early", 0),
        ("{\"a\":1", "the text ends too early", 6),
        ("[1,]", "expected a value", 3),
        ("[1 2]", "expected ',' or ']'", 3),
        ("{\"a\" 1}", "expected ':'", 5),
        ("{\"a\":1 \"b\"}", "expected ',' or '}'", 7),
        ("{a:1}", "expected a member's name in quotes", 1),
        ("{} {}", "unexpected text after the value", 3),
        ("[01]", "not a number", 3),
        ("[\"\\x\"]", "unknown escape", 2),
        ("[\"a\u{1}\"]", "control character in a string", 3),
    ])
    func saysWhatIsWrong(text: String, message: String, offset: Int) {
        #expect(throws: JSONError(message, at: offset)) { try JSONDocument(text: text) }
    }

    @Test func readsEveryLengthOfText() throws {
        // Words of eight bytes, copies of 32: every length around them, with and without a rewrite.
        for length in 0..<100 {
            let plain = String(repeating: "x", count: length)
            for (text, expected) in [
                ("{\"k\":\"\(plain)\"}", "{\"k\":\"\(plain)\"}"),
                ("{\"\(plain)\": 1}", "{\"\(plain)\":1}"),
                ("{\"k\":\"\(plain)\\u0041\"}", "{\"k\":\"\(plain)A\"}"),
                ("{\"k\":\"\(plain)é\"}", "{\"k\":\"\(plain)é\"}"),
            ] {
                #expect(lines(of: Array(text.utf8), indexDepth: 1) == [expected])
            }
        }
    }
}
