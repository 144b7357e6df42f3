import TestSupport
import Testing

/// The operator % of text, with the results of the reference.
@Suite("Percent format")
struct PercentFormatTests {
    @Test("formats", arguments: try RecordedTable.rows("format"))
    func format(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }
}
