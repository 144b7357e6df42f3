import TestSupport
import Testing

/// Whole templates, with the results of the reference.
@Suite("Interpolated strings")
struct InterpolatedStringTests {
    @Test("evaluates expressions", arguments: try RecordedTable.rows("expressions"))
    func expressions(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }
}
