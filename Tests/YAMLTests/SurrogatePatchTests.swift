import Testing
import YAML

@Suite("surrogate pairs")
struct SurrogatePatchTests {
    @Test("become the character they stand for, and move no place")
    func pairs() throws {
        let sample = Marked(
            """
            a: ①"\\ud83d\\ude00 \\\\ud83d \\uD83D\\uDE01"②
            b: {c: ③"é\\ud83d\\ude02", d: ④x}
            e: '\\ud83d\\ude00'
            ⑤f: 1
            """
        )
        let root = try #require(try load(sample.text).mapping)
        #expect(root["a"]?.string == "😀 \\ud83d 😁")
        #expect(root["a"]?.range == SourceRange(start: try #require(sample["①"]), end: try #require(sample["②"])))
        #expect(root["b"]?.mapping?["c"]?.string == "é😂")
        #expect(root["b"]?.mapping?["c"]?.range.start == sample["③"])
        #expect(root["b"]?.mapping?["d"]?.range.start == sample["④"])
        #expect(root["e"]?.string == "\\ud83d\\ude00")
        #expect(root.entry("f")?.key.range.start == sample["⑤"])
    }

    @Test(
        "are errors without their other half",
        arguments: [
            "\"\\u①d83d\"", "\"\\u①d83dx\"", "\"\\u①de00\"", "\"\\ud83d\\ude00\\u①d83d\"", "\"\\u①d83d\\ud83d\\ude00\"",
        ]
    )
    func lone(text: String) throws {
        let sample = Marked("é: [\(text)]")
        let error = try #require(failure(sample.text))
        #expect(error.kind == .scanner)
        #expect(error.message == "found invalid Unicode character escape code")
        #expect(error.position == sample["①"])
        #expect(error.hint?.contains("other half") == true)
    }

    @Test("leave later errors where they are")
    func laterError() throws {
        let sample = Marked("a: [\"\\ud83d\\ude00\", ①@]")
        #expect(failure(sample.text)?.position == sample["①"])
    }
}
