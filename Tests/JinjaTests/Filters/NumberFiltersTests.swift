import TestSupport
import Testing

/// Filters for numbers, with the results of the reference.
@Suite("Number filters")
struct NumberFiltersTests {
    @Test("int", arguments: try RecordedTable.rows("int"))
    func int(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("float", arguments: try RecordedTable.rows("float"))
    func float(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("round", arguments: try RecordedTable.rows("round"))
    func round(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("abs", arguments: try RecordedTable.rows("abs"))
    func abs(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("sum", arguments: try RecordedTable.rows("sum"))
    func sum(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("filesizeformat", arguments: try RecordedTable.rows("filesizeformat"))
    func filesizeformat(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }
}
