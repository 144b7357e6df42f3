import TestSupport
import Testing

/// Filters for text, with the results of the reference.
@Suite("Text filters")
struct TextFiltersTests {
    @Test("upper", arguments: try RecordedTable.rows("upper"))
    func upper(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("lower", arguments: try RecordedTable.rows("lower"))
    func lower(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("title", arguments: try RecordedTable.rows("title"))
    func title(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("capitalize", arguments: try RecordedTable.rows("capitalize"))
    func capitalize(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("replace", arguments: try RecordedTable.rows("replace"))
    func replace(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("trim", arguments: try RecordedTable.rows("trim"))
    func trim(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("center", arguments: try RecordedTable.rows("center"))
    func center(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("wordcount", arguments: try RecordedTable.rows("wordcount"))
    func wordcount(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("indent", arguments: try RecordedTable.rows("indent"))
    func indent(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("truncate", arguments: try RecordedTable.rows("truncate"))
    func truncate(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("format", arguments: try RecordedTable.rows("format"))
    func format(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }
}
