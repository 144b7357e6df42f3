import Diagnostics
import JSON
import Manifest
import ManifestEngineTesting
import Testing
import YAML

@Suite("ReferenceResolver")
struct ReferenceResolverTests {
    private func resolve(_ yaml: String) throws -> (ManifestNode, Diagnostics) {
        var builder = NodeBuilder()
        let node = builder.node(try YAML.load(text: yaml, name: "m.yaml"))
        return ReferenceResolver.resolve(node, keeping: ["config_overrides"])
    }

    @Test(
        "replaces references by what they point to",
        arguments: [
            (#"{a: {x: 1}, b: {$ref: '#/a'}}"#, #"{"a":{"x":1},"b":{"x":1}}"#),
            (#"{a: {x: 1, y: 2}, b: {$ref: '#/a', y: 3, z: 4}}"#, #"{"a":{"x":1,"y":2},"b":{"x":1,"y":3,"z":4}}"#),
            (#"{a: {x: {p: 1, q: 2}}, b: {$ref: '#/a', x: {p: 3}}}"#, #"{"a":{"x":{"p":1,"q":2}},"b":{"x":{"p":3}}}"#),
            (#"{a: [1], b: {$ref: '#/a', y: 3}}"#, #"{"a":[1],"b":[1]}"#),
            (#"{a: null, b: {$ref: '#/a', c: 1}}"#, #"{"a":null,"b":null}"#),
            (#"{a: 5, b: '#/a', c: ['#/a', 6]}"#, #"{"a":5,"b":5,"c":[5,6]}"#),
            (#"{a: {$ref: plain, y: 1}}"#, #"{"a":"plain"}"#),
            (#"{a: {$ref: {x: 1}, y: 1}}"#, #"{"a":{"x":1,"y":1}}"#),
            (#"{"a/b": 7, a: {b: 8}, c: '#/a/b'}"#, #"{"a/b":7,"a":{"b":8},"c":7}"#),
            (#"{a: {"b/c": 1}, d: '#/a/b/c'}"#, #"{"a":{"b/c":1},"d":1}"#),
            (#"{a: {404: 1}, c: '#/a/404'}"#, #"{"a":{"404":1},"c":1}"#),
            (#"{a: {404: {x: 1}}, c: '#/a/404/x'}"#, #"{"a":{"404":{"x":1}},"c":1}"#),
            (#"{a: [1, 2], c: '#/a/1', d: '#/a/-1'}"#, #"{"a":[1,2],"c":2,"d":2}"#),
            (#"{a: [{x: 1}], c: '#/a/0/x'}"#, #"{"a":[{"x":1}],"c":1}"#),
            (#"{a: 1, c: '#/a/'}"#, #"{"a":1,"c":1}"#),
            (#"{a: {b: 1}, c: ['#/a', '#/a']}"#, #"{"a":{"b":1},"c":[{"b":1},{"b":1}]}"#),
            (#"{s: {config_overrides: {x: '#/a'}}, a: 1}"#, ##"{"s":{"config_overrides":{"x":"#/a"}},"a":1}"##),
            (#"{d: {a: '#/d/b', b: '#/d/c', c: 3}}"#, #"{"d":{"a":3,"b":3,"c":3}}"#),
            (#"{a: '#b'}"#, ##"{"a":"#b"}"##),
            (#"{"p~1q": 2, c: '#/p~1q'}"#, #"{"p~1q":2,"c":2}"#),
        ]
    )
    func resolve(_ yaml: String, _ expected: String) throws {
        let (node, diagnostics) = try resolve(yaml)
        #expect(node.json.text == expected)
        #expect(diagnostics.all.isEmpty)
    }

    @Test(
        "reports where a reference points to nothing, and what may have been meant",
        arguments: [
            ("{a: ", ##"①"#/x/y"}"##, "undefined-reference", "there is no 'x' in the manifest"),
            ("{def: {alpha: 1}, c: ", ##"①"#/def/alpah"}"##, "undefined-reference", "did you mean '#/def/alpha'?"),
            ("{def: {alpha: 1}, c: ", ##"①"#/def/z"}"##, "undefined-reference", "defined there: alpha"),
            (##"{a: {$ref: "#/b"}, b: {k: 1}, "##, ##"c: ①"#/a/k"}"##, "undefined-reference", "defined there: $ref"),
            ("{a: {b: 1}, ", ##"c: ①"#/a//b"}"##, "undefined-reference", "did you mean '#/a/b'?"),
            ("{a: text, ", ##"b: ①"#/a/x"}"##, "undefined-reference", "there is no 'a' in the manifest"),
            ("{a: [5], ", ##"b: ①"#/a/7"}"##, "undefined-reference", "there is no 'a' in the manifest"),
            ("{a: ", ##"①"#/"}"##, "circular-reference", "break the cycle: #/"),
            ("{a: ", ##"①"#/a"}"##, "circular-reference", "break the cycle: #/a -> #/a"),
            ("{a: {b: {$ref: ", ##"①"#/a"}}}"##, "circular-reference", "break the cycle: #/a -> #/a"),
        ]
    )
    func faults(_ before: String, _ after: String, _ code: String, _ fix: String) throws {
        let sample = MarkedText(before + after)
        let found = try #require(try resolve(sample.text).1.all.first)
        #expect(found.code == code)
        #expect(found.fix == fix)
        #expect(sample.mark(at: found.place?.range.start) == "①")
    }

    @Test("a node that came through a reference keeps the place of its definition")
    func places() throws {
        let sample = MarkedText("a: {k: ①5}\nb: {$ref: \"#/a\", n: ②6}")
        let (node, _) = try resolve(sample.text)
        let merged = try #require(node.mapping?["b"]?.mapping)
        #expect(sample.mark(at: merged["k"]?.place?.range.start) == "①")
        #expect(sample.mark(at: merged["n"]?.place?.range.start) == "②")
    }
}
