import Dates
import TestSupport
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

    @Test(arguments: try RecordedTable.rows("added"))
    func adds(_ row: RecordedRow) {
        #expect(
            outcome { () throws(DateError) in
                try value(row.argument).adding(ISO8601Duration.parse(row.input)).isoformat()
            } == row.expected
        )
    }

    @Test(arguments: try RecordedTable.rows("subtracted"))
    func subtracts(_ row: RecordedRow) {
        #expect(
            outcome { () throws(DateError) in
                try value(row.argument).subtracting(ISO8601Duration.parse(row.input)).isoformat()
            } == row.expected
        )
    }

    @Test(arguments: try RecordedTable.rows("addedToDates"))
    func addsToDates(_ row: RecordedRow) {
        let text = outcome { () throws(DateError) in
            let date = try DateFormat("%Y-%m-%d").parse(row.argument).date
            return switch try ISO8601Duration.parse(row.input) {
            case .fixed(let delta): try date.adding(delta).description
            case .calendar(let span): try date.adding(span).description
            }
        }
        #expect(text == row.expected)
    }

    @Test(arguments: try RecordedTable.rows("subtractedFromDates"))
    func subtractsFromDates(_ row: RecordedRow) {
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
}
