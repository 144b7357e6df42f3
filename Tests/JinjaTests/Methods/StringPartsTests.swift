import TestSupport
import Testing

/// Methods that take text apart, with the results of the reference.
@Suite("Splitting text")
struct StringPartsTests {
    @Test("splits", arguments: try RecordedTable.rows("split"))
    func split(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }
}
