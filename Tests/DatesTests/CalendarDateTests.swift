import Dates
import Testing

/// Calendar days.
///
/// The tables hold what Python and the reference implementation give.
@Suite struct CalendarDateTests {
    @Test(arguments: rows)
    func showsItsParts(_ row: DateCase) throws {
        let parts = try row.input.split(separator: "-").map { try #require(Int($0)) }
        let date = try CalendarDate(year: parts[0], month: parts[1], day: parts[2])
        let iso = date.isoCalendar
        let text =
            "\(date) \(date.ordinal) \(date.weekday) \(date.dayOfYear) \(iso.year)-\(iso.week)-\(iso.weekday)"
        #expect(text == row.expected)
        #expect(date.fields == (parts[0], parts[1], parts[2]))
        #expect(date.representation == "datetime.date(\(parts[0]), \(parts[1]), \(parts[2]))")
    }

    @Test func everyDayFollowsTheOneBefore() throws {
        var date = try CalendarDate(year: 1895, month: 12, day: 31)
        let end = try CalendarDate(year: 2105, month: 1, day: 1)
        while date < end {
            let next = try date.adding(days: 1)
            let (old, new) = (date.fields, next.fields)
            let isFirst = new.day == 1 && (new.month == old.month + 1 || new.month == 1 && new.year == old.year + 1)
            #expect(isFirst || new == (old.year, old.month, old.day + 1))
            #expect(try CalendarDate(year: new.year, month: new.month, day: new.day) == next)
            date = next
        }
    }

    @Test(arguments: [
        DateCase("0 1 1", "ValueError: year 0 is out of range"),
        DateCase("10000 1 1", "ValueError: year 10000 is out of range"),
        DateCase("2024 0 1", "ValueError: month must be in 1..12"),
        DateCase("2024 13 1", "ValueError: month must be in 1..12"),
        DateCase("2023 2 29", "ValueError: day is out of range for month"),
        DateCase("2024 4 31", "ValueError: day is out of range for month"),
    ])
    func refusesWhatIsNoDate(_ row: DateCase) throws {
        let parts = try row.input.split(separator: " ").map { try #require(Int($0)) }
        let text = fault { () throws(DateError) in try CalendarDate(year: parts[0], month: parts[1], day: parts[2]) }
        #expect(text == row.expected)
    }

    @Test func movesByWholeDaysOnly() throws {
        let date = try CalendarDate(year: 2024, month: 3, day: 31)
        #expect(try date.adding(TimeDelta(hours: -5)).description == "2024-03-30")
        #expect(try date.subtracting(TimeDelta(hours: 5)).description == "2024-03-31")
        #expect(try date.adding(days: 1).since(date) == TimeDelta(days: 1))
        #expect(try date.replacing(day: 1).description == "2024-03-01")
        #expect(
            fault { () throws(DateError) in try date.adding(days: 4_000_000) }
                == "OverflowError: date value out of range"
        )
    }

    static let rows = [
        DateCase("1-1-1", "0001-01-01 1 0 1 1-1-1"),
        DateCase("1-12-31", "0001-12-31 365 0 365 2-1-1"),
        DateCase("4-2-29", "0004-02-29 1155 6 60 4-9-7"),
        DateCase("100-3-1", "0100-03-01 36219 0 60 100-9-1"),
        DateCase("1582-10-15", "1582-10-15 577736 4 288 1582-41-5"),
        DateCase("1900-2-28", "1900-02-28 693654 2 59 1900-9-3"),
        DateCase("1900-3-1", "1900-03-01 693655 3 60 1900-9-4"),
        DateCase("1969-12-31", "1969-12-31 719162 2 365 1970-1-3"),
        DateCase("1970-1-1", "1970-01-01 719163 3 1 1970-1-4"),
        DateCase("2000-2-29", "2000-02-29 730179 1 60 2000-9-2"),
        DateCase("2004-12-31", "2004-12-31 731946 4 366 2004-53-5"),
        DateCase("2008-12-29", "2008-12-29 733405 0 364 2009-1-1"),
        DateCase("2009-1-1", "2009-01-01 733408 3 1 2009-1-4"),
        DateCase("2010-1-3", "2010-01-03 733775 6 3 2009-53-7"),
        DateCase("2016-1-1", "2016-01-01 735964 4 1 2015-53-5"),
        DateCase("2020-12-31", "2020-12-31 737790 3 366 2020-53-4"),
        DateCase("2021-1-3", "2021-01-03 737793 6 3 2020-53-7"),
        DateCase("2024-2-29", "2024-02-29 738945 3 60 2024-9-4"),
        DateCase("2024-12-30", "2024-12-30 739250 0 365 2025-1-1"),
        DateCase("9999-12-31", "9999-12-31 3652059 4 365 9999-52-5"),
    ]
}
