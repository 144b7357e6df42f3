import TestSupport
import Testing

/// Filters for HTML, with the results of the reference.
@Suite("Markup filters")
struct MarkupFiltersTests {
    @Test("escape", arguments: try RecordedTable.rows("escape"))
    func escape(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("e", arguments: try RecordedTable.rows("e"))
    func e(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("safe", arguments: try RecordedTable.rows("safe"))
    func safe(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("striptags", arguments: try RecordedTable.rows("striptags"))
    func striptags(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("xmlattr", arguments: try RecordedTable.rows("xmlattr"))
    func xmlattr(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }
}
