import Dates
import Text

/// Reads the three date forms of HTTP, as in `Retry-After: Wed, 21 Oct 2015 07:28:00 GMT`.
///
/// Source: RFC 9110, section 5.6.7.
package enum HTTPDate {
    private static let formats = [
        DateFormat("%a, %d %b %Y %H:%M:%S GMT"),
        DateFormat("%A, %d-%b-%y %H:%M:%S GMT"),
        DateFormat("%a %b %d %H:%M:%S %Y"),
    ]

    /// The moment in seconds since 1970, or nil for other text.
    package static func secondsSince1970(_ text: String) -> Double? {
        let text = String(text.trimmed())
        guard text.utf8.count >= 24 else { return nil }
        for format in formats {
            if let moment = try? format.parse(text) { return Double(moment.microsecondsSinceEpoch) / 1_000_000 }
        }
        return nil
    }
}
