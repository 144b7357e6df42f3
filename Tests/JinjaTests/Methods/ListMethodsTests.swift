import TestSupport
import Testing

/// Methods of lists, with the results of the reference.
@Suite("Methods of lists")
struct ListMethodsTests {
    @Test("changes and searches lists", arguments: try RecordedTable.rows("lists"))
    func lists(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }
}
