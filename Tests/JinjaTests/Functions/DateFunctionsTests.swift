import TestSupport
import Testing

/// Macros for dates, with the results of the reference.
@Suite("Date macros")
struct DateFunctionsTests {
    @Test("nowUTC", arguments: try RecordedTable.rows("nowUTC"))
    func nowUTC(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("todayUTC", arguments: try RecordedTable.rows("todayUTC"))
    func todayUTC(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("timestamp", arguments: try RecordedTable.rows("timestamp"))
    func timestamp(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("strToDatetime", arguments: try RecordedTable.rows("strToDatetime"))
    func strToDatetime(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("formatDatetime", arguments: try RecordedTable.rows("formatDatetime"))
    func formatDatetime(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("dayDelta", arguments: try RecordedTable.rows("dayDelta"))
    func dayDelta(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("todayWithTimezone", arguments: try RecordedTable.rows("todayWithTimezone"))
    func todayWithTimezone(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("duration", arguments: try RecordedTable.rows("duration"))
    func duration(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }
}
