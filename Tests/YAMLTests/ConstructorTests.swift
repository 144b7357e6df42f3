import TestSupport
import Testing
import YAML

@Suite("merge keys, aliases and collections with a tag")
struct ConstructorTests {
    @Test("merge as the reference does", arguments: try RecordedTable.rows("merges"))
    func merges(_ row: RecordedRow) throws {
        guard row.expected != "!ComposerError" else {
            #expect(failure(row.input)?.kind == .composer)
            return
        }
        let node = try load(row.input)
        #expect(outline(node) == row.expected)
        #expect(node.mapping?.duplicates.isEmpty == true)
    }

    @Test("an overridden merged key is the mapping's own, and only a second one is a repetition")
    func overridden() throws {
        let sample = Marked("<<: {a: 1}\n①a: 2\n②a: 3\n")
        let mapping = try #require(try load(sample.text).mapping)
        #expect(mapping.entry("a")?.key.range.start == sample["①"])
        #expect(mapping["a"]?.int == 3)
        #expect(mapping.duplicates.map(\.first.start) == [sample["①"]])
        #expect(mapping.duplicates.map(\.repeated.start) == [sample["②"]])
    }

    @Test(
        "refuse to merge anything else",
        arguments: [
            ("②<<: ①text", "expected a mapping or list of mappings for merging, but found scalar"),
            ("②<<: [{a: 1}, ①[b]]", "expected a mapping for merging, but found sequence"),
            ("- &a [1]\n- ②<<: [①*a]", "expected a mapping for merging, but found sequence"),
        ]
    )
    func notMergeable(text: String, message: String) throws {
        let sample = Marked(text)
        let error = try #require(failure(sample.text))
        #expect(error.message == message)
        #expect(error.position == sample["①"])
        #expect(error.context?.message == "while constructing a mapping")
        #expect(error.context?.position == sample["②"])
    }

    @Test("aliases know where they stand and where they are defined")
    func aliases() throws {
        let sample = Marked("base: ①&b\n  k: [1]②\nuse: ③*b④\n")
        let root = try #require(try load(sample.text).mapping)
        let base = try #require(root["base"])
        let use = try #require(root["use"])
        #expect(base.definedAt == nil)
        #expect(base.range == SourceRange(start: try #require(sample["①"]), end: try #require(sample["②"])))
        #expect(use.range == SourceRange(start: try #require(sample["③"]), end: try #require(sample["④"])))
        #expect(use.definedAt == base.range)
        #expect(use.contentRange == base.range)
        #expect(use.mapping?["k"] === base.mapping?["k"])
    }

    @Test(
        "an alias inside its own node is an error",
        arguments: ["&a [①*a]", "a: &a {b: {c: [1, ①*a]}}", "&a {<<: ①*a, b: 1}", "&a {<<: [①*a]}", "&a {? x : ①*a}"]
    )
    func selfContaining(text: String) throws {
        let sample = Marked(text)
        let error = try #require(failure(sample.text))
        #expect(error.kind == .constructor)
        #expect(error.message == "this alias is inside the node that it refers to")
        #expect(error.position == sample["①"])
    }

    @Test(
        "collections cannot be keys",
        arguments: ["{①[a]: 1}", "{ ①{a: !foo 1}: 1}", "{①!!set {a}: 1}", "? ①- a\n: 1", "x: &x [1]\ny: {①*x : 1}"]
    )
    func unhashable(text: String) throws {
        let sample = Marked(text)
        let error = try #require(failure(sample.text))
        #expect(error.message.hasPrefix("found unhashable key"))
        #expect(error.position == sample["①"])
        #expect(error.hint == "a key must be a string, a number or another scalar")
    }

    @Test("a template without quotes says how to write it")
    func template() throws {
        let sample = Marked("url: ②{①{ config.url }}")
        let error = try #require(failure(sample.text))
        #expect(error.message.hasPrefix("found unhashable key"))
        #expect(error.position == sample["①"])
        #expect(error.context?.position == sample["②"])
        #expect(error.hint == "quote templates: \"{{ x }}\"")
    }

    @Test("tags make sets and lists of pairs", arguments: try RecordedTable.rows("tagged"))
    func tagged(_ row: RecordedRow) throws {
        #expect(outline(try load(row.input)) == row.expected)
    }

    @Test(
        "pairs must be mappings of one entry",
        arguments: [
            ("!!omap [①a]", "expected a mapping of length 1, but found scalar"),
            ("!!pairs [①{a: 1, b: 2}]", "expected a single mapping item, but found 2 items"),
            ("!!pairs [①{}]", "expected a single mapping item, but found 0 items"),
        ]
    )
    func notPairs(text: String, message: String) throws {
        let sample = Marked(text)
        let error = try #require(failure(sample.text))
        #expect(error.message == message)
        #expect(error.position == sample["①"])
    }

    @Test("aliases count as if they were written out")
    func expansion() throws {
        var text = "a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n"
        for level in 1...8 {
            let uses = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(uses)]\n"
        }
        let error = try #require(failure(text))
        #expect(error.kind == .limit)
        #expect(error.position.line == 6)
    }

    @Test("aliases count towards the depth")
    func aliasDepth() throws {
        let text = (1...300).reduce("a0: &a0 [1]\n") { $0 + "a\($1): &a\($1) [*a\($1 - 1)]\n" }
        let error = try #require(failure(text))
        #expect(error.kind == .limit)
        #expect(error.position == Position(line: YAML.maximumDepth, column: 14))
    }
}
