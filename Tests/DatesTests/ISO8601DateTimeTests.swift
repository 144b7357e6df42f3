import Dates
import TestSupport
import Testing

/// Reading of ISO 8601 text.
///
/// The tables hold what Python and the reference implementation give.
@Suite struct ISO8601DateTimeTests {
    @Test(arguments: try RecordedTable.rows("rows"))
    func reads(_ row: RecordedRow) {
        #expect(outcome { () throws(DateError) in try ISO8601DateTime.parse(row.input).isoformat() } == row.expected)
    }

    @Test(arguments: try RecordedTable.rows("faults"))
    func wordsFaults(_ row: RecordedRow) {
        #expect(fault { () throws(DateError) in try ISO8601DateTime.parse(row.input) } == row.expected)
    }

    @Test func printsAsTheMacroZone() throws {
        #expect(
            try ISO8601DateTime.parse("2022-01-01").representation
                == "datetime.datetime(2022, 1, 1, 0, 0, tzinfo=<UTC>)"
        )
    }
}
