import TestSupport
import Testing
import YAML

@Suite("loading a document")
struct YAMLTests {
    @Test("gives the values of the reference", arguments: try RecordedTable.rows("values"))
    func values(_ row: RecordedRow) throws {
        #expect(outline(try load(row.input)) == row.expected)
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
