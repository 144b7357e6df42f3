import JSON
import ManifestEngine
import ManifestEngineTesting
import TestSupport
import Testing

@Suite("KeysReplace")
struct KeysReplaceTests {
    @Test(
        "replaces in keys of objects at every depth, not inside lists",
        arguments: try RecordedTable.rows("replace")
    )
    func replace(_ row: RecordedRow) throws {
        let slice = StreamSlice(partition: ["s": "x"])
        let result = try KeysReplace(fields: row.argument).result(for: row.input, config: #"{"c":"-"}"#, slice: slice)
        #expect(result.unicodeScalars.elementsEqual(row.expected.unicodeScalars), "\(result)")
    }
}
