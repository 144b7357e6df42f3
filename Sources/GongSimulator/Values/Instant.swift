/// A point in time, in microseconds since 1970-01-01T00:00:00Z.
package struct Instant: Sendable, Hashable, Comparable {
    /// Microseconds since the Unix epoch; negative before it.
    package let microseconds: Int64

    /// Makes an instant from microseconds since the Unix epoch.
    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// Makes an instant from whole seconds since the Unix epoch.
    package init(seconds: Int64) {
        microseconds = seconds * 1_000_000
    }

    /// Reads ISO 8601 with seconds and a zone, such as `2026-08-29T08:00:00.123+02:00`; nil when the text is not that.
    ///
    /// The zone is `Z`, `±HH:MM`, `±HHMM` or `±HH`. A fraction may have any number of digits; six count.
    package init?(iso8601 text: String) {
        guard let instant = ISO8601Reader(text).instant() else { return nil }
        self = instant
    }

    /// 2026-09-10T12:00:00Z, the default present of a simulated company.
    package static let standardNow = Instant(seconds: 1_789_041_600)

    /// Whole seconds since the Unix epoch, rounded down.
    package var seconds: Int64 { microseconds.flooredDivision(by: 1_000_000) }

    /// Compares by time.
    package static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }

    /// The instant that many seconds later, or earlier when negative.
    package func adding(seconds: Int) -> Instant {
        Instant(microseconds: microseconds + Int64(seconds) * 1_000_000)
    }

    /// The same instant without its fraction of a second.
    package var wholeSecond: Instant { Instant(seconds: seconds) }

    /// The calendar day at a given offset from UTC.
    package func day(in offset: UTCOffset) -> CalendarDay {
        CalendarDay(number: (seconds + Int64(offset.minutes) * 60).flooredDivision(by: 86_400))
    }
}

/// A fixed distance from UTC, and how it is written.
package struct UTCOffset: Sendable, Hashable {
    /// Minutes east of UTC; negative in the west.
    package let minutes: Int
    /// True when UTC itself is written `Z` and not `+00:00`.
    package let writesZ: Bool

    /// Makes an offset of minutes east of UTC.
    package init(minutes: Int, writesZ: Bool = false) {
        self.minutes = minutes
        self.writesZ = writesZ && minutes == 0
    }

    /// Reads `Z`, `+02:00`, `-0700` or `+02`; nil for anything else.
    package init?(_ text: String) {
        var reader = ISO8601Reader(text)
        guard let offset = reader.offset(), reader.isAtEnd else { return nil }
        self = offset
    }

    /// UTC written as `Z`.
    package static let zulu = UTCOffset(minutes: 0, writesZ: true)
}

/// A day of the Gregorian calendar without a zone, counted from 1970-01-01.
package struct CalendarDay: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01; negative before it.
    package let number: Int64

    /// Makes a day from its number since 1970-01-01.
    package init(number: Int64) {
        self.number = number
    }

    /// Makes a day from year, month and day; nil when there is no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= 31 else { return nil }
        let shiftedYear = Int64(month <= 2 ? year - 1 : year)
        let era = shiftedYear.flooredDivision(by: 400)
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = Int64((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1)
        number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        guard parts == (year, month, day) else { return nil }
    }

    /// Reads `YYYY-MM-DD`; nil when the text is anything else.
    package init?(_ text: String) {
        var reader = ISO8601Reader(text)
        guard let day = reader.day(), reader.isAtEnd else { return nil }
        self = day
    }

    /// Compares by date.
    package static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.number < right.number }

    /// Year, month and day, by the civil-from-days method of Howard Hinnant's calendar notes.
    package var parts: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = shifted.flooredDivision(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (Int(year), Int(month), Int(day))
    }
}

extension Int64 {
    /// The quotient rounded towards minus infinity, for times before 1970.
    func flooredDivision(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
