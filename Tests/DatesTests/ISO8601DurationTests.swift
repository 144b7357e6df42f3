import Dates
import Testing

/// Reading of ISO 8601 durations.
///
/// The tables hold what Python and the reference implementation give.
@Suite struct ISO8601DurationTests {
    @Test(arguments: rows)
    func reads(_ row: DateCase) {
        #expect(outcome { () throws(DateError) in try ISO8601Duration.parse(row.input).description } == row.expected)
    }

    @Test(arguments: [
        DateCase("1D", "ISO8601Error: Unable to parse duration string '1D'"),
        DateCase("P1", "ISO8601Error: ISO 8601 time designator 'T' missing. Unable to parse datetime string '1'"),
        DateCase("P1000000000D", "OverflowError: days=1000000000; must have magnitude <= 999999999"),
    ])
    func wordsFaults(_ row: DateCase) {
        #expect(fault { () throws(DateError) in try ISO8601Duration.parse(row.input) } == row.expected)
    }

    static let rows = [
        DateCase("P1D", "1 day, 0:00:00"),
        DateCase("PT1H", "1:00:00"),
        DateCase("P1M", "1 month, 0:00:00"),
        DateCase("P1Y", "1 years, 0:00:00"),
        DateCase("P1W", "7 days, 0:00:00"),
        DateCase("-P1D", "-1 day, 0:00:00"),
        DateCase("+P1D", "1 day, 0:00:00"),
        DateCase("P1.5D", "1 day, 12:00:00"),
        DateCase("P1,5D", "1 day, 12:00:00"),
        DateCase("P0.1D", "2:24:00"),
        DateCase("PT0.0000005S", "0:00:00"),
        DateCase("PT0.0000015S", "0:00:00.000002"),
        DateCase("PT1.1H1.1M", "1:07:06"),
        DateCase("P1Y1.5M", "1 years, 1 months, 0:00:00"),
        DateCase("P0Y", "0:00:00"),
        DateCase("P0.0Y", "0:00:00"),
        DateCase("-P1Y2M3DT4H", "-1 years, -2 month, -4 days, 20:00:00"),
        DateCase("P1W2D", "9 days, 0:00:00"),
        DateCase("PT36H", "1 day, 12:00:00"),
        DateCase("P1YT1M", "1 years, 0:01:00"),
        DateCase("PT", "0:00:00"),
        DateCase("P", "!ISO8601Error"),
        DateCase("", "!ISO8601Error"),
        DateCase("1D", "!ISO8601Error"),
        DateCase("P1", "!ISO8601Error"),
        DateCase("P1H", "!ISO8601Error"),
        DateCase("p1d", "!ISO8601Error"),
        DateCase("P1D\n", "1 day, 0:00:00"),
        DateCase("-P", "!ISO8601Error"),
        DateCase("P1D2", "!ISO8601Error"),
        DateCase("P999999999D", "999999999 days, 0:00:00"),
        DateCase("P1000000000D", "!OverflowError"),
        DateCase("P99999999999999999999999D", "!OverflowError"),
        DateCase("P1W1Y", "!ISO8601Error"),
        DateCase("P 1D", "!ISO8601Error"),
        DateCase("PT1S1M", "!ISO8601Error"),
        DateCase("P-1D", "!ISO8601Error"),
        DateCase("PT90M", "1:30:00"),
        DateCase("-PT0.5S", "-1 day, 23:59:59.500000"),
        DateCase("P13M", "13 months, 0:00:00"),
        DateCase("P1Y2M10DT2H30M", "1 years, 2 months, 10 days, 2:30:00"),
    ]
}
