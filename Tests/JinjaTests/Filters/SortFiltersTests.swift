import TestSupport
import Testing

/// Filters that sort and group, with the results of the reference.
@Suite("Sort filters")
struct SortFiltersTests {
    @Test("sort", arguments: try RecordedTable.rows("sortFilter"))
    func sortFilter(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("dictsort", arguments: try RecordedTable.rows("dictsortFilter"))
    func dictsortFilter(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("unique", arguments: try RecordedTable.rows("uniqueFilter"))
    func uniqueFilter(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("max", arguments: try RecordedTable.rows("maxFilter"))
    func maxFilter(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("min", arguments: try RecordedTable.rows("minFilter"))
    func minFilter(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("groupby", arguments: try RecordedTable.rows("groupbyFilter"))
    func groupbyFilter(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }
}
