import ManifestEngine
import ManifestEngineTesting
import TestSupport
import Testing

@Suite("FlattenFields")
struct FlattenFieldsTests {
    @Test("gives the fields in the order of the reference", arguments: try RecordedTable.rows("flatten"))
    func flatten(_ row: RecordedRow) throws {
        #expect(try FlattenFields(fields: "{}").result(for: row.input) == row.expected)
    }

    @Test("leaves lists alone when told so", arguments: try RecordedTable.rows("lists"))
    func lists(_ row: RecordedRow) throws {
        #expect(try FlattenFields(fields: "flatten_lists: false").result(for: row.input) == row.expected)
    }
}
