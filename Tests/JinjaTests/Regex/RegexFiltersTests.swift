import TestSupport
import Testing

/// Filters with regular expressions, with the results of the reference.
@Suite("Regex filters")
struct RegexFiltersTests {
    @Test("regex_search", arguments: try RecordedTable.rows("regex_search"))
    func regex_search(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("regex_replace", arguments: try RecordedTable.rows("regex_replace"))
    func regex_replace(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }
}
