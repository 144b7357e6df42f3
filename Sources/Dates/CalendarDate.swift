/// A day of the proleptic Gregorian calendar, years 1 to 9999, without a time of day.
///
/// Prints as `2024-02-29`.
package struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01.
    package let daysSinceEpoch: Int32

    /// Makes a date from a day count that is known to be in range.
    init(uncheckedDay day: Int) {
        daysSinceEpoch = Int32(truncatingIfNeeded: day)
    }

    /// Makes a date from days since 1970-01-01; throws an overflow outside years 1 to 9999.
    package init(daysSinceEpoch day: Int) throws(DateError) {
        guard day >= Gregorian.firstDay, day <= Gregorian.lastDay else { throw .outOfRange }
        self.init(uncheckedDay: day)
    }

    /// Makes a date from its parts; throws a value fault that names the part that is out of range.
    package init(year: Int, month: Int, day: Int) throws(DateError) {
        guard (1...9999).contains(year) else { throw .year(year) }
        guard (1...12).contains(month) else { throw DateError(.value, "month must be in 1..12") }
        guard day >= 1, day <= Gregorian.dayCount(year: year, month: month) else {
            throw DateError(.value, "day is out of range for month")
        }
        self.init(uncheckedDay: Gregorian.day(year: year, month: month, day: day))
    }

    /// Year, month (1 to 12) and day of the month (1 to 31).
    package var fields: (year: Int, month: Int, day: Int) { Gregorian.fields(ofDay: Int(daysSinceEpoch)) }
    /// The year, 1 to 9999.
    package var year: Int { fields.year }
    /// The month, 1 to 12.
    package var month: Int { fields.month }
    /// The day of the month, 1 to 31.
    package var day: Int { fields.day }
    /// The day number, where 0001-01-01 is 1.
    package var ordinal: Int { Int(daysSinceEpoch) - Gregorian.firstDay + 1 }
    /// The weekday, 0 for Monday to 6 for Sunday.
    package var weekday: Int { Gregorian.weekday(ofDay: Int(daysSinceEpoch)) }
    /// The weekday, 1 for Monday to 7 for Sunday.
    package var isoWeekday: Int { weekday + 1 }
    /// The day of the year, 1 to 366.
    package var dayOfYear: Int { Int(daysSinceEpoch) - Gregorian.day(year: year, month: 1, day: 1) + 1 }

    /// ISO 8601 year, week (1 to 53) and weekday (1 for Monday); the year may be 0 or 10000 at the ends of the range.
    package var isoCalendar: (year: Int, week: Int, weekday: Int) {
        var isoYear = year
        let day = Int(daysSinceEpoch)
        if day < Gregorian.firstWeekStart(isoYear: isoYear) {
            isoYear -= 1
        } else if day >= Gregorian.firstWeekStart(isoYear: isoYear + 1) {
            isoYear += 1
        }
        return (isoYear, (day - Gregorian.firstWeekStart(isoYear: isoYear)) / 7 + 1, isoWeekday)
    }

    /// Orders dates by day.
    package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        left.daysSinceEpoch < right.daysSinceEpoch
    }

    /// Moves a date by whole days; throws an overflow outside years 1 to 9999.
    package func adding(days: Int) throws(DateError) -> CalendarDate {
        let (day, overflow) = Int(daysSinceEpoch).addingReportingOverflow(days)
        if overflow { throw .outOfRange }
        return try CalendarDate(daysSinceEpoch: day)
    }

    /// Adds the whole days of an interval (its `days` part); hours and below are ignored.
    package func adding(_ delta: TimeDelta) throws(DateError) -> CalendarDate { try adding(days: delta.days) }

    /// Takes off the whole days of an interval (its `days` part); hours and below are ignored.
    package func subtracting(_ delta: TimeDelta) throws(DateError) -> CalendarDate { try adding(days: -delta.days) }

    /// The interval from another date to this one.
    package func since(_ other: CalendarDate) -> TimeDelta {
        TimeDelta(unchecked: Int128(daysSinceEpoch - other.daysSinceEpoch) * Int128(Gregorian.dayLength))
    }

    /// Changes some parts; throws a value fault when the result is not a date.
    package func replacing(year: Int? = nil, month: Int? = nil, day: Int? = nil) throws(DateError) -> CalendarDate {
        let now = fields
        return try CalendarDate(year: year ?? now.year, month: month ?? now.month, day: day ?? now.day)
    }

    /// The date as `2024-02-29`, the year with four digits.
    package var description: String {
        var text: [UInt8] = []
        appendISO(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// The date as it prints inside a list: `datetime.date(2024, 2, 29)`.
    package var representation: String {
        let now = fields
        return "datetime.date(\(now.year), \(now.month), \(now.day))"
    }

    /// Writes `YYYY-MM-DD`.
    func appendISO(to text: inout [UInt8]) {
        let now = fields
        text.appendNumber(now.year, width: 4)
        text.append(UInt8(ascii: "-"))
        text.appendNumber(now.month, width: 2)
        text.append(UInt8(ascii: "-"))
        text.appendNumber(now.day, width: 2)
    }
}
