import TestSupport
import Testing

/// Methods of dicts, with the results of the reference.
@Suite("Methods of dicts")
struct DictMethodsTests {
    @Test("reads and changes dicts", arguments: try RecordedTable.rows("dicts"))
    func dicts(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }
}
