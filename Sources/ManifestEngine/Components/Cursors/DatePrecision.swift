import Dates

/// The smallest unit that a date format writes.
enum DatePrecision {
    /// The unit; nil for a format without any directive that is known.
    static func unit(of pattern: String) -> ISO8601Duration? {
        text(of: pattern).flatMap { try? ISO8601Duration.parse($0) }
    }

    /// The unit as a duration in text.
    static func text(of pattern: String) -> String? {
        if let whole = wholePatterns[pattern] { return whole }
        if pattern.contains("%_ms") { return "PT0.001S" }
        return units.first { unit in unit.directives.contains { pattern.contains("%\($0)") } }?.text
    }

    /// Formats that are numbers.
    private static let wholePatterns = [
        "%s": "PT1S", "%s_as_float": "PT0.000001S", "%ms": "PT0.001S", "%epoch_microseconds": "PT0.000001S",
    ]

    /// The directives of `strftime` that write a unit, the smallest one first.
    private static let units: [(text: String, directives: String)] = [
        ("PT0.000001S", "f"), ("PT1S", "SsTcXr"), ("PT1M", "MR"), ("PT1H", "HI"), ("P1D", "djeDFxaAwu"),
        ("P1M", "mbBh"),
        ("P1Y", "YyGC"),
    ]

    /// Whether one duration ends before another that begins at the same moment.
    static func isFiner(_ one: ISO8601Duration, than other: ISO8601Duration) -> Bool {
        guard let first = start.adding(one), let second = start.adding(other) else { return false }
        return first < second
    }

    /// 1970, a year and month of common length.
    private static let start = CursorInstant(DateTime(nearestMicrosecondsSinceEpoch: 0))
}
