import Dates
import TestSupport
import Testing

/// Spans of time.
///
/// The tables hold what Python and the reference implementation give.
@Suite struct TimeDeltaTests {
    private func span(_ text: String) throws -> TimeDelta {
        try TimeDelta(microseconds: try #require(Int128(text)))
    }

    @Test(arguments: try RecordedTable.rows("texts"))
    func prints(_ row: RecordedRow) throws {
        let span = try span(row.input)
        let text = "\(span)|\(span.totalSeconds)|\(span.days)|\(span.representation)"
        #expect(text == row.expected)
    }

    @Test(arguments: try RecordedTable.rows("products"))
    func multipliesByNumbers(_ row: RecordedRow) throws {
        let (span, factor) = (try span(row.input), try #require(Double(row.argument)))
        #expect(
            outcome { () throws(DateError) in "\(try span.multiplied(by: factor).totalMicroseconds)" } == row.expected
        )
    }

    @Test(arguments: try RecordedTable.rows("quotients"))
    func dividesByNumbers(_ row: RecordedRow) throws {
        let (span, divisor) = (try span(row.input), try #require(Double(row.argument)))
        #expect(
            outcome { () throws(DateError) in "\(try span.divided(by: divisor).totalMicroseconds)" } == row.expected
        )
    }

    @Test(arguments: try RecordedTable.rows("wholeQuotients"))
    func dividesByWholeNumbers(_ row: RecordedRow) throws {
        let (span, divisor) = (try span(row.input), try #require(Int(row.argument)))
        let text = outcome { () throws(DateError) in
            let exact: TimeDelta = try span.divided(by: divisor)
            let whole: TimeDelta = try span.floorDivided(by: divisor)
            return "\(exact.totalMicroseconds) \(whole.totalMicroseconds)"
        }
        #expect(text == row.expected)
    }

    @Test(arguments: try RecordedTable.rows("ratios"))
    func dividesBySpans(_ row: RecordedRow) throws {
        let (span, other) = (try span(row.input), try span(row.argument))
        let text = outcome { () throws(DateError) in
            let ratio: Double = try span.divided(by: other)
            let whole: Int = try span.floorDivided(by: other)
            return "\(ratio) \(whole) \(try span.remainder(other).totalMicroseconds)"
        }
        #expect(text == row.expected)
    }

    @Test(arguments: try RecordedTable.rows("fractions"))
    func makesSpansOfFractions(_ row: RecordedRow) throws {
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
}
