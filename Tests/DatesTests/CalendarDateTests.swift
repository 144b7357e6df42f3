import Dates
import TestSupport
import Testing

/// Calendar days.
///
/// The tables hold what Python and the reference implementation give.
@Suite struct CalendarDateTests {
    @Test(arguments: try RecordedTable.rows("rows"))
    func showsItsParts(_ row: RecordedRow) throws {
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

    @Test(arguments: try RecordedTable.rows("refusesWhatIsNoDate"))
    func refusesWhatIsNoDate(_ row: RecordedRow) throws {
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
}
