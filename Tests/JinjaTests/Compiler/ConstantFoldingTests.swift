import TestSupport
import Testing

/// Constants, which are computed while compiling, with the results of the reference.
@Suite("Constants")
struct ConstantFoldingTests {
    @Test("reads literals", arguments: try RecordedTable.rows("literals"))
    func literals(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }
}
