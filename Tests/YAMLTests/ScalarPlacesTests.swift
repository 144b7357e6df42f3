import Testing
import YAML

@Suite("places inside strings")
struct ScalarPlacesTests {
    /// In each sample the value has a `@`, and the mark stands before it in the file.
    @Test(
        "are found in every style",
        arguments: [
            "k: é a①@b", "k: a\n   b\n\n   ①@", "k: &x\n  !!str\n  a①@",
            "k: '①@'", "k: 'é'' a①@'", "k: 'a\n\n\n  b ①@'",
            "k: \"①@\"", "k: \"é\\n\\x41\\u00e9\\U0001F600\\\"①@\"", "k: \"a  \n\n  b\\\n   c①@\"",
            "k: \"\\ud83d\\ude00\\N\\L①@\"", "k: \"a \\  \n ①@\"",
            "k: |\n  a\n    b ①@\n", "k: |\n\n    a\n\n\n    é①@\n  ", "k: |1-\n  a\n  ①@", "k: |\n  {{ a }}①@ # c\n",
            "k: >\n  a\n  b ①@\n", "k: >\n  a\n\n  b\n\n\n  é①@\n", "k: >\n  a\n    more\n\n    x\n  ①@\n",
            "- &x k: |\n    ①@\n",
            "k: !!str | # note\n  a\n  ①@\n",
        ]
    )
    func found(text: String) throws {
        for lineEnd in ["\n", "\r\n"] {
            let sample = Marked(text)
            let root = try load(
                String(sample.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd))
            )
            let node = try #require(root.mapping?["k"] ?? root.sequence?.first?.mapping?["k"])
            let value = try #require(node.string)
            let index = try #require(value.utf8.firstIndex(of: UInt8(ascii: "@")))
            let offset = value.utf8.distance(from: value.startIndex, to: index)
            #expect(node.position(atUTF8Offset: offset) == sample["①"])
        }
    }

    @Test("the end of a string is a place too", arguments: ["k: abc①", "k: 'abc①'", "k: \"abc①\"", "k: abc① # note"])
    func end(text: String) throws {
        let sample = Marked(text)
        let node = try #require(try load(sample.text).mapping?["k"])
        #expect(node.position(atUTF8Offset: 3) == sample["①"])
    }

    @Test(
        "fall back to the start of the node",
        arguments: [("k: ①abc", 4), ("k: ①abc", -1), ("k: ①12", 1), ("k: ①[a, b]", 1), ("k: ①''", 1)]
    )
    func fallback(text: String, offset: Int) throws {
        let sample = Marked(text)
        let node = try #require(try load(sample.text).mapping?["k"])
        #expect(node.position(atUTF8Offset: offset) == sample["①"])
    }

    @Test("lie in the anchored text for an alias")
    func alias() throws {
        let sample = Marked("a: &x \"é①@\"\nk: *x\n")
        let node = try #require(try load(sample.text).mapping?["k"])
        #expect(node.position(atUTF8Offset: 2) == sample["①"])
    }
}
