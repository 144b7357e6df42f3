import TestSupport
import Testing

/// Attributes, items and slices, with the results of the reference.
@Suite("Lookups")
struct LookupExpressionsTests {
    @Test("reads members", arguments: try RecordedTable.rows("members"))
    func members(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("calls get", arguments: try RecordedTable.rows("getters"))
    func getters(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("keeps what begins with underscores out of reach", arguments: try RecordedTable.rows("underscores"))
    func underscores(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test("takes slices", arguments: try RecordedTable.rows("slices"))
    func slices(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }
}
