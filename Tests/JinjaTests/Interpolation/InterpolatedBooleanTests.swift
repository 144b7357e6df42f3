import TestSupport
import Testing

/// Conditions, with the results of the reference.
@Suite("Conditions")
struct InterpolatedBooleanTests {
    @Test("judges strings", arguments: try RecordedTable.rows("texts"))
    func texts(_ row: RecordedRow) { #expect(Sample.truth(row.input) == row.expected) }
}
