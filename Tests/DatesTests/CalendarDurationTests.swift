import Dates
import Testing

/// Moving dates by durations.
///
/// The tables hold what Python and the reference implementation give.
@Suite struct CalendarDurationTests {
    /// Reads what `isoformat` prints.
    private func value(_ text: String) throws(DateError) -> DateTime {
        let zone = text.count > 10 && text.dropFirst(19).contains { $0 == "+" || $0 == "-" } ? "%z" : ""
        let fraction = text.contains(".") ? ".%f" : ""
        return try DateFormat("%Y-%m-%dT%H:%M:%S" + fraction + zone, dialect: .plain).parse(text)
    }

    @Test(arguments: added)
    func adds(_ row: DateCase) {
        #expect(
            outcome { () throws(DateError) in
                try value(row.argument).adding(ISO8601Duration.parse(row.input)).isoformat()
            } == row.expected
        )
    }

    @Test(arguments: subtracted)
    func subtracts(_ row: DateCase) {
        #expect(
            outcome { () throws(DateError) in
                try value(row.argument).subtracting(ISO8601Duration.parse(row.input)).isoformat()
            } == row.expected
        )
    }

    @Test(arguments: addedToDates)
    func addsToDates(_ row: DateCase) {
        let text = outcome { () throws(DateError) in
            let date = try DateFormat("%Y-%m-%d").parse(row.argument).date
            return switch try ISO8601Duration.parse(row.input) {
            case .fixed(let delta): try date.adding(delta).description
            case .calendar(let span): try date.adding(span).description
            }
        }
        #expect(text == row.expected)
    }

    @Test(arguments: subtractedFromDates)
    func subtractsFromDates(_ row: DateCase) {
        let text = outcome { () throws(DateError) in
            let date = try DateFormat("%Y-%m-%d").parse(row.argument).date
            return switch try ISO8601Duration.parse(row.input) {
            case .fixed(let delta): try date.subtracting(delta).description
            case .calendar(let span): try date.subtracting(span).description
            }
        }
        #expect(text == row.expected)
    }

    @Test func combinesPartByPart() throws {
        let delta = try TimeDelta(days: 3, hours: 4)
        let span = CalendarDuration(years: 1, months: 2, delta: delta)
        #expect(span == CalendarDuration(years: 0, months: 14, delta: delta))
        #expect(span.hashValue == CalendarDuration(years: 0, months: 14, delta: delta).hashValue)
        #expect(try span.adding(span).description == "2 years, 4 months, 6 days, 8:00:00")
        #expect(try span.subtracting(span).description == "0:00:00")
        #expect(try span.negated().description == "-1 years, -2 month, -4 days, 20:00:00")
        #expect(try span.multiplied(by: 3).description == "3 years, 6 months, 9 days, 12:00:00")
        #expect(try span.adding(delta).description == "1 years, 2 months, 6 days, 8:00:00")
        #expect(try span.subtracting(delta).description == "1 years, 2 months, 0:00:00")
        #expect(span.representation == "isodate.duration.Duration(3, 14400, 0, years=1, months=2)")
    }

    static let addedToDates = [
        DateCase("P1M", "2024-03-31", "2024-04-30"),
        DateCase("P1M", "2023-01-30", "2023-02-28"),
        DateCase("-P1M", "2024-03-31", "2024-02-29"),
        DateCase("-P1M", "2023-01-30", "2022-12-30"),
        DateCase("P11M1DT1H", "2024-03-31", "2025-03-01"),
        DateCase("P11M1DT1H", "2023-01-30", "2023-12-31"),
        DateCase("PT36H", "2024-03-31", "2024-04-01"),
        DateCase("PT36H", "2023-01-30", "2023-01-31"),
        DateCase("-PT1H", "2024-03-31", "2024-03-30"),
        DateCase("-PT1H", "2023-01-30", "2023-01-29"),
        DateCase("P1.5M", "2024-03-31", "!ValueError"),
        DateCase("P1.5M", "2023-01-30", "!ValueError"),
    ]

    static let subtractedFromDates = [
        DateCase("P1M", "2024-03-31", "2024-02-29"),
        DateCase("P1M", "2023-01-30", "2022-12-30"),
        DateCase("-P1M", "2024-03-31", "2024-04-30"),
        DateCase("-P1M", "2023-01-30", "2023-02-28"),
        DateCase("P11M1DT1H", "2024-03-31", "2023-04-29"),
        DateCase("P11M1DT1H", "2023-01-30", "2022-02-27"),
        DateCase("PT36H", "2024-03-31", "2024-03-30"),
        DateCase("PT36H", "2023-01-30", "2023-01-29"),
        DateCase("-PT1H", "2024-03-31", "2024-04-01"),
        DateCase("-PT1H", "2023-01-30", "2023-01-31"),
        DateCase("P1.5M", "2024-03-31", "!ValueError"),
        DateCase("P1.5M", "2023-01-30", "!ValueError"),
    ]

    static let added = [
        DateCase("P1M", "2024-01-31T05:00:00+00:00", "2024-02-29T05:00:00+00:00"),
        DateCase("P1M", "2022-03-31T00:00:00", "2022-04-30T00:00:00"),
        DateCase("P1M", "2024-02-29T23:59:59.999999+05:30", "2024-03-29T23:59:59.999999+05:30"),
        DateCase("P1M", "0001-01-01T00:00:00+00:00", "0001-02-01T00:00:00+00:00"),
        DateCase("P1M", "9999-12-31T23:59:59+00:00", "!ValueError"),
        DateCase("-P1M", "2024-01-31T05:00:00+00:00", "2023-12-31T05:00:00+00:00"),
        DateCase("-P1M", "2022-03-31T00:00:00", "2022-02-28T00:00:00"),
        DateCase("-P1M", "2024-02-29T23:59:59.999999+05:30", "2024-01-29T23:59:59.999999+05:30"),
        DateCase("-P1M", "0001-01-01T00:00:00+00:00", "!ValueError"),
        DateCase("-P1M", "9999-12-31T23:59:59+00:00", "9999-11-30T23:59:59+00:00"),
        DateCase("P1Y", "2024-01-31T05:00:00+00:00", "2025-01-31T05:00:00+00:00"),
        DateCase("P1Y", "2022-03-31T00:00:00", "2023-03-31T00:00:00"),
        DateCase("P1Y", "2024-02-29T23:59:59.999999+05:30", "2025-02-28T23:59:59.999999+05:30"),
        DateCase("P1Y", "0001-01-01T00:00:00+00:00", "0002-01-01T00:00:00+00:00"),
        DateCase("P1Y", "9999-12-31T23:59:59+00:00", "!ValueError"),
        DateCase("P11M1DT1H", "2024-01-31T05:00:00+00:00", "2025-01-01T06:00:00+00:00"),
        DateCase("P11M1DT1H", "2022-03-31T00:00:00", "2023-03-01T01:00:00"),
        DateCase("P11M1DT1H", "2024-02-29T23:59:59.999999+05:30", "2025-01-31T00:59:59.999999+05:30"),
        DateCase("P11M1DT1H", "0001-01-01T00:00:00+00:00", "0001-12-02T01:00:00+00:00"),
        DateCase("P11M1DT1H", "9999-12-31T23:59:59+00:00", "!ValueError"),
        DateCase("P1.5Y", "2024-01-31T05:00:00+00:00", "!ValueError"),
        DateCase("P1.5Y", "2022-03-31T00:00:00", "!ValueError"),
        DateCase("P1.5Y", "2024-02-29T23:59:59.999999+05:30", "!ValueError"),
        DateCase("P1.5Y", "0001-01-01T00:00:00+00:00", "!ValueError"),
        DateCase("P1.5Y", "9999-12-31T23:59:59+00:00", "!ValueError"),
        DateCase("P10000Y", "2024-01-31T05:00:00+00:00", "!ValueError"),
        DateCase("P10000Y", "2022-03-31T00:00:00", "!ValueError"),
        DateCase("P10000Y", "2024-02-29T23:59:59.999999+05:30", "!ValueError"),
        DateCase("P10000Y", "0001-01-01T00:00:00+00:00", "!ValueError"),
        DateCase("P10000Y", "9999-12-31T23:59:59+00:00", "!ValueError"),
        DateCase("P13M", "2024-01-31T05:00:00+00:00", "2025-02-28T05:00:00+00:00"),
        DateCase("P13M", "2022-03-31T00:00:00", "2023-04-30T00:00:00"),
        DateCase("P13M", "2024-02-29T23:59:59.999999+05:30", "2025-03-29T23:59:59.999999+05:30"),
        DateCase("P13M", "0001-01-01T00:00:00+00:00", "0002-02-01T00:00:00+00:00"),
        DateCase("P13M", "9999-12-31T23:59:59+00:00", "!ValueError"),
        DateCase("P1D", "2024-01-31T05:00:00+00:00", "2024-02-01T05:00:00+00:00"),
        DateCase("P1D", "2022-03-31T00:00:00", "2022-04-01T00:00:00"),
        DateCase("P1D", "2024-02-29T23:59:59.999999+05:30", "2024-03-01T23:59:59.999999+05:30"),
        DateCase("P1D", "0001-01-01T00:00:00+00:00", "0001-01-02T00:00:00+00:00"),
        DateCase("P1D", "9999-12-31T23:59:59+00:00", "!OverflowError"),
        DateCase("-PT1.5S", "2024-01-31T05:00:00+00:00", "2024-01-31T04:59:58.500000+00:00"),
        DateCase("-PT1.5S", "2022-03-31T00:00:00", "2022-03-30T23:59:58.500000"),
        DateCase("-PT1.5S", "2024-02-29T23:59:59.999999+05:30", "2024-02-29T23:59:58.499999+05:30"),
        DateCase("-PT1.5S", "0001-01-01T00:00:00+00:00", "!OverflowError"),
        DateCase("-PT1.5S", "9999-12-31T23:59:59+00:00", "9999-12-31T23:59:57.500000+00:00"),
        DateCase("P4000000D", "2024-01-31T05:00:00+00:00", "!OverflowError"),
        DateCase("P4000000D", "2022-03-31T00:00:00", "!OverflowError"),
        DateCase("P4000000D", "2024-02-29T23:59:59.999999+05:30", "!OverflowError"),
        DateCase("P4000000D", "0001-01-01T00:00:00+00:00", "!OverflowError"),
        DateCase("P4000000D", "9999-12-31T23:59:59+00:00", "!OverflowError"),
    ]

    static let subtracted = [
        DateCase("P1M", "2024-01-31T05:00:00+00:00", "2023-12-31T05:00:00+00:00"),
        DateCase("P1M", "2022-03-31T00:00:00", "2022-02-28T00:00:00"),
        DateCase("P1M", "2024-02-29T23:59:59.999999+05:30", "2024-01-29T23:59:59.999999+05:30"),
        DateCase("P1M", "0001-01-01T00:00:00+00:00", "!ValueError"),
        DateCase("P1M", "9999-12-31T23:59:59+00:00", "9999-11-30T23:59:59+00:00"),
        DateCase("-P1M", "2024-01-31T05:00:00+00:00", "2024-02-29T05:00:00+00:00"),
        DateCase("-P1M", "2022-03-31T00:00:00", "2022-04-30T00:00:00"),
        DateCase("-P1M", "2024-02-29T23:59:59.999999+05:30", "2024-03-29T23:59:59.999999+05:30"),
        DateCase("-P1M", "0001-01-01T00:00:00+00:00", "0001-02-01T00:00:00+00:00"),
        DateCase("-P1M", "9999-12-31T23:59:59+00:00", "!ValueError"),
        DateCase("P1Y", "2024-01-31T05:00:00+00:00", "2023-01-31T05:00:00+00:00"),
        DateCase("P1Y", "2022-03-31T00:00:00", "2021-03-31T00:00:00"),
        DateCase("P1Y", "2024-02-29T23:59:59.999999+05:30", "2023-02-28T23:59:59.999999+05:30"),
        DateCase("P1Y", "0001-01-01T00:00:00+00:00", "!ValueError"),
        DateCase("P1Y", "9999-12-31T23:59:59+00:00", "9998-12-31T23:59:59+00:00"),
        DateCase("P11M1DT1H", "2024-01-31T05:00:00+00:00", "2023-02-27T04:00:00+00:00"),
        DateCase("P11M1DT1H", "2022-03-31T00:00:00", "2021-04-28T23:00:00"),
        DateCase("P11M1DT1H", "2024-02-29T23:59:59.999999+05:30", "2023-03-28T22:59:59.999999+05:30"),
        DateCase("P11M1DT1H", "0001-01-01T00:00:00+00:00", "!ValueError"),
        DateCase("P11M1DT1H", "9999-12-31T23:59:59+00:00", "9999-01-30T22:59:59+00:00"),
        DateCase("P1.5Y", "2024-01-31T05:00:00+00:00", "!ValueError"),
        DateCase("P1.5Y", "2022-03-31T00:00:00", "!ValueError"),
        DateCase("P1.5Y", "2024-02-29T23:59:59.999999+05:30", "!ValueError"),
        DateCase("P1.5Y", "0001-01-01T00:00:00+00:00", "!ValueError"),
        DateCase("P1.5Y", "9999-12-31T23:59:59+00:00", "!ValueError"),
        DateCase("P10000Y", "2024-01-31T05:00:00+00:00", "!ValueError"),
        DateCase("P10000Y", "2022-03-31T00:00:00", "!ValueError"),
        DateCase("P10000Y", "2024-02-29T23:59:59.999999+05:30", "!ValueError"),
        DateCase("P10000Y", "0001-01-01T00:00:00+00:00", "!ValueError"),
        DateCase("P10000Y", "9999-12-31T23:59:59+00:00", "!ValueError"),
        DateCase("P13M", "2024-01-31T05:00:00+00:00", "2022-12-31T05:00:00+00:00"),
        DateCase("P13M", "2022-03-31T00:00:00", "2021-02-28T00:00:00"),
        DateCase("P13M", "2024-02-29T23:59:59.999999+05:30", "2023-01-29T23:59:59.999999+05:30"),
        DateCase("P13M", "0001-01-01T00:00:00+00:00", "!ValueError"),
        DateCase("P13M", "9999-12-31T23:59:59+00:00", "9998-11-30T23:59:59+00:00"),
        DateCase("P1D", "2024-01-31T05:00:00+00:00", "2024-01-30T05:00:00+00:00"),
        DateCase("P1D", "2022-03-31T00:00:00", "2022-03-30T00:00:00"),
        DateCase("P1D", "2024-02-29T23:59:59.999999+05:30", "2024-02-28T23:59:59.999999+05:30"),
        DateCase("P1D", "0001-01-01T00:00:00+00:00", "!OverflowError"),
        DateCase("P1D", "9999-12-31T23:59:59+00:00", "9999-12-30T23:59:59+00:00"),
        DateCase("-PT1.5S", "2024-01-31T05:00:00+00:00", "2024-01-31T05:00:01.500000+00:00"),
        DateCase("-PT1.5S", "2022-03-31T00:00:00", "2022-03-31T00:00:01.500000"),
        DateCase("-PT1.5S", "2024-02-29T23:59:59.999999+05:30", "2024-03-01T00:00:01.499999+05:30"),
        DateCase("-PT1.5S", "0001-01-01T00:00:00+00:00", "0001-01-01T00:00:01.500000+00:00"),
        DateCase("-PT1.5S", "9999-12-31T23:59:59+00:00", "!OverflowError"),
        DateCase("P4000000D", "2024-01-31T05:00:00+00:00", "!OverflowError"),
        DateCase("P4000000D", "2022-03-31T00:00:00", "!OverflowError"),
        DateCase("P4000000D", "2024-02-29T23:59:59.999999+05:30", "!OverflowError"),
        DateCase("P4000000D", "0001-01-01T00:00:00+00:00", "!OverflowError"),
        DateCase("P4000000D", "9999-12-31T23:59:59+00:00", "!OverflowError"),
    ]
}
