import TestSupport
import Testing

@testable import Dates

/// Summer time rules.
///
/// The tables hold what Python and the reference implementation give.
@Suite struct PosixTimeZoneTests {
    @Test(arguments: try RecordedTable.rows("rows"))
    func knowsOffsets(_ row: RecordedRow) throws {
        let rule = try #require(PosixTimeZone(Array(row.input.utf8)))
        #expect(rule.offset(at: try #require(Int(row.argument))) == Int(row.expected))
    }

    @Test(arguments: ["", "5", "EST", "EST5EDT,M3.2.0", "EST5EDT", "EST5EDT,M3.2,M11.1.0", "EST5EDT,M13.1.0,M11.1.0"])
    func refusesOtherText(_ text: String) {
        #expect(PosixTimeZone(Array(text.utf8)) == nil)
    }
}
