/// A span of time in whole microseconds, at most 999,999,999 days either way.
///
/// Prints as `1 day, 0:00:00`; a negative span has negative days and a time of day that counts forwards.
package struct TimeDelta: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The whole span in microseconds.
    package let totalMicroseconds: Int128

    /// The longest span, in days.
    static let maximumDays = 999_999_999

    /// Makes a span that is known to be short enough.
    init(unchecked microseconds: Int128) {
        totalMicroseconds = microseconds
    }

    /// Makes a span from microseconds; throws an overflow beyond 999,999,999 days.
    package init(microseconds: Int128) throws(DateError) {
        let days = Gregorian.floorQuotient(microseconds, Int128(Gregorian.dayLength))
        guard days.magnitude <= Self.maximumDays else {
            guard let shown = Int32(exactly: days) else {
                throw DateError(.overflow, "Python int too large to convert to C int")
            }
            throw DateError(.overflow, "days=\(shown); must have magnitude <= \(Self.maximumDays)")
        }
        totalMicroseconds = microseconds
    }

    /// Makes a span from whole units; throws an overflow beyond 999,999,999 days.
    package init(
        days: Int = 0,
        hours: Int = 0,
        minutes: Int = 0,
        seconds: Int = 0,
        microseconds: Int = 0
    ) throws(DateError) {
        let time = Int128(hours) * 3600 + Int128(minutes) * 60 + Int128(seconds)
        try self.init(microseconds: (Int128(days) * 86_400 + time) * 1_000_000 + Int128(microseconds))
    }

    /// No time at all.
    package static let zero = TimeDelta(unchecked: 0)

    /// Whole days, rounded down: negative for every negative span.
    package var days: Int { Int(Gregorian.floorQuotient(totalMicroseconds, Int128(Gregorian.dayLength))) }
    /// Whole seconds beyond the days, 0 to 86,399.
    package var seconds: Int { Int(Gregorian.floorModulo(totalMicroseconds, Int128(Gregorian.dayLength)) / 1_000_000) }
    /// Microseconds beyond the seconds, 0 to 999,999.
    package var microseconds: Int { Int(Gregorian.floorModulo(totalMicroseconds, 1_000_000)) }
    /// The whole span in seconds, correctly rounded.
    package var totalSeconds: Double { EpochNumber.seconds(ofMicroseconds: totalMicroseconds) }

    /// Orders spans by length.
    package static func < (left: TimeDelta, right: TimeDelta) -> Bool {
        left.totalMicroseconds < right.totalMicroseconds
    }

    /// The span as `-1 day, 23:59:59.000001`; days and fraction only when there are any.
    package var description: String {
        let (days, seconds, microseconds) = (days, seconds, microseconds)
        var text: [UInt8] = []
        if days != 0 {
            text.append(text: "\(days) day\(abs(days) == 1 ? "" : "s"), ")
        }
        text.append(text: "\(seconds / 3600):")
        text.appendNumber(seconds / 60 % 60, width: 2)
        text.append(UInt8(ascii: ":"))
        text.appendNumber(seconds % 60, width: 2)
        if microseconds != 0 {
            text.append(UInt8(ascii: "."))
            text.appendNumber(microseconds, width: 6)
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The span as it prints inside a list: `datetime.timedelta(days=1, seconds=5)`.
    package var representation: String {
        let parts = [("days", days), ("seconds", seconds), ("microseconds", microseconds)]
        let shown = parts.filter { $0.1 != 0 }.map { "\($0.0)=\($0.1)" }
        return "datetime.timedelta(\(shown.isEmpty ? "0" : shown.joined(separator: ", ")))"
    }
}
