import Dates
import Testing

/// Spans of time.
///
/// The tables hold what Python and the reference implementation give.
@Suite struct TimeDeltaTests {
    private func span(_ text: String) throws -> TimeDelta {
        try TimeDelta(microseconds: try #require(Int128(text)))
    }

    @Test(arguments: texts)
    func prints(_ row: DateCase) throws {
        let span = try span(row.input)
        let text = "\(span)|\(span.totalSeconds)|\(span.days)|\(span.representation)"
        #expect(text == row.expected)
    }

    @Test(arguments: products)
    func multipliesByNumbers(_ row: DateCase) throws {
        let (span, factor) = (try span(row.input), try #require(Double(row.argument)))
        #expect(
            outcome { () throws(DateError) in "\(try span.multiplied(by: factor).totalMicroseconds)" } == row.expected
        )
    }

    @Test(arguments: quotients)
    func dividesByNumbers(_ row: DateCase) throws {
        let (span, divisor) = (try span(row.input), try #require(Double(row.argument)))
        #expect(
            outcome { () throws(DateError) in "\(try span.divided(by: divisor).totalMicroseconds)" } == row.expected
        )
    }

    @Test(arguments: wholeQuotients)
    func dividesByWholeNumbers(_ row: DateCase) throws {
        let (span, divisor) = (try span(row.input), try #require(Int(row.argument)))
        let text = outcome { () throws(DateError) in
            let exact: TimeDelta = try span.divided(by: divisor)
            let whole: TimeDelta = try span.floorDivided(by: divisor)
            return "\(exact.totalMicroseconds) \(whole.totalMicroseconds)"
        }
        #expect(text == row.expected)
    }

    @Test(arguments: ratios)
    func dividesBySpans(_ row: DateCase) throws {
        let (span, other) = (try span(row.input), try span(row.argument))
        let text = outcome { () throws(DateError) in
            let ratio: Double = try span.divided(by: other)
            let whole: Int = try span.floorDivided(by: other)
            return "\(ratio) \(whole) \(try span.remainder(other).totalMicroseconds)"
        }
        #expect(text == row.expected)
    }

    @Test(arguments: fractions)
    func makesSpansOfFractions(_ row: DateCase) throws {
        let days = try #require(Double(row.input))
        #expect(outcome { () throws(DateError) in try TimeDelta(days: days).representation } == row.expected)
    }

    @Test func refusesSpansThatAreTooLong() throws {
        let longest = try TimeDelta(days: 999_999_999)
        let day = try TimeDelta(days: 1)
        #expect(
            fault { () throws(DateError) in try longest.adding(day) }
                == "OverflowError: days=1000000000; must have magnitude <= 999999999"
        )
        #expect(try longest.negated().absolute() == longest)
        #expect(try day.subtracting(longest) < .zero)
    }

    static let fractions = [
        DateCase("0.1", "datetime.timedelta(seconds=8640)"),
        DateCase("-0.1", "datetime.timedelta(days=-1, seconds=77760)"),
        DateCase("1.5", "datetime.timedelta(days=1, seconds=43200)"),
        DateCase("-1.5", "datetime.timedelta(days=-2, seconds=43200)"),
        DateCase("0.3333333333333333", "datetime.timedelta(seconds=28800)"),
        DateCase("1e-12", "datetime.timedelta(0)"),
        DateCase("5.787037037037037e-12", "datetime.timedelta(0)"),
        DateCase("1.736111111111111e-11", "datetime.timedelta(microseconds=2)"),
        DateCase("1000000000.0", "!OverflowError"),
        DateCase("1e+300", "!OverflowError"),
        DateCase("nan", "!ValueError"),
        DateCase("inf", "!OverflowError"),
    ]

    static let texts = [
        DateCase("0", "0:00:00|0.0|0|datetime.timedelta(0)"),
        DateCase("1", "0:00:00.000001|1e-06|0|datetime.timedelta(microseconds=1)"),
        DateCase(
            "-1",
            "-1 day, 23:59:59.999999|-1e-06|-1|datetime.timedelta(days=-1, seconds=86399, microseconds=999999)"
        ),
        DateCase("1000000", "0:00:01|1.0|0|datetime.timedelta(seconds=1)"),
        DateCase("-1000000", "-1 day, 23:59:59|-1.0|-1|datetime.timedelta(days=-1, seconds=86399)"),
        DateCase("86400000000", "1 day, 0:00:00|86400.0|1|datetime.timedelta(days=1)"),
        DateCase("86400000001", "1 day, 0:00:00.000001|86400.000001|1|datetime.timedelta(days=1, microseconds=1)"),
        DateCase("-86400000000", "-1 day, 0:00:00|-86400.0|-1|datetime.timedelta(days=-1)"),
        DateCase(
            "-86400000001",
            "-2 days, 23:59:59.999999|-86400.000001|-2|datetime.timedelta(days=-2, seconds=86399, microseconds=999999)"
        ),
        DateCase("172800000000", "2 days, 0:00:00|172800.0|2|datetime.timedelta(days=2)"),
        DateCase(
            "90061000001",
            "1 day, 1:01:01.000001|90061.000001|1|datetime.timedelta(days=1, seconds=3661, microseconds=1)"
        ),
        DateCase(
            "-90061000001",
            "-2 days, 22:58:58.999999|-90061.000001|-2|datetime.timedelta(days=-2, seconds=82738, microseconds=999999)"
        ),
        DateCase(
            "9007199254740993",
            "104249 days, 23:47:34.740993|9007199254.740993|104249|datetime.timedelta(days=104249, seconds=85654, microseconds=740993)"
        ),
        DateCase(
            "-62135596799999999",
            "-719162 days, 0:00:00.000001|-62135596800.0|-719162|datetime.timedelta(days=-719162, microseconds=1)"
        ),
        DateCase(
            "86399999999999999999",
            "999999999 days, 23:59:59.999999|86400000000000.0|999999999|datetime.timedelta(days=999999999, seconds=86399, microseconds=999999)"
        ),
    ]

    static let products = [
        DateCase("86401000001", "1.5", "129601500002"),
        DateCase("86401000001", "0.5", "43200500000"),
        DateCase("86401000001", "-0.5", "-43200500000"),
        DateCase("86401000001", "1.1", "95041100001"),
        DateCase("86401000001", "1e-09", "86"),
        DateCase("86401000001", "0.0", "0"),
        DateCase("86401000001", "2.5", "216002500002"),
        DateCase("86401000001", "1e+20", "!OverflowError"),
        DateCase("86401000001", "nan", "!ValueError"),
        DateCase("86401000001", "inf", "!OverflowError"),
        DateCase("-5", "1.5", "-8"),
        DateCase("-5", "0.5", "-2"),
        DateCase("-5", "-0.5", "2"),
        DateCase("-5", "1.1", "-6"),
        DateCase("-5", "1e-09", "0"),
        DateCase("-5", "0.0", "0"),
        DateCase("-5", "2.5", "-12"),
        DateCase("-5", "1e+20", "!OverflowError"),
        DateCase("-5", "nan", "!ValueError"),
        DateCase("-5", "inf", "!OverflowError"),
        DateCase("3", "1.5", "4"),
        DateCase("3", "0.5", "2"),
        DateCase("3", "-0.5", "-2"),
        DateCase("3", "1.1", "3"),
        DateCase("3", "1e-09", "0"),
        DateCase("3", "0.0", "0"),
        DateCase("3", "2.5", "8"),
        DateCase("3", "1e+20", "!OverflowError"),
        DateCase("3", "nan", "!ValueError"),
        DateCase("3", "inf", "!OverflowError"),
        DateCase("1000000000000001", "1.5", "1500000000000002"),
        DateCase("1000000000000001", "0.5", "500000000000000"),
        DateCase("1000000000000001", "-0.5", "-500000000000000"),
        DateCase("1000000000000001", "1.1", "1100000000000001"),
        DateCase("1000000000000001", "1e-09", "1000000"),
        DateCase("1000000000000001", "0.0", "0"),
        DateCase("1000000000000001", "2.5", "2500000000000002"),
        DateCase("1000000000000001", "1e+20", "!OverflowError"),
        DateCase("1000000000000001", "nan", "!ValueError"),
        DateCase("1000000000000001", "inf", "!OverflowError"),
    ]

    static let quotients = [
        DateCase("86401000001", "1.5", "57600666667"),
        DateCase("86401000001", "0.5", "172802000002"),
        DateCase("86401000001", "-0.25", "-345604000004"),
        DateCase("86401000001", "1.1", "78546363637"),
        DateCase("86401000001", "0.0", "!ZeroDivisionError"),
        DateCase("86401000001", "2.5", "34560400000"),
        DateCase("86401000001", "1000.0", "86401000"),
        DateCase("-5", "1.5", "-3"),
        DateCase("-5", "0.5", "-10"),
        DateCase("-5", "-0.25", "20"),
        DateCase("-5", "1.1", "-5"),
        DateCase("-5", "0.0", "!ZeroDivisionError"),
        DateCase("-5", "2.5", "-2"),
        DateCase("-5", "1000.0", "0"),
        DateCase("3", "1.5", "2"),
        DateCase("3", "0.5", "6"),
        DateCase("3", "-0.25", "-12"),
        DateCase("3", "1.1", "3"),
        DateCase("3", "0.0", "!ZeroDivisionError"),
        DateCase("3", "2.5", "1"),
        DateCase("3", "1000.0", "0"),
        DateCase("1000000000000001", "1.5", "666666666666667"),
        DateCase("1000000000000001", "0.5", "2000000000000002"),
        DateCase("1000000000000001", "-0.25", "-4000000000000004"),
        DateCase("1000000000000001", "1.1", "909090909090910"),
        DateCase("1000000000000001", "0.0", "!ZeroDivisionError"),
        DateCase("1000000000000001", "2.5", "400000000000000"),
        DateCase("1000000000000001", "1000.0", "1000000000000"),
    ]

    static let wholeQuotients = [
        DateCase("7", "2", "4 3"),
        DateCase("7", "-2", "-4 -4"),
        DateCase("7", "3", "2 2"),
        DateCase("7", "10", "1 0"),
        DateCase("7", "0", "!ZeroDivisionError"),
        DateCase("-7", "2", "-4 -4"),
        DateCase("-7", "-2", "4 3"),
        DateCase("-7", "3", "-2 -3"),
        DateCase("-7", "10", "-1 -1"),
        DateCase("-7", "0", "!ZeroDivisionError"),
        DateCase("5", "2", "2 2"),
        DateCase("5", "-2", "-2 -3"),
        DateCase("5", "3", "2 1"),
        DateCase("5", "10", "0 0"),
        DateCase("5", "0", "!ZeroDivisionError"),
        DateCase("1000000000000001", "2", "500000000000000 500000000000000"),
        DateCase("1000000000000001", "-2", "-500000000000000 -500000000000001"),
        DateCase("1000000000000001", "3", "333333333333334 333333333333333"),
        DateCase("1000000000000001", "10", "100000000000000 100000000000000"),
        DateCase("1000000000000001", "0", "!ZeroDivisionError"),
        DateCase("86401000001", "2", "43200500000 43200500000"),
        DateCase("86401000001", "-2", "-43200500000 -43200500001"),
        DateCase("86401000001", "3", "28800333334 28800333333"),
        DateCase("86401000001", "10", "8640100000 8640100000"),
        DateCase("86401000001", "0", "!ZeroDivisionError"),
    ]

    static let ratios = [
        DateCase("7", "2", "3.5 3 1"),
        DateCase("7", "-2", "-3.5 -4 -1"),
        DateCase("7", "25200000000", "2.7777777777777777e-10 0 7"),
        DateCase("7", "0", "!ZeroDivisionError"),
        DateCase("-7", "2", "-3.5 -4 1"),
        DateCase("-7", "-2", "3.5 3 -1"),
        DateCase("-7", "25200000000", "-2.7777777777777777e-10 -1 25199999993"),
        DateCase("-7", "0", "!ZeroDivisionError"),
        DateCase("86401000001", "2", "43200500000.5 43200500000 1"),
        DateCase("86401000001", "-2", "-43200500000.5 -43200500001 -1"),
        DateCase("86401000001", "25200000000", "3.4286111111507935 3 10801000001"),
        DateCase("86401000001", "0", "!ZeroDivisionError"),
        DateCase("-90061000001", "2", "-45030500000.5 -45030500001 1"),
        DateCase("-90061000001", "-2", "45030500000.5 45030500000 -1"),
        DateCase("-90061000001", "25200000000", "-3.5738492063888887 -4 10738999999"),
        DateCase("-90061000001", "0", "!ZeroDivisionError"),
    ]
}
