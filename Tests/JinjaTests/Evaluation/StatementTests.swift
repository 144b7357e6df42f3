import TestSupport
import Testing

/// Statements and white space, with the results of the reference.
@Suite("Statements")
struct StatementTests {
    @Test("if", arguments: try RecordedTable.rows("branches"))
    func branches(_ row: RecordedRow) { #expect(Sample.outcome(row.input) == row.expected) }

    @Test("for", arguments: try RecordedTable.rows("loops"))
    func loops(_ row: RecordedRow) { #expect(Sample.outcome(row.input) == row.expected) }

    @Test("set and with", arguments: try RecordedTable.rows("assignments"))
    func assignments(_ row: RecordedRow) { #expect(Sample.outcome(row.input) == row.expected) }

    @Test("macro and call", arguments: try RecordedTable.rows("macros"))
    func macros(_ row: RecordedRow) { #expect(Sample.outcome(row.input) == row.expected) }

    @Test("filter, raw, comments and loading", arguments: try RecordedTable.rows("blocks"))
    func blocks(_ row: RecordedRow) { #expect(Sample.outcome(row.input) == row.expected) }

    @Test("white space", arguments: try RecordedTable.rows("space"))
    func space(_ row: RecordedRow) { #expect(Sample.outcome(row.input) == row.expected) }

    @Test("broken templates", arguments: try RecordedTable.rows("broken"))
    func broken(_ row: RecordedRow) { #expect(Sample.outcome(row.input) == row.expected) }
}
