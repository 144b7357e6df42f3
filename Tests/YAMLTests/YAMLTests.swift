import Testing
import YAML

@Suite("loading a document")
struct YAMLTests {
    @Test(
        "gives the values of the reference",
        arguments: [
            ("a: 1\nb:\n  - x\n  - {c: y}\n", "{\"a\": 1, \"b\": [\"x\", {\"c\": \"y\"}]}"),
            ("", "null"),
            ("# only a comment\n", "null"),
            ("---\n", "null"),
            ("--- text\n...\n", "\"text\""),
            ("a:\nb: ~\n", "{\"a\": null, \"b\": null}"),
            ("a: |\n  one\n   two\n\nb: >-\n  one\n  two\n", "{\"a\": \"one\n two\n\", \"b\": \"one two\"}"),
            ("a: 'it''s'\nb: \"tab\\there\"\n", "{\"a\": \"it's\", \"b\": \"tab\there\"}"),
            ("a: x # note\nb: x#y\n", "{\"a\": \"x\", \"b\": \"x#y\"}"),
            ("a:\tb\n", "{\"a\": \"b\"}"),
            ("a: 1\r\nb: 2\r\n", "{\"a\": 1, \"b\": 2}"),
            ("\u{FEFF}a: 1\n", "{\"a\": 1}"),
            ("1: a\nyes: b\non: c\n~: d\n", "{1: \"c\", null: \"d\"}"),
        ]
    )
    func values(text: String, expected: String) throws {
        #expect(outline(try load(text)) == expected)
    }

    @Test("reads bytes as it reads text")
    func bytes() throws {
        let node = try YAML.load(text: Array("a: é\n".utf8), name: "sample.yaml")
        #expect(outline(node) == "{\"a\": \"é\"}")
        #expect(node.file.name == "sample.yaml")
    }

    @Test("an empty text is a null at the start")
    func empty() throws {
        let node = try load("")
        #expect(node.isNull)
        #expect(node.range == SourceRange(start: .start, end: .start))
    }

    @Test("nests up to the limit and no further")
    func depth() throws {
        let limit = YAML.maximumDepth
        let deepest = String(repeating: "[", count: limit) + String(repeating: "]", count: limit)
        var node = try load(deepest)
        var depth = 1
        while let inner = node.sequence?.first {
            node = inner
            depth += 1
        }
        #expect(depth == limit)
        let error = try #require(failure("[" + deepest + "]"))
        #expect(error.kind == .limit)
        #expect(error.position == Position(line: 1, column: limit + 1))
    }
}
