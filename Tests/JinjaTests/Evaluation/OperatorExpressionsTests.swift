import TestSupport
import Testing

/// Operators, with the results of the reference.
@Suite("Operators")
struct OperatorExpressionsTests {
    @Test("computes", arguments: try RecordedTable.rows("arithmetic"))
    func arithmetic(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("adds and repeats what is not a number", arguments: try RecordedTable.rows("types"))
    func types(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("compares", arguments: try RecordedTable.rows("comparisons"))
    func comparisons(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("looks for members", arguments: try RecordedTable.rows("membership"))
    func membership(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("combines and chooses", arguments: try RecordedTable.rows("logic"))
    func logic(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }
}
