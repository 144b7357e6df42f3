import Diagnostics
import JSON
import ManifestEngine
import TestSupport
import Testing

@Suite("AddedFieldDefinition")
struct AddedFieldDefinitionTests {
    private static func path(_ text: String) throws -> [String] {
        try #require(JSONValue(parsing: text).array).compactMap(\.string)
    }

    @Test("writes at a path and makes what is missing", arguments: try RecordedTable.rows("writing"))
    func writing(_ row: RecordedRow) throws {
        var members = try #require(JSONValue(parsing: row.input).object)
        try JSONPath.set("V", at: Self.path(row.argument), in: &members)
        #expect(JSONValue.object(members).text == row.expected)
    }

    @Test("refuses to write through other values", arguments: try RecordedTable.rows("refusals"))
    func refusals(_ row: RecordedRow) throws {
        #expect(row.expected.hasPrefix("!"))
        try expectRefusal(row.input, Self.path(row.argument))
    }

    @Test("refuses an index that would fill the memory")
    func hugeIndex() throws { try expectRefusal("{}", ["a", "99999999999999999999"]) }

    private func expectRefusal(_ object: String, _ path: [String]) throws {
        let members = try #require(JSONValue(parsing: object).object)
        #expect(throws: JSONPathFault.self) {
            var changed = members
            try JSONPath.set("V", at: path, in: &changed)
        }
    }

    @Test(
        "wants a segment and a known type",
        arguments: ["path: []\nvalue: x", "path: [a]\nvalue: x\nvalue_type: date"]
    )
    func faults(_ yaml: String) {
        #expect(throws: ManifestFault.self) { try AddedFieldDefinition(checking: yaml) }
    }
}
