import Dates
import Testing

/// Reading of ISO 8601 text.
///
/// The tables hold what Python and the reference implementation give.
@Suite struct ISO8601DateTimeTests {
    @Test(arguments: rows)
    func reads(_ row: DateCase) {
        #expect(outcome { () throws(DateError) in try ISO8601DateTime.parse(row.input).isoformat() } == row.expected)
    }

    @Test(arguments: faults)
    func wordsFaults(_ row: DateCase) {
        #expect(fault { () throws(DateError) in try ISO8601DateTime.parse(row.input) } == row.expected)
    }

    @Test func printsAsTheMacroZone() throws {
        #expect(
            try ISO8601DateTime.parse("2022-01-01").representation
                == "datetime.datetime(2022, 1, 1, 0, 0, tzinfo=<UTC>)"
        )
    }

    static let faults = [
        DateCase("", "ValueError: ISO string too short"),
        DateCase("2022-1-1", "ValueError: invalid literal for int() with base 10: b'1-1'"),
        DateCase("2022-W54-1", "ValueError: Invalid week: 54"),
        DateCase("2022-02-30", "ValueError: day is out of range for month"),
        DateCase("2022-01-01T", "ValueError: ISO time too short"),
        DateCase("2022-01-01T10:2030", "ValueError: Inconsistent use of colon separator"),
        DateCase("2022-01-01T24:01", "ValueError: Hour may only be 24 at 24:00:00.000"),
        DateCase("2022-01-01T10:20:30+05:", "ValueError: Time zone offset must be 1, 3, 5 or 6 characters"),
        DateCase("2022-01-01T10:20:30+24:00", "ValueError: Invalid hours in time zone offset"),
        DateCase("2022-366", "ValueError: Invalid ordinal day 366 for year 2022"),
        DateCase("x022-01-01", "ValueError: invalid literal for int() with base 10: b'x022'"),
        DateCase("é", "ValueError: ISO-8601 strings should contain only ASCII characters"),
    ]

    static let rows = [
        DateCase("2022", "2022-01-01T00:00:00+00:00"),
        DateCase("2022-05", "2022-05-01T00:00:00+00:00"),
        DateCase("2022-05-06", "2022-05-06T00:00:00+00:00"),
        DateCase("20220506", "2022-05-06T00:00:00+00:00"),
        DateCase("202205", "!ValueError"),
        DateCase("2022-W05-2", "2022-02-01T00:00:00+00:00"),
        DateCase("2022W052", "2022-02-01T00:00:00+00:00"),
        DateCase("2022-W05", "2022-01-31T00:00:00+00:00"),
        DateCase("2022W05", "2022-01-31T00:00:00+00:00"),
        DateCase("2022W05-2", "!ValueError"),
        DateCase("2022-W53-1", "2023-01-02T00:00:00+00:00"),
        DateCase("2022-W54-1", "!ValueError"),
        DateCase("2022-W05-8", "!ValueError"),
        DateCase("2022-126", "2022-05-06T00:00:00+00:00"),
        DateCase("2022126", "2022-05-06T00:00:00+00:00"),
        DateCase("2022-366", "!ValueError"),
        DateCase("2024-366", "2024-12-31T00:00:00+00:00"),
        DateCase("2022-1-1", "!ValueError"),
        DateCase("2022/01/01", "!ValueError"),
        DateCase(" 2022-01-01", "!ValueError"),
        DateCase("", "!ValueError"),
        DateCase("22", "!ValueError"),
        DateCase("2022-13-01", "!ValueError"),
        DateCase("2022-02-30", "!ValueError"),
        DateCase("0000-01-01", "!ValueError"),
        DateCase("2022-01-01T10", "2022-01-01T10:00:00+00:00"),
        DateCase("2022-01-01T10:20", "2022-01-01T10:20:00+00:00"),
        DateCase("2022-01-01T1020", "2022-01-01T10:20:00+00:00"),
        DateCase("2022-01-01T10:20:30", "2022-01-01T10:20:30+00:00"),
        DateCase("2022-01-01T102030", "2022-01-01T10:20:30+00:00"),
        DateCase("2022-01-01x10:20:30", "2022-01-01T10:20:30+00:00"),
        DateCase("2022-01-01 10:20:30Z", "2022-01-01T10:20:30+00:00"),
        DateCase("2022-01-01T10:20:30z", "2022-01-01T10:20:30+00:00"),
        DateCase("2022-01-01T10:20:30+05", "2022-01-01T05:20:30+00:00"),
        DateCase("2022-01-01T10:20:30+0530", "2022-01-01T04:50:30+00:00"),
        DateCase("2022-01-01T10:20:30-05:30", "2022-01-01T15:50:30+00:00"),
        DateCase("2022-01-01T10:20:30+05:3", "2022-01-01T05:17:30+00:00"),
        DateCase("2022-01-01T10:20:30+24:00", "!ValueError"),
        DateCase("2022-01-01T10:20:30+23:59", "2021-12-31T10:21:30+00:00"),
        DateCase("2022-01-01T10:20:30+05:60", "!ValueError"),
        DateCase("2022-01-01T10:20:30.5", "2022-01-01T10:20:30.500000+00:00"),
        DateCase("2022-01-01T10:20:30,123456789Z", "2022-01-01T10:20:30.123456+00:00"),
        DateCase("2022-01-01T10:20:30.", "!ValueError"),
        DateCase("2022-01-01T10:20:60", "!ValueError"),
        DateCase("2022-01-01T24:00", "2022-01-02T00:00:00+00:00"),
        DateCase("2022-12-31T24:00:00Z", "2023-01-01T00:00:00+00:00"),
        DateCase("2022-01-01T24:01", "!ValueError"),
        DateCase("2022-01-01T25:00", "!ValueError"),
        DateCase("2022-01-01T1", "!ValueError"),
        DateCase("2022-01-01T", "!ValueError"),
        DateCase("2022-01-01T10:2030", "!ValueError"),
        DateCase("2022-01-01T10:20:30 Z", "!ValueError"),
        DateCase("2022-01-01T10:20:30+00:00:00", "!ValueError"),
        DateCase("2022-01-01T10Z", "2022-01-01T10:00:00+00:00"),
        DateCase("2022-05T10:00", "!ValueError"),
        DateCase("0001-01-01T00:00:00+05:00", "!OverflowError"),
        DateCase("9999-12-31T23:00:00-05:00", "!OverflowError"),
        DateCase("9999-12-31T24:00", "!OverflowError"),
        DateCase("1646006400", "!ValueError"),
        DateCase("2022-01-01T10:20:30é", "!ValueError"),
        DateCase("2022+1-01", "!ValueError"),
        DateCase("2022-01-01T10:5", "2022-01-01T10:05:00+00:00"),
        DateCase("2022-01-01T10:20:30.5.5", "!ValueError"),
        DateCase("2022-01-01T10:20:30+5", "!ValueError"),
        DateCase("20220506T102030Z", "2022-05-06T10:20:30+00:00"),
        DateCase("2022123T10:00", "2022-05-03T10:00:00+00:00"),
    ]
}
