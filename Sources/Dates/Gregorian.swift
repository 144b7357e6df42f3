/// Arithmetic of the proleptic Gregorian calendar over whole numbers.
///
/// Days are counted from 1970-01-01, which is day 0. Months run from 1 to 12, weekdays from 0 (Monday) to 6 (Sunday).
enum Gregorian {
    /// The day of 0001-01-01.
    static let firstDay = -719_162
    /// The day of 9999-12-31.
    static let lastDay = 2_932_896
    /// Microseconds in a day.
    static let dayLength: Int64 = 86_400_000_000

    /// Whether a year has 366 days.
    @inline(__always)
    static func isLeap(_ year: Int) -> Bool {
        year & 3 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// The number of days of a month; the month must be in 1 to 12.
    @inline(__always)
    static func dayCount(year: Int, month: Int) -> Int {
        if month == 2 { return isLeap(year) ? 29 : 28 }
        return 30 + (month + month >> 3) & 1
    }

    /// Counts the days from 1970-01-01 to a date, in years counted from March so that the leap day comes last.
    @inline(__always)
    static func day(year: Int, month: Int, day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Splits a day count into year, month and day of the month.
    @inline(__always)
    static func fields(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    /// The weekday of a day, 0 for Monday.
    @inline(__always)
    static func weekday(ofDay day: Int) -> Int { floorModulo(day + 3, 7) }

    /// The day of the Monday that opens week 1 of an ISO 8601 year.
    static func firstWeekStart(isoYear: Int) -> Int {
        let fourth = day(year: isoYear, month: 1, day: 4)
        return fourth - weekday(ofDay: fourth)
    }

    /// Remainder with the sign of the divisor.
    @inline(__always)
    static func floorModulo<Number: BinaryInteger>(_ value: Number, _ divisor: Number) -> Number {
        let remainder = value % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }

    /// Quotient rounded towards negative infinity; the divisor must be positive.
    @inline(__always)
    static func floorQuotient<Number: BinaryInteger>(_ value: Number, _ divisor: Number) -> Number {
        let quotient = value / divisor
        return value % divisor < 0 ? quotient - 1 : quotient
    }
}
