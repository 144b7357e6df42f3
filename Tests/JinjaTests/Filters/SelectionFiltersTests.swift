import TestSupport
import Testing

/// Filters that map and select, with the results of the reference.
@Suite("Selection filters")
struct SelectionFiltersTests {
    @Test("map", arguments: try RecordedTable.rows("map"))
    func map(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("select", arguments: try RecordedTable.rows("select"))
    func select(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("reject", arguments: try RecordedTable.rows("reject"))
    func reject(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("selectattr", arguments: try RecordedTable.rows("selectattr"))
    func selectattr(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("rejectattr", arguments: try RecordedTable.rows("rejectattr"))
    func rejectattr(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }
}
