/// Turns the parts of a timestamp into a timestamp, with the checks and the words of Python's `datetime`.
enum TimestampReader {
    /// Checks each part and makes the timestamp.
    ///
    /// - Throws: What is wrong, such as `month must be in 1..12`.
    static func timestamp(_ parts: TimestampPattern, text: String) throws(ScalarFault) -> YAMLTimestamp {
        guard parts.year >= 1 else { throw ScalarFault("year 0 is out of range") }
        guard (1...12).contains(parts.month) else { throw ScalarFault("month must be in 1..12") }
        guard (1...days(inMonth: parts.month, year: parts.year)).contains(parts.day) else {
            throw ScalarFault("day is out of range for month")
        }
        return YAMLTimestamp(
            year: parts.year,
            month: parts.month,
            day: parts.day,
            time: try time(parts),
            text: text
        )
    }

    private static func time(_ parts: TimestampPattern) throws(ScalarFault) -> YAMLTimestamp.Time? {
        guard let hour = parts.hour else { return nil }
        if let offset = parts.utcOffset, abs(offset) >= 24 * 60 {
            throw ScalarFault("the offset from UTC must be less than 24 hours")
        }
        guard hour <= 23 else { throw ScalarFault("hour must be in 0..23") }
        guard parts.minute <= 59 else { throw ScalarFault("minute must be in 0..59") }
        guard parts.second <= 59 else { throw ScalarFault("second must be in 0..59") }
        return .init(
            hour: hour,
            minute: parts.minute,
            second: parts.second,
            microsecond: parts.microsecond,
            utcOffset: parts.utcOffset.map { $0 * 60 }
        )
    }

    private static func days(inMonth month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}
