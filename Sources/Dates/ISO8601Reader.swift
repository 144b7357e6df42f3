/// Reads one ISO 8601 text from left to right.
struct ISO8601Reader {
    let text: ISO8601Bytes

    private static let dash = UInt8(ascii: "-")

    /// Reads the whole text; the result is naive when it names no offset.
    mutating func read() throws(DateError) -> DateTime {
        var (date, place) = try readDate()
        var time = ISO8601Time()
        if place < text.count {
            time = try ISO8601Time(text, from: place + 1)
            place = text.count
        }
        let isNextDay = time.hour == 24
        let value = try DateTime(
            year: date.year,
            month: date.month,
            day: date.day,
            hour: isNextDay ? 0 : time.hour,
            minute: time.minute,
            second: time.second,
            microsecond: time.microsecond,
            offset: time.offset
        )
        return isNextDay ? try value.adding(TimeDelta(unchecked: Int128(Gregorian.dayLength))) : value
    }

    /// Reads the date as year, month and day, not yet checked, and where it ends.
    private func readDate() throws(DateError) -> (date: (year: Int, month: Int, day: Int), end: Int) {
        if let common = try? readMonthDate() { return common }
        return try readWeekOrOrdinalDate()
    }

    /// Reads a date of year, month and day, the last two of which may be missing.
    private func readMonthDate() throws(DateError) -> (date: (year: Int, month: Int, day: Int), end: Int) {
        guard text.count >= 4 else { throw DateError(.value, "ISO string too short") }
        let year = try text.number(0, 4)
        guard text.count > 4 else { return ((year, 1, 1), 4) }
        let hasDash = text.byte(4) == Self.dash
        var place = hasDash ? 5 : 4
        guard text.count - place >= 2 else { throw DateError(.value, "Invalid common month") }
        let month = try text.number(place, 2)
        place += 2
        if place >= text.count {
            guard hasDash else { throw DateError(.value, "Invalid ISO format") }
            return ((year, month, 1), place)
        }
        if hasDash {
            guard text.byte(place) == Self.dash else { throw DateError(.value, "Invalid separator in ISO string") }
            place += 1
        }
        guard text.count - place >= 2 else { throw DateError(.value, "Invalid common day") }
        return ((year, month, try text.number(place, 2)), place + 2)
    }

    /// Reads a date of year and week, or of year and day of the year.
    private func readWeekOrOrdinalDate() throws(DateError) -> (date: (year: Int, month: Int, day: Int), end: Int) {
        guard text.count >= 4 else { throw DateError(.value, "ISO string too short") }
        let year = try text.number(0, 4)
        let hasDash = text.byte(4) == Self.dash
        let place = hasDash ? 5 : 4
        if text.byte(place) == UInt8(ascii: "W") {
            return try readWeekDate(year: year, at: place + 1, hasDash: hasDash)
        }
        guard text.count - place >= 3 else { throw DateError(.value, "Invalid ordinal day") }
        let ordinal = try text.number(place, 3)
        guard ordinal >= 1, ordinal <= (Gregorian.isLeap(year) ? 366 : 365) else {
            throw DateError(.value, "Invalid ordinal day \(ordinal) for year \(year)")
        }
        let date = try CalendarDate(year: year, month: 1, day: 1).adding(days: ordinal - 1)
        return (date.fields, place + 3)
    }

    /// Reads week and day of the week; without a day it is Monday.
    private func readWeekDate(
        year: Int,
        at start: Int,
        hasDash: Bool
    ) throws(DateError) -> (date: (year: Int, month: Int, day: Int), end: Int) {
        let week = try text.number(start, 2)
        var place = start + 2
        var weekday = 1
        if text.count > place {
            guard (text.byte(place) == Self.dash) == hasDash else {
                throw DateError(.value, "Inconsistent use of dash separator")
            }
            place += hasDash ? 1 : 0
            weekday = try text.number(place, 1)
            place += 1
        }
        guard (1...53).contains(week) else { throw DateError(.value, "Invalid week: \(week)") }
        guard (1...7).contains(weekday) else { throw DateError(.value, "Invalid weekday: \(weekday)") }
        guard (1...9999).contains(year) else { throw .year(year) }
        let day = Gregorian.firstWeekStart(isoYear: year) + (week - 1) * 7 + weekday - 1
        return (try CalendarDate(daysSinceEpoch: day).fields, place)
    }
}

/// A time of day with an offset as it stands in ISO 8601 text; the fields are not yet checked.
struct ISO8601Time {
    /// Hour, minute and second.
    private var parts = [0, 0, 0]
    private(set) var microsecond = 0
    private(set) var offset: UTCOffset?

    var hour: Int { parts[0] }
    var minute: Int { parts[1] }
    var second: Int { parts[2] }

    /// Midnight without an offset.
    init() {}

    /// Reads a time from a place to the end of a string.
    init(_ text: ISO8601Bytes, from start: Int) throws(DateError) {
        guard text.count - start >= 2 else { throw DateError(.value, "ISO time too short") }
        var place = start
        var hasColon = false
        var part = 0
        while place < text.count, part < 5 {
            if let byte = text.byte(place), "-+Zz".utf8.contains(byte) {
                offset = try Self.offset(text, from: place)
                place = text.count
                break
            }
            let isColon = text.byte(place) == UInt8(ascii: ":")
            if part == 1, isColon { hasColon = true }
            if part == 2, hasColon, !isColon {
                throw DateError(.value, "Inconsistent use of colon separator")
            }
            if part == 1 && isColon || part == 2 && hasColon { place += 1 }
            if part < 3 {
                parts[part] = try text.number(place, 2)
                place += 2
            } else if part == 3 {
                place += readFraction(text, from: place)
            }
            part += 1
        }
        guard place >= text.count else { throw DateError(.value, "Unused components in ISO string") }
        if hour == 24, minute != 0 || second != 0 || microsecond != 0 {
            throw DateError(.value, "Hour may only be 24 at 24:00:00.000")
        }
    }

    /// Reads a fraction of a second, cut to six digits; returns how many bytes it takes, 0 when there is none.
    private mutating func readFraction(_ text: ISO8601Bytes, from place: Int) -> Int {
        guard let mark = text.byte(place), mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") else { return 0 }
        let digits = text.slice(place + 1, text.count).prefix(while: \.isDigit)
        var unit = 100_000
        for byte in digits.prefix(6) {
            microsecond += Int(byte & 15) * unit
            unit /= 10
        }
        return digits.isEmpty ? 0 : digits.count + 1
    }

    /// Reads an offset from a place to the end of a string.
    private static func offset(_ text: ISO8601Bytes, from place: Int) throws(DateError) -> UTCOffset {
        let length = text.count - place
        let sign = text.byte(place)
        if length == 1, sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") { return .utc }
        guard [3, 5, 6].contains(length) else {
            throw DateError(.value, "Time zone offset must be 1, 3, 5 or 6 characters")
        }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
            throw DateError(.value, "Time zone offset requires sign")
        }
        let hours = try text.number(place + 1, 2)
        let minutePlace = place + (text.byte(place + 3) == UInt8(ascii: ":") ? 4 : 3)
        let minutes = length == 3 ? 0 : try text.number(minutePlace, length)
        guard minutes <= 59 else { throw DateError(.value, "Invalid minutes in time zone offset") }
        guard hours <= 23 else { throw DateError(.value, "Invalid hours in time zone offset") }
        let size = (hours * 60 + minutes) * 60
        guard let offset = UTCOffset(seconds: sign == UInt8(ascii: "-") ? -size : size) else {
            throw DateError(.value, "Invalid hours in time zone offset")
        }
        return offset
    }
}
