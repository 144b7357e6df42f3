/// A span of calendar years and months together with a fixed span.
///
/// Adding it to a date moves years and months first, cuts the day to the length of the month reached, then adds the
/// fixed span: 2022-03-31 less one month is 2022-02-28. Years and months may be fractions, but then no date can be
/// moved by them.
package struct CalendarDuration: Hashable, Sendable, CustomStringConvertible {
    /// Calendar years, negative for a backward span.
    package let years: Double
    /// Calendar months, negative for a backward span; not limited to 12.
    package let months: Double
    /// The fixed part.
    package let delta: TimeDelta

    /// Makes a span of its parts.
    package init(years: Double = 0, months: Double = 0, delta: TimeDelta = .zero) {
        self.years = years
        self.months = months
        self.delta = delta
    }

    /// Whether the calendar months, years included, and the fixed parts are the same.
    package static func == (left: CalendarDuration, right: CalendarDuration) -> Bool {
        left.years * 12 + left.months == right.years * 12 + right.months && left.delta == right.delta
    }

    /// Hashes what equality regards.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(years * 12 + months)
        hasher.combine(delta)
    }

    /// The span turned round.
    package func negated() throws(DateError) -> CalendarDuration {
        CalendarDuration(years: -years, months: -months, delta: try delta.negated())
    }

    /// The sum of two spans, part by part.
    package func adding(_ other: CalendarDuration) throws(DateError) -> CalendarDuration {
        CalendarDuration(
            years: years + other.years,
            months: months + other.months,
            delta: try delta.adding(other.delta)
        )
    }

    /// The difference of two spans, part by part.
    package func subtracting(_ other: CalendarDuration) throws(DateError) -> CalendarDuration {
        CalendarDuration(
            years: years - other.years,
            months: months - other.months,
            delta: try delta.subtracting(other.delta)
        )
    }

    /// The sum with a fixed span.
    package func adding(_ other: TimeDelta) throws(DateError) -> CalendarDuration {
        CalendarDuration(years: years, months: months, delta: try delta.adding(other))
    }

    /// The difference to a fixed span.
    package func subtracting(_ other: TimeDelta) throws(DateError) -> CalendarDuration {
        CalendarDuration(years: years, months: months, delta: try delta.subtracting(other))
    }

    /// The span several times over, part by part.
    package func multiplied(by factor: Int) throws(DateError) -> CalendarDuration {
        CalendarDuration(
            years: years * Double(factor),
            months: months * Double(factor),
            delta: try delta.multiplied(by: factor)
        )
    }

    /// Moves a date by the years and months, forwards or backwards, and cuts the day to the month reached.
    fileprivate func moving(_ date: CalendarDate, by sign: Double) throws(DateError) -> CalendarDate {
        guard years.rounded() == years, months.rounded() == months else {
            throw DateError(.value, "fractional years or months not supported for date calculations")
        }
        let fields = date.fields
        guard years.magnitude < 1e9, months.magnitude < 1e9 else {
            throw DateError(.overflow, "signed integer is greater than maximum")
        }
        let month = fields.month - 1 + Int(months * sign)
        let year = fields.year + Int(years * sign) + Gregorian.floorQuotient(month, 12)
        guard (1...9999).contains(year) else { throw .year(year) }
        let target = Gregorian.floorModulo(month, 12) + 1
        let day = min(fields.day, Gregorian.dayCount(year: year, month: target))
        return try CalendarDate(year: year, month: target, day: day)
    }

    /// The span as `1 years, 2 months, 1 day, 0:00:00`.
    package var description: String {
        var parts: [String] = []
        let whole = { (number: Double) in String(Int128(exactly: number.rounded(.towardZero)) ?? 0) }
        if years != 0 { parts.append("\(whole(years)) years") }
        if months != 0 { parts.append("\(whole(months)) month\(months <= 1 ? "" : "s")") }
        return (parts + [delta.description]).joined(separator: ", ")
    }

    /// The span as it prints inside a list: `isodate.duration.Duration(0, 0, 0, years=1, months=2)`.
    package var representation: String {
        let whole = { (number: Double) in String(Int128(exactly: number.rounded(.towardZero)) ?? 0) }
        return "isodate.duration.Duration(\(delta.days), \(delta.seconds), \(delta.microseconds), "
            + "years=\(whole(years)), months=\(whole(months)))"
    }
}

extension DateTime {
    /// Moves by a calendar span: years and months first, then the fixed part; keeps the offset.
    package func adding(_ duration: CalendarDuration) throws(DateError) -> DateTime {
        try moving(duration, by: 1).adding(duration.delta)
    }

    /// Moves back by a calendar span: years and months first, then the fixed part; keeps the offset.
    package func subtracting(_ duration: CalendarDuration) throws(DateError) -> DateTime {
        try moving(duration, by: -1).subtracting(duration.delta)
    }

    /// Moves the date and keeps the time of day and the offset.
    private func moving(_ duration: CalendarDuration, by sign: Double) throws(DateError) -> DateTime {
        let midnight = DateTime(try duration.moving(date, by: sign), offset: offset)
        return DateTime(uncheckedWall: midnight.wallMicroseconds + Int64(microsecondOfDay), zone: offset)
    }
}

extension CalendarDate {
    /// Moves by a calendar span; of its fixed part only whole days count.
    package func adding(_ duration: CalendarDuration) throws(DateError) -> CalendarDate {
        try duration.moving(self, by: 1).adding(duration.delta)
    }

    /// Moves back by a calendar span; of its fixed part only whole days count.
    package func subtracting(_ duration: CalendarDuration) throws(DateError) -> CalendarDate {
        try duration.moving(self, by: -1).subtracting(duration.delta)
    }
}
