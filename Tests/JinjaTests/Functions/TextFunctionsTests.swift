import TestSupport
import Testing

/// Macros for text and extremes, with the results of the reference.
@Suite("Text macros")
struct TextFunctionsTests {
    @Test("quotes and renames", arguments: try RecordedTable.rows("text"))
    func text(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("max and min", arguments: try RecordedTable.rows("extremes"))
    func extremes(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }
}
