import TestSupport
import Testing

/// Functions that make objects, with the results of the reference.
@Suite("Jinja functions")
struct ObjectFunctionsTests {
    @Test("makes objects", arguments: try RecordedTable.rows("objects"))
    func objects(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }
}
