import Dates
import TestSupport
import Testing

/// Reading of ISO 8601 durations.
///
/// The tables hold what Python and the reference implementation give.
@Suite struct ISO8601DurationTests {
    @Test(arguments: try RecordedTable.rows("rows"))
    func reads(_ row: RecordedRow) {
        #expect(outcome { () throws(DateError) in try ISO8601Duration.parse(row.input).description } == row.expected)
    }

    @Test(arguments: try RecordedTable.rows("wordsFaults"))
    func wordsFaults(_ row: RecordedRow) {
        #expect(fault { () throws(DateError) in try ISO8601Duration.parse(row.input) } == row.expected)
    }
}
