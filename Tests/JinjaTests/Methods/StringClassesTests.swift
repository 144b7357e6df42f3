import TestSupport
import Testing

/// Methods that tell the kind of a text, with the results of the reference.
@Suite("Classes of characters")
struct StringClassesTests {
    @Test("classifies", arguments: try RecordedTable.rows("classes"))
    func classes(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }
}
