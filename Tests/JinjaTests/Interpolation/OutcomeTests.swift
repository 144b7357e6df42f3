import TestSupport
import Testing

/// Literal evaluation of rendered text, with the results of the reference.
@Suite("Outcome")
struct OutcomeTests {
    @Test("evaluates the text", arguments: try RecordedTable.rows("texts"))
    func texts(_ row: RecordedRow) { #expect(Sample.outcome(row.input) == row.expected) }
}
