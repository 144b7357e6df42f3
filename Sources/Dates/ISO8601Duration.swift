import Text

/// A duration read from ISO 8601 text such as `P1D`, `PT1H30M`, `P1M` or `-P2W`.
///
/// Units stand in the order Y, M, W, D, then after `T` H, M, S; each may be left out and may have a fraction after a
/// point or a comma. Without years and months the result is a fixed span, otherwise a calendar span.
package enum ISO8601Duration: Hashable, Sendable, CustomStringConvertible {
    /// A span of fixed length.
    case fixed(TimeDelta)
    /// A span with years or months.
    case calendar(CalendarDuration)

    /// Reads a duration; throws a duration fault for other text and an overflow beyond 999,999,999 days.
    package static func parse(_ text: String) throws(DateError) -> ISO8601Duration {
        guard let amounts = ISO8601DurationReader.amounts(Array(text.utf8)) else { throw fault(text) }
        let delta = try TimeDelta(
            weeks: amounts.weeks,
            days: amounts.days,
            hours: amounts.hours,
            minutes: amounts.minutes,
            seconds: amounts.seconds
        )
        if amounts.years == 0, amounts.months == 0 {
            return .fixed(amounts.isNegative ? try delta.negated() : delta)
        }
        let duration = CalendarDuration(years: amounts.years, months: amounts.months, delta: delta)
        return .calendar(amounts.isNegative ? try duration.negated() : duration)
    }

    /// The fault of a string that is not a duration.
    private static func fault(_ text: String) -> DateError {
        guard text.hasPrefix("P") else {
            return DateError(.duration, "Unable to parse duration string \(PythonText.repr(text))")
        }
        let parts = text.dropFirst().split(separator: "T", omittingEmptySubsequences: false)
        if parts.count == 2 {
            return DateError(.duration, "Unrecognised ISO 8601 date format: \(PythonText.repr(String(parts[0])))")
        }
        let rest = PythonText.repr(String(text.dropFirst()))
        return DateError(
            .duration,
            "ISO 8601 time designator 'T' missing. Unable to parse datetime string \(rest)"
        )
    }

    /// The span as its type prints it.
    package var description: String {
        switch self {
        case .fixed(let delta): delta.description
        case .calendar(let duration): duration.description
        }
    }

    /// The span turned round.
    package func negated() throws(DateError) -> ISO8601Duration {
        switch self {
        case .fixed(let delta): .fixed(try delta.negated())
        case .calendar(let duration): .calendar(try duration.negated())
        }
    }
}

extension ISO8601Duration {
    /// Whether the duration does not move an instant.
    package var isZero: Bool {
        if case .fixed(let delta) = self { return delta == .zero }
        return false
    }

    /// Whether the duration points backwards in any of its parts.
    package var isBackward: Bool {
        switch self {
        case .fixed(let delta): delta < .zero
        case .calendar(let span): span.years < 0 || span.months < 0 || span.delta < .zero
        }
    }
}

extension DateTime {
    /// Moves by a duration of either kind.
    package func adding(_ duration: ISO8601Duration) throws(DateError) -> DateTime {
        switch duration {
        case .fixed(let delta): try adding(delta)
        case .calendar(let span): try adding(span)
        }
    }

    /// Moves back by a duration of either kind.
    package func subtracting(_ duration: ISO8601Duration) throws(DateError) -> DateTime {
        switch duration {
        case .fixed(let delta): try subtracting(delta)
        case .calendar(let span): try subtracting(span)
        }
    }
}
