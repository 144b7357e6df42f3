import JSON
import Manifest
import ManifestEngineTesting
import Testing

@Suite("ManifestNode, changed")
struct ManifestNodeChangingTests {
    private let node: ManifestNode
    private let new = ManifestNode(.string("new"))

    init() throws { node = try ManifestNode(yaml: "{a: {b: [1, {c: 2}]}, d: null}") }

    @Test(
        "replaces what exists",
        arguments: [
            ([.key("d")], #"{"a":{"b":[1,{"c":2}]},"d":"new"}"#),
            ([.key("a"), .key("b"), .index(1), .key("c")], #"{"a":{"b":[1,{"c":"new"}]},"d":null}"#),
            ([.key("a"), .key("b"), .index(2)], #"{"a":{"b":[1,{"c":2}]},"d":null}"#),
            ([.key("x")], #"{"a":{"b":[1,{"c":2}]},"d":null}"#), ([], #""new""#),
        ] as [([NodeStep], String)]
    )
    func replaces(_ path: [NodeStep], _ expected: String) {
        #expect(node.replacing(path, with: new).json.text == expected)
    }

    @Test(
        "creates what does not",
        arguments: [
            (["x", "y"], #"{"a":{"b":[1,{"c":2}]},"d":null,"x":{"y":"new"}}"#),
            (["a", "b", "1", "e"], #"{"a":{"b":[1,{"c":2,"e":"new"}]},"d":null}"#),
            (["a", "b", "3"], #"{"a":{"b":[1,{"c":2},null,"new"]},"d":null}"#),
            (["x", "1"], #"{"a":{"b":[1,{"c":2}]},"d":null,"x":[null,"new"]}"#),
        ]
    )
    func creates(_ path: [String], _ expected: String) throws {
        #expect(try node.creating(path, with: new).json.text == expected)
    }

    @Test("keeps the places of what was there")
    func places() throws {
        let changed = try node.creating(["a", "x"], with: new)
        #expect(changed.mapping?["d"]?.place == node.mapping?["d"]?.place)
        #expect(node.mapping?["d"]?.place != nil)
    }

    @Test("creates nothing below a scalar")
    func scalar() {
        #expect(throws: JSONPathFault.self) { try node.creating(["d", "x"], with: new) }
    }
}
