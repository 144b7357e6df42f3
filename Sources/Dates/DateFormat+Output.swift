extension DateFormat {
    /// Prints a value in this format.
    ///
    /// The number formats cut towards zero what the value's seconds, as a floating-point number, come to.
    package func format(_ value: DateTime) -> String {
        switch meaning {
        case .seconds: return String(Int(value.timestamp()))
        case .secondsWithFraction: return value.timestamp().description
        case .milliseconds: return String(Int(value.timestamp() * 1000))
        case .microseconds: return String(Int(value.timestamp() * 1_000_000))
        case .fields, .unreadable:
            return printsMilliseconds ? formatMilliseconds(value) : Strftime.text(value, pattern)
        }
    }

    /// Prints with microseconds for `%_ms` and then puts milliseconds wherever the text of the microseconds stands.
    private func formatMilliseconds(_ value: DateTime) -> String {
        let long = Strftime.text(value, "%f")
        var short: [UInt8] = []
        short.appendNumber(value.microsecond / 1000, width: 3)
        let text = Strftime.text(value, pattern.replacingEach("%_ms", with: "%f"))
        return text.replacingEach(long, with: String(decoding: short, as: UTF8.self))
    }
}

extension DateTime {
    /// Prints the value by the plain rules of `strftime`.
    package func strftime(_ format: String) -> String { Strftime.text(self, format) }
}

extension CalendarDate {
    /// Prints the date by the plain rules of `strftime`, at midnight.
    package func strftime(_ format: String) -> String { DateTime(self).strftime(format) }
}
