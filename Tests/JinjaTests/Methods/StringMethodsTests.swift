import TestSupport
import Testing

/// Methods of text, with the results of the reference.
@Suite("Methods of text")
struct StringMethodsTests {
    @Test("changes case", arguments: try RecordedTable.rows("cases"))
    func cases(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("pads", arguments: try RecordedTable.rows("padding"))
    func padding(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("strips and looks at ends", arguments: try RecordedTable.rows("ends"))
    func ends(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("searches and replaces", arguments: try RecordedTable.rows("searching"))
    func searching(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("joins and encodes", arguments: try RecordedTable.rows("joining"))
    func joining(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }
}
