import TestSupport
import Testing

/// Filters for sequences, with the results of the reference.
@Suite("Sequence filters")
struct SequenceFiltersTests {
    @Test("length", arguments: try RecordedTable.rows("length"))
    func length(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("first", arguments: try RecordedTable.rows("first"))
    func first(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("last", arguments: try RecordedTable.rows("last"))
    func last(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("list", arguments: try RecordedTable.rows("list"))
    func list(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("join", arguments: try RecordedTable.rows("join"))
    func join(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("reverse", arguments: try RecordedTable.rows("reverse"))
    func reverse(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("batch", arguments: try RecordedTable.rows("batch"))
    func batch(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("slice", arguments: try RecordedTable.rows("slice"))
    func slice(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("default", arguments: try RecordedTable.rows("standard"))
    func standard(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("items", arguments: try RecordedTable.rows("items"))
    func items(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("attr", arguments: try RecordedTable.rows("attr"))
    func attr(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }
}
