import Diagnostics
import JSON
import Testing

@testable import ManifestEngine

@Suite("SeenKeys")
struct SeenKeysTests {
    @Test(
        "values are the same where Python holds them equal",
        arguments: [
            ("1", "1.0", true), ("1", "true", true), ("0", "false", true), ("1", #""1""#, false), ("null", "0", false),
            (#""a""#, #""a""#, true), (#""""#, "null", false), ("1.5", "1.5", true), (#""null""#, "null", false),
        ]
    )
    func same(_ one: String, _ other: String, _ expected: Bool) throws {
        var keys = SeenKeys()
        #expect(try keys.insert(JSONValue(parsing: one)))
        #expect(try keys.insert(JSONValue(parsing: other)) == !expected)
    }

    @Test("lists and objects fail", arguments: [[1], [:]] as [JSONValue])
    func failure(_ value: JSONValue) {
        var keys = SeenKeys()
        #expect(throws: EngineFailure.self) { try keys.insert(value) }
    }

    @Test("many values are distinguished in memory and in the file", arguments: [4, 64, 100_000])
    func many(limit: Int) throws {
        var keys = SeenKeys(limit: limit)
        for number in 0..<3000 { #expect(try keys.insert(.integer(number))) }
        for number in 0..<3000 { #expect(try !keys.insert(.integer(number))) }
        #expect(try keys.insert(.integer(3000)))
    }
}
