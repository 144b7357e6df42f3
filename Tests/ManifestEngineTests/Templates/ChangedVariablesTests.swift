import TestSupport
import Testing

/// What templates make of the variables that they change in place, with the results of the reference.
@Suite("Changed variables")
struct ChangedVariablesTests {
    @Test("are seen afterwards", arguments: try RecordedTable.rows("changes"))
    func changes(_ row: RecordedRow) throws { try TemplateSample.expect(row, \.changes) }
}
