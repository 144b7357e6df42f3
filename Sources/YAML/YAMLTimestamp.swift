/// A date, or a date with a time of day, with or without an offset from UTC.
package struct YAMLTimestamp: Sendable, Hashable {
    /// A time of day.
    package struct Time: Sendable, Hashable {
        /// The hour, 0 to 23.
        package let hour: Int
        /// The minute, 0 to 59.
        package let minute: Int
        /// The second, 0 to 59.
        package let second: Int
        /// The microsecond, 0 to 999999.
        package let microsecond: Int
        /// The offset from UTC in seconds; nil for a time without a zone.
        package let utcOffset: Int?
    }

    /// The year, 1 to 9999.
    package let year: Int
    /// The month, 1 to 12.
    package let month: Int
    /// The day of the month, from 1.
    package let day: Int
    /// The time of day; nil for a date alone.
    package let time: Time?
    /// The scalar as it was written.
    package let text: String

    /// The timestamp as Python's `isoformat` prints it: `2020-01-01`, `2020-01-01T10:00:00`, `…+00:00`.
    package var isoFormat: String {
        var text = "\(Self.pad(year, 4))-\(Self.pad(month, 2))-\(Self.pad(day, 2))"
        guard let time else { return text }
        text += "T\(Self.pad(time.hour, 2)):\(Self.pad(time.minute, 2)):\(Self.pad(time.second, 2))"
        if time.microsecond > 0 { text += ".\(Self.pad(time.microsecond, 6))" }
        guard let offset = time.utcOffset else { return text }
        let minutes = abs(offset) / 60
        return text + "\(offset < 0 ? "-" : "+")\(Self.pad(minutes / 60, 2)):\(Self.pad(minutes % 60, 2))"
    }

    private static func pad(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
