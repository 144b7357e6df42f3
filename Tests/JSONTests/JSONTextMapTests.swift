import JSON
import Testing

@Suite("JSONTextMap")
struct JSONTextMapTests {
    @Test(
        "finds the deepest value on the way",
        arguments: [
            (["a"], "{\"b\" : [1, \"x\"]}", 1), (["a", "b", "1"], "\"x\"", 3), (["a", "b", "2"], "[1, \"x\"]", 2),
            (["a", "c"], "{\"b\" : [1, \"x\"]}", 1), (["d", "e"], "-1.5e3", 1), ([], "", 0),
        ] as [([String], String, Int)]
    )
    func deepest(_ path: [String], _ text: String, _ depth: Int) {
        let bytes = Array(" {\"a\": {\"b\" : [1, \"x\"]},\n\"d\":-1.5e3}\n".utf8)
        let found = JSONTextMap(bytes).deepest(path)
        #expect(found.depth == depth)
        if !text.isEmpty { #expect(String(decoding: bytes[found.node.range], as: UTF8.self) == text) }
    }
}
