import TestSupport
import Testing

/// The method format, with the results of the reference.
@Suite("Brace format")
struct BraceFormatTests {
    @Test("formats", arguments: try RecordedTable.rows("format"))
    func format(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }
}
