import TestSupport
import Testing

/// Methods and attributes of dates, with the results of the reference.
@Suite("Methods of dates")
struct DateMethodsTests {
    @Test("dates", arguments: try RecordedTable.rows("dates"))
    func dates(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("spans of time", arguments: try RecordedTable.rows("spans"))
    func spans(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }
}
