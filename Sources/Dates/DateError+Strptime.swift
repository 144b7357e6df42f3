import Text

extension DateError {
    /// Words a parsing fault as Python does.
    init(_ fault: StrptimeFault, text: UnsafeBufferPointer<UInt8>, format: String) {
        self.init(.value, Self.message(of: fault, text: text, format: format))
    }

    /// The sentence for a parsing fault.
    private static func message(
        of fault: StrptimeFault,
        text: UnsafeBufferPointer<UInt8>,
        format: String
    ) -> String {
        let from = { (start: Int) in String(decoding: text[start...], as: UTF8.self) }
        switch fault {
        case .mismatch: return "time data \(PythonText.repr(from(0))) does not match format \(PythonText.repr(format))"
        case .leftover(let start): return "unconverted data remains: \(from(start))"
        case .date(let year, _, _) where year < 1: return "year \(year) is out of range"
        case .date: return "day is out of range for month"
        case .ordinal(let day) where day < Gregorian.firstDay: return "ordinal must be >= 1"
        case .ordinal: return "year 10000 is out of range"
        case .second: return "second must be in 0..59"
        case .offset(let microseconds):
            let delta = TimeDelta(unchecked: Int128(microseconds)).representation
            return
                "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), "
                + "not \(delta)."
        case .unevenColons(let start, hasFirst: true): return "Inconsistent use of : in \(from(start))"
        case .unevenColons(let start, _):
            let digits = String(decoding: text[(start + 5)...].prefix(2), as: UTF8.self)
            return "invalid literal for int() with base 10: \(PythonText.repr(digits))"
        case .isoYearAlone:
            return "ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive "
                + "('%A', '%a', '%w', or '%u')."
        case .isoYearWithDayOfYear:
            return "Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead."
        case .isoWeekAlone:
            return "ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive "
                + "('%A', '%a', '%w', or '%u')."
        case .isoWeekWithYear:
            return
                "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead."
        }
    }
}
