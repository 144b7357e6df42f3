import Dates
import JSON
import Jinja
import Text

/// Reads the moment at which a token runs out.
enum TokenExpiry {
    /// The moment a number of seconds after another, fractions of a second cut off.
    ///
    /// Beyond the calendar it is the calendar's end: such a token does not expire. Nil for what is not a number.
    static func date(after value: JSONValue, from now: DateTime) -> DateTime? {
        let seconds: Double?
        switch value.opened {
        case .integer(let number): seconds = Double(number)
        case .bigInteger(let digits): seconds = PythonNumber.double(digits)
        case .double(let number): seconds = number
        case .string(let text): seconds = PythonNumber.double(text)
        default: seconds = nil
        }
        guard let seconds, !seconds.isNaN else { return nil }
        let end = Int128(now.microsecondsSinceEpoch) + Int128(Int(saturating: seconds)) * 1_000_000
        return DateTime(nearestMicrosecondsSinceEpoch: Int64(clamping: end))
    }

    /// A date with time, a date, or seconds since 1970 (ten digits at most); without an offset it is UTC.
    ///
    /// Nil for other values. `format` is tried when none of the common forms fits.
    static func date(_ value: JSONValue, format: String? = nil) -> DateTime? {
        switch value.opened {
        case .integer(let seconds):
            guard (0...9_999_999_999).contains(seconds) else { return nil }
            return try? DateTime(microsecondsSinceEpoch: Int64(seconds) * 1_000_000)
        case .string(let text):
            if let seconds = Int(text) { return date(.integer(seconds)) }
            if let date = try? ISO8601DateTime.parse(String(text.trimmed())) { return zoned(date) }
            for format in commonFormats + (format.map { [$0] } ?? []) {
                if let date = try? DateFormat(format).parse(text) { return zoned(date) }
            }
            return nil
        default: return nil
        }
    }

    private static let commonFormats = [
        "%a, %d %b %Y %H:%M:%S %Z", "%a, %d %b %Y %H:%M:%S %z", "%Y-%m-%d %H:%M:%S %z", "%Y-%m-%d %H:%M:%S %Z",
        "%Y/%m/%d %H:%M:%S", "%m/%d/%Y %H:%M:%S",
    ]

    private static func zoned(_ date: DateTime) -> DateTime {
        let isLocal = date.isNaive
        return isLocal ? date.replacing(offset: .utc) : (try? date.converted(to: .utc)) ?? date
    }
}
