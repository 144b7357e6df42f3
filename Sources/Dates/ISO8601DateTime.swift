import Text

/// Reads date text in the ISO 8601 forms that the text macros accept.
///
/// Dates: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, `YYYYMMDD`, `YYYY-Www`, `YYYYWww`, with a day of the week after them, and
/// `YYYY-DDD`, `YYYYDDD`. After a complete date and any one character a time: `HH`, `HH:MM`, `HHMM`, `HH:MM:SS`,
/// `HHMMSS`, a fraction after a point or a comma, cut to microseconds, and `24:00` for the end of the day. Then maybe
/// `Z`, `z`, `+HH`, `+HHMM` or `+HH:MM`.
package enum ISO8601DateTime {
    /// Reads a string as an instant in UTC; text without an offset is UTC already.
    ///
    /// Throws a value fault for other text and an overflow when the instant lies outside years 1 to 9999.
    package static func parse(_ text: String) throws(DateError) -> DateTime {
        var reader = ISO8601Reader(text: ISO8601Bytes(Array(text.utf8)))
        guard !text.utf8.contains(where: { $0 >= 0x80 }) else {
            throw DateError(.value, "ISO-8601 strings should contain only ASCII characters")
        }
        let value = try reader.read()
        return try value.converted(to: .macroUTC)
    }
}

/// Bytes that are read by place, with numbers as Python's `int` reads them.
struct ISO8601Bytes {
    let bytes: [UInt8]

    /// Wraps the bytes of a string.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// How many bytes there are.
    var count: Int { bytes.count }

    /// The byte at a place, nil beyond the end.
    func byte(_ place: Int) -> UInt8? { place < bytes.count ? bytes[place] : nil }

    /// The bytes from a place on, at most `length` of them; fewer at the end of the text.
    func slice(_ place: Int, _ length: Int) -> ArraySlice<UInt8> {
        bytes[min(place, bytes.count)..<min(place + length, bytes.count)]
    }

    /// The number in at most `length` bytes; a sign, space around it and single underscores are allowed.
    func number(_ place: Int, _ length: Int) throws(DateError) -> Int {
        let slice = slice(place, length)
        guard let value = NumberText.whole(slice) else {
            let shown = PythonText.repr(String(decoding: slice, as: UTF8.self))
            throw DateError(.value, "invalid literal for int() with base 10: b\(shown)")
        }
        return value
    }
}
