import Testing

@testable import YAML

@Suite("places of nodes, anchors and documents")
struct ComposerTests {
    @Test(
        "a value has the range it is written at",
        arguments: [
            "k: ①text②\n", "k: ①two words②   # note\n", "k: ①'a'②\n", "k: ①\"é\"②\n", "é😀: ①x②\n", "\"é\": {k: ①x②}\n",
            "k: ①[a, b]②\n", "k: ①{a: b}②\n", "k:\n  ①a: 1\n  b: 2②\n\nl: 1\n", "k:\n  ①- a\n  - b②\n# note\n",
            "k: ①&x !!str a②\n", "k: ①one\n  two②\n", "k: ①|\n  a\n②l: 1\n", "k:①②\n", "k: ①!!str②\n",
        ]
    )
    func ranges(text: String) throws {
        let sample = Marked(text)
        var node = try #require(try load(sample.text).mapping?.entries.first?.value)
        if let inner = node.mapping?["k"] { node = inner }
        #expect(node.range == SourceRange(start: try #require(sample["①"]), end: try #require(sample["②"])))
    }

    @Test("a byte order mark and CR LF do not move anything")
    func lineEnds() throws {
        let root = try load("\u{FEFF}a: 1\r\nb:\r\n  - é: x\r\n")
        #expect(root.range.start == .start)
        let item = try #require(root.mapping?["b"]?.sequence?.first?.mapping?.entries.first)
        #expect(item.key.range.start == Position(line: 3, column: 5))
        #expect(item.value.range.start == Position(line: 3, column: 8))
    }

    @Test(
        "a scalar keeps its style",
        arguments: [
            ("a", ScalarStyle.plain), ("'a'", .singleQuoted), ("\"a\"", .doubleQuoted), ("|\n  a", .literal),
            (">\n  a", .folded), ("1", .plain), ("[a]", nil), ("{a: 1}", nil),
        ]
    )
    func styles(text: String, style: ScalarStyle?) throws {
        #expect(try load("k: \(text)\n").mapping?["k"]?.style == style)
    }

    @Test("a second document is an error where it starts")
    func documents() throws {
        let sample = Marked("---\n②a: 1\n①---\nb: 2\n")
        let error = try #require(failure(sample.text))
        #expect(error.kind == .composer)
        #expect(error.message == "expected a single document, but another one starts here")
        #expect(error.position == sample["①"])
        #expect(error.context?.position == sample["②"])
    }

    @Test("an unknown alias is an error", arguments: ["a: ①*x", "a: ①*x\nb: &x 1", "a: [1, ①*glob]"])
    func unknownAlias(text: String) throws {
        let sample = Marked(text)
        let error = try #require(failure(sample.text))
        #expect(error.kind == .composer)
        #expect(error.position == sample["①"])
        #expect(error.hint?.contains("quotes") == true)
    }

    @Test("an anchor that is defined twice is an error")
    func duplicateAnchor() throws {
        let sample = Marked("a: ②&x 1\nb: ①&x 2\n")
        let error = try #require(failure(sample.text))
        #expect(error.message == "anchor '&x' is defined a second time")
        #expect(error.position == sample["①"])
        #expect(error.context?.position == sample["②"])
    }

    @Test("a fault of form comes before a fault of value that stands above it")
    func order() throws {
        let error = try #require(failure("a: 2020-13-45\nb: [\n"))
        #expect(error.kind == .parser)
    }

    @Test("a document of more nodes than are read is an error at the first that is too many")
    func tooManyNodes() throws {
        let sample = Marked("a: [1, 2]\nb: ①x\n")
        // The mapping, two names, the list and its elements come before.
        #expect(try nodes(of: sample.text, most: 7) == 7)
        let error = #expect(throws: YAMLError.self) { try nodes(of: sample.text, most: 6) }
        #expect(error?.kind == .limit)
        #expect(error?.position == sample["①"])
        #expect(error?.message == "the document has more than 6 keys and values")
    }

    private func nodes(of text: String, most: Int) throws -> Int {
        let file = SourceFile(name: "m.yaml", text: text)
        return try Composer.compose(file: file, patch: SurrogatePatch(file: file), mostNodes: most).nodes.count
    }
}
