import Diagnostics
import JSON
import ManifestEngine
import ManifestEngineTesting
import TestSupport
import Testing

@Suite("RemoveFields")
struct RemoveFieldsTests {
    @Test("removes what the pointers match", arguments: try RecordedTable.rows("pointers"))
    func pointers(_ row: RecordedRow) throws {
        #expect(try RemoveFields(fields: row.argument).result(for: row.input) == row.expected)
    }

    @Test("with a condition every leaf for which it holds goes", arguments: try RecordedTable.rows("condition"))
    func condition(_ row: RecordedRow) throws {
        #expect(try RemoveFields(fields: row.argument).result(for: row.input) == row.expected)
    }

    @Test("a condition that reads anything but the leaf is reported")
    func variables() throws {
        let found = try RemoveFields.diagnostics(yaml: "field_pointers: [[a]]\ncondition: \"{{ record.a }}\"")
        #expect(found.map(\.message) == ["the variable 'record' is not set here; evaluating this template fails"])
    }

    @Test("a record without the field stays as it came")
    func untouched() throws {
        var record = try Record(json: #"{"a" : 1}"#)
        try RemoveFields(fields: "field_pointers: [[z]]").transform(&record, in: .testing())
        #expect(record.untouchedView != nil)
    }
}
