import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("TypesMap")
struct TypesMapTests {
    @Test(
        "covers a type, or a list of them in order",
        arguments: [
            ("money", #""money""#, true), ("money", #""Money""#, false), ("money", #"["money"]"#, false),
            ("[a, b]", #"["a","b"]"#, true), ("[a, b]", #"["b","a"]"#, false), ("money", "null", false),
        ]
    )
    func covers(_ current: String, _ type: String, _ expected: Bool) throws {
        let map = try TypesMap(fields: "{current_type: \(current), target_type: number}")
        #expect(map.covers(try JSONDocument(text: type, indexDepth: 1).root.value) == expected)
    }

    @Test("needs both types")
    func faults() throws {
        #expect(try TypesMap.diagnostics(yaml: "{}").map(\.code) == ["missing-field", "missing-field"])
    }
}
