import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("GroupByKeyMergeStrategy")
struct GroupByKeyMergeStrategyTests {
    @Test(
        "makes one key of the values",
        arguments: [
            ("id", ["id": "a"], "a"), ("id", ["id": 7], "7"), ("id", ["id": 0], nil), ("id", [:], nil),
            ("[a, b]", ["a": "x", "b": 2], "x,2"), ("[a, b]", ["a": "x", "b": ""], nil),
        ] as [(String, JSONObject, String?)]
    )
    func key(_ key: String, _ record: JSONObject, _ expected: String?) throws {
        #expect(try GroupByKeyMergeStrategy(fields: "key: \(key)").key(of: record) == expected)
    }
}
