import Dates
import TestSupport
import Testing

/// Printing by format.
///
/// The tables hold what Python and the reference implementation give, but for years before 1000: they print `1` for the
/// year 1, which neither reads back, and here it is `0001`.
@Suite struct StrftimeTests {
    /// Reads a row's value: microseconds on the wall clock since 1970, and seconds east of UTC or nothing.
    private func value(_ text: String) throws -> DateTime {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false)
        let wall = try #require(Int64(parts[0]))
        return try DateTime(wallMicroseconds: wall, offset: Int(parts[1]).flatMap(UTCOffset.init(seconds:)))
    }

    @Test(arguments: try RecordedTable.rows("plain"))
    func printsPlainFormats(_ row: RecordedRow) throws {
        #expect(try value(row.argument).strftime(row.input) == row.expected)
    }

    @Test(arguments: try RecordedTable.rows("connector"))
    func printsConnectorFormats(_ row: RecordedRow) throws {
        #expect(DateFormat(row.input).format(try value(row.argument)) == row.expected)
    }

    @Test func printsDatesAtMidnightWithoutZone() throws {
        let date = try CalendarDate(year: 2024, month: 2, day: 29)
        #expect(date.strftime("%Y-%m-%dT%H:%M:%S.%f%z%Z|") == "2024-02-29T00:00:00.000000|")
    }
}
