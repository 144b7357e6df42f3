import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("PropertyChunking")
struct PropertyChunkingTests {
    @Test(
        "cuts names into groups",
        arguments: [
            ("property_count, property_limit: 2", ["a", "b", "c"], [["i", "a", "b"], ["i", "c"]]),
            ("property_count, property_limit: 3", ["a", "b", "c"], [["i", "a", "b", "c"]]),
            ("property_count", ["a", "b"], [["a", "b", "i"]]),
            ("property_count, property_limit: 0", ["a"], [["a", "i"]]),
            ("property_count, property_limit: 2", [], [["i"]]),
            ("characters, property_limit: 9", ["abc", "def", "g"], [["i", "abc"], ["i", "def"], ["i", "g"]]),
            ("characters, property_limit: 10", ["abc", "g", "def"], [["i", "abc", "g"], ["i", "def"]]),
            ("characters, property_limit: 2", ["abc"], [["i"], ["i", "abc"]]),
        ]
    )
    func groups(_ fields: String, _ names: [String], _ expected: [[String]]) throws {
        let chunking = try PropertyChunking(fields: "{property_limit_type: \(fields)}")
        #expect(chunking.groups(of: names, always: ["i"], wanted: nil) == expected)
    }

    @Test("leaves out names that are not wanted, where there is a limit")
    func wanted() throws {
        let chunking = try PropertyChunking(fields: "{property_limit_type: property_count, property_limit: 2}")
        #expect(chunking.groups(of: ["a", "b", "c"], always: [], wanted: ["a", "c"]) == [["a", "c"]])
        #expect(chunking.mergeKey(of: ["id": 1]) == "1")
    }
}
