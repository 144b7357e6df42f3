import Diagnostics
import ManifestEngine
import ManifestEngineTesting
import TestSupport
import Testing

@Suite("DpathFlattenFields")
struct DpathFlattenFieldsTests {
    static let delete = "delete_origin_value: true"
    static let replace = "replace_record: true"
    static let prefix = "key_transformation: {type: KeyTransformation, prefix: p_}"
    static let record = #"{"id":1,"d":{"a":1,"n":{"x":1}}}"#

    @Test("moves the members of the object up", arguments: try RecordedTable.rows("move"))
    func move(_ row: RecordedRow) throws {
        #expect(try DpathFlattenFields(fields: row.argument).result(for: row.input) == row.expected)
    }

    @Test(
        "several matches, and the deletion of an empty path, fail the stream",
        arguments: try RecordedTable.rows("failure")
    )
    func failure(_ row: RecordedRow) throws {
        #expect(row.expected.hasPrefix("!"))
        let fields = try DpathFlattenFields(fields: row.argument)
        #expect(throws: EngineFailure.self) { try fields.result(for: row.input) }
    }
}
