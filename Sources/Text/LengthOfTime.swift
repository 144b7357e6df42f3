/// Lengths of time for people.
package enum LengthOfTime {
    /// A length in the largest unit that gives two at least: `90 s`, `75 minutes`, `30 hours`, `400 days`.
    package static func words(_ seconds: Double) -> String {
        guard seconds < 1e15 else { return seconds < 1e26 ? "\(Int(saturating: seconds / year)) years" : "ever" }
        for (unit, name) in [(year, "years"), (86_400, "days"), (3600, "hours"), (60, "minutes")]
        where seconds >= 2 * unit {
            return "\(Int(saturating: seconds / unit)) \(name)"
        }
        let tenths = (seconds * 10).rounded() / 10
        return tenths == tenths.rounded() ? "\(Int(saturating: tenths)) s" : "\(tenths) s"
    }

    private static let year = 365.25 * 86_400

    /// Seconds from `90`, `90s`, `30m`, `2h` or `1d`; nil for other text and for negative numbers.
    package static func seconds(_ text: String) -> Double? {
        let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
        let unit = text.last.flatMap { units[$0] }
        guard let number = DecimalNumber.of(unit == nil ? text : String(text.dropLast())), number >= 0 else {
            return nil
        }
        return number * (unit ?? 1)
    }
}
