/// Why a string is not a date.
enum StrptimeFault: Error, Hashable {
    /// The text does not have the form of the format.
    case mismatch
    /// Text is left over from this byte on.
    case leftover(Int)
    /// The fields do not make a date.
    case date(year: Int, month: Int, day: Int)
    /// The day of the year lies outside years 1 to 9999.
    case ordinal(Int)
    /// The second is 60 or 61.
    case second
    /// The distance from UTC is a day or more, in microseconds.
    case offset(Int64)
    /// The distance from UTC, read from this byte on, has only one of its two colons.
    case unevenColons(Int, hasFirst: Bool)
    /// `%G` without `%V` and a weekday.
    case isoYearAlone
    /// `%G` with `%j`.
    case isoYearWithDayOfYear
    /// `%V` without a weekday.
    case isoWeekAlone
    /// `%V` with `%Y`.
    case isoWeekWithYear
}

/// The fields that a match of a format collected.
struct StrptimeFields {
    var year: Int?
    var month = 1
    var day = 1
    var hour = 0
    var isHalfHour = false
    var isAfternoon = false
    var minute = 0
    var second = 0
    var microsecond = 0
    var weekday: Int?
    var dayOfYear: Int?
    var week: Int?
    var weekStartsOnMonday = false
    var isoYear: Int?
    var isoWeek: Int?
    var offset: ReadOffset?
    var zoneName: UInt8?

    /// Stores a field of one or two digits.
    @inline(__always)
    mutating func store(_ value: Int, in field: StrptimeNumber) {
        switch field {
        case .month: month = value
        case .day: day = value
        case .hour:
            hour = value
            isHalfHour = false
        case .halfHour:
            hour = value
            isHalfHour = true
        case .minute: minute = value
        case .second: second = value
        case .sundayWeek:
            week = value
            weekStartsOnMonday = false
        case .mondayWeek:
            week = value
            weekStartsOnMonday = true
        case .isoWeek: isoWeek = value
        }
    }

    /// Makes the value of the fields; one without an offset is naive, or in `zone` when that is given.
    @inline(__always)
    func resolved(isPlain: Bool, zone: UTCOffset?) throws(StrptimeFault) -> DateTime {
        if let offset, offset.hasUnevenColons {
            throw .unevenColons(offset.start, hasFirst: offset.hasColon)
        }
        let date = isPlain ? (year: year ?? 1900, month: month, day: day) : try calendarDate()
        guard date.year >= 1, date.day <= Gregorian.dayCount(year: date.year, month: date.month) else {
            throw .date(year: date.year, month: date.month, day: date.day)
        }
        var zone = zone
        if let offset {
            guard let read = UTCOffset(microseconds: offset.total) else { throw .offset(offset.total) }
            zone = zoneName.map { read.named($0) } ?? read
        }
        guard second <= 59 else { throw .second }
        let hour = isHalfHour ? self.hour % 12 + (isAfternoon ? 12 : 0) : self.hour
        let seconds =
            Gregorian.day(year: date.year, month: date.month, day: date.day) &* 86_400
            &+ (hour &* 60 &+ minute) &* 60 &+ second
        return DateTime(uncheckedWall: Int64(seconds &* 1_000_000 &+ microsecond), zone: zone)
    }

    /// Works out the date from a day of the year, a week and weekday, or an ISO week, and the defaults for the rest.
    ///
    /// Without a year the year is 1900. February 29 without a year is looked up in a leap year and then fails.
    @inline(never)
    private func calendarDate() throws(StrptimeFault) -> (year: Int, month: Int, day: Int) {
        try checkISOFields()
        let isLeapDay = year == nil && month == 2 && day == 29
        var year = self.year ?? (isLeapDay ? 1904 : 1900)
        var ordinal = dayOfYear
        if ordinal == nil, let weekday {
            if let week {
                ordinal = try dayOfYear(year: year, week: week, weekday: weekday)
            } else if let isoYear, let isoWeek {
                guard isoYear >= 1 else { throw .date(year: isoYear, month: 1, day: 1) }
                let day = Gregorian.firstWeekStart(isoYear: isoYear) + (isoWeek - 1) * 7 + weekday
                year = isoYear
                ordinal = day - Gregorian.day(year: year, month: 1, day: 1) + 1
            }
        }
        guard let ordinal else { return (isLeapDay ? 1900 : year, month, day) }
        guard year >= 1 else { throw .date(year: year, month: 1, day: 1) }
        let number = Gregorian.day(year: year, month: 1, day: 1) + ordinal - 1
        guard number >= Gregorian.firstDay, number <= Gregorian.lastDay else { throw .ordinal(number) }
        let date = Gregorian.fields(ofDay: number)
        return (isLeapDay ? 1900 : date.year, date.month, date.day)
    }

    /// Throws for ISO years and weeks that lack their other half or meet what excludes them.
    private func checkISOFields() throws(StrptimeFault) {
        if year == nil, isoYear != nil {
            if isoWeek == nil || weekday == nil { throw .isoYearAlone }
            if dayOfYear != nil { throw .isoYearWithDayOfYear }
        } else if week == nil, isoWeek != nil {
            throw weekday == nil ? .isoWeekAlone : .isoWeekWithYear
        }
    }

    /// The day of the year of a weekday in a week that counts from the first Sunday or Monday; may be 0 or less.
    private func dayOfYear(year: Int, week: Int, weekday: Int) throws(StrptimeFault) -> Int {
        guard year >= 1 else { throw .date(year: year, month: 1, day: 1) }
        let shift = weekStartsOnMonday ? 0 : 1
        let first = (Gregorian.weekday(ofDay: Gregorian.day(year: year, month: 1, day: 1)) + shift) % 7
        let place = (weekday + shift) % 7
        return week == 0 ? 1 + place - first : (7 - first) % 7 + 7 * (week - 1) + 1 + place
    }
}
