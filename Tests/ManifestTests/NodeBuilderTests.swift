import Diagnostics
import JSON
import Manifest
import ManifestEngineTesting
import Testing
import YAML

@Suite("NodeBuilder")
struct NodeBuilderTests {
    private func build(_ yaml: String) throws -> (ManifestNode, Diagnostics) {
        var builder = NodeBuilder()
        let node = builder.node(try YAML.load(text: yaml, name: "m.yaml"))
        return (node, builder.diagnostics)
    }

    @Test(
        "keeps kinds and values",
        arguments: [
            ("[null, true, 5, 1.5, text]", #"[null,true,5,1.5,"text"]"#),
            ("[123456789012345678901234567890]", "[123456789012345678901234567890]"),
            ("[2020-01-01, 2020-01-01T00:00:00Z]", #"["2020-01-01","2020-01-01T00:00:00Z"]"#),
            ("{2: a, true: b, null: c, x: d}", #"{"2":"a","true":"b","null":"c","x":"d"}"#),
            ("{a: &x {b: 1}, c: *x}", #"{"a":{"b":1},"c":{"b":1}}"#),
        ]
    )
    func values(_ yaml: String, _ expected: String) throws {
        #expect(try build(yaml).0.json.text == expected)
    }

    @Test("warns of a key that is set twice, at the second one")
    func duplicates() throws {
        let sample = MarkedText("a: 1\nb: 2\n①a: 3\n")
        let (node, diagnostics) = try build(sample.text)
        #expect(node.json.text == #"{"a":3,"b":2}"#)
        let found = try #require(diagnostics.all.first)
        #expect(found.severity == .warning)
        #expect(found.fix == "remove one of them; the first is in line 1")
        #expect(sample.mark(at: found.place?.range.start) == "①")
    }

    @Test("places count from 1, in Unicode scalars")
    func places() throws {
        let sample = MarkedText("a:\n  \"ü😀\": ①value\n")
        let (node, _) = try build(sample.text)
        let inner = node.mapping?["a"]?.mapping?["ü😀"]
        #expect(sample.mark(at: inner?.place?.range.start) == "①")
    }
}
