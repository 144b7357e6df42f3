extension DateTime {
    /// The value as `2024-02-29T10:00:00.000001+00:00`: a fraction only when it is not zero, an offset only when aware.
    package func isoformat(separator: String = "T") -> String {
        var text: [UInt8] = []
        text.reserveCapacity(32)
        date.appendISO(to: &text)
        text.append(text: separator)
        text.appendNumber(hour, width: 2)
        text.append(UInt8(ascii: ":"))
        text.appendNumber(minute, width: 2)
        text.append(UInt8(ascii: ":"))
        text.appendNumber(second, width: 2)
        if microsecond != 0 {
            text.append(UInt8(ascii: "."))
            text.appendNumber(microsecond, width: 6)
        }
        offset?.append(to: &text, separator: ":")
        return String(decoding: text, as: UTF8.self)
    }

    /// The value as it prints inside a list: `datetime.datetime(2024, 2, 29, 10, 0, tzinfo=datetime.timezone.utc)`.
    ///
    /// Seconds stand there when they or the microseconds are not zero, microseconds when they are not zero.
    package var representation: String {
        let fields = date.fields
        var parts = [fields.year, fields.month, fields.day, hour, minute].map { String($0) }
        if second != 0 || microsecond != 0 { parts.append(String(second)) }
        if microsecond != 0 { parts.append(String(microsecond)) }
        if let offset { parts.append("tzinfo=\(offset.representation)") }
        return "datetime.datetime(\(parts.joined(separator: ", ")))"
    }
}
