/// Reads the parts of an ISO 8601 text from left to right.
///
/// Every function returns nil, and leaves the position undefined, when the text does not continue as asked.
struct ISO8601Reader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { position == bytes.count }

    /// Reads a whole text as an instant; consumes a copy, so the reader itself does not move.
    func instant() -> Instant? {
        var reader = self
        guard let day = reader.day(), reader.skip("T"),
            let hour = reader.number(digits: 2), hour < 24, reader.skip(":"),
            let minute = reader.number(digits: 2), minute < 60, reader.skip(":"),
            let second = reader.number(digits: 2), second < 61,
            let micros = reader.fraction(), let offset = reader.offset(), reader.isAtEnd
        else { return nil }
        let local = day.number * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
        return Instant(microseconds: (local - Int64(offset.minutes) * 60) * 1_000_000 + Int64(micros))
    }

    /// Reads `YYYY-MM-DD`.
    mutating func day() -> CalendarDay? {
        guard let year = number(digits: 4), skip("-"), let month = number(digits: 2), skip("-"),
            let day = number(digits: 2)
        else { return nil }
        return CalendarDay(year: year, month: month, day: day)
    }

    /// Reads `Z`, `±HH:MM`, `±HHMM` or `±HH`.
    mutating func offset() -> UTCOffset? {
        if skip("Z") { return .zulu }
        let isWest = skip("-")
        guard isWest || skip("+"), let hours = number(digits: 2), hours < 24 else { return nil }
        var minutes = 0
        if !isAtEnd {
            _ = skip(":")
            guard let read = number(digits: 2), read < 60 else { return nil }
            minutes = read
        }
        let total = hours * 60 + minutes
        return UTCOffset(minutes: isWest ? -total : total)
    }

    /// Reads a fraction of a second in microseconds; zero when there is none.
    private mutating func fraction() -> Int? {
        guard skip(".") else { return 0 }
        var micros = 0
        var digits = 0
        while position < bytes.count, let digit = Self.digit(bytes[position]) {
            if digits < 6 { micros = micros * 10 + digit }
            digits += 1
            position += 1
        }
        guard digits > 0 else { return nil }
        while digits < 6 {
            micros *= 10
            digits += 1
        }
        return micros
    }

    private mutating func number(digits: Int) -> Int? {
        guard position + digits <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[position..<position + digits] {
            guard let digit = Self.digit(byte) else { return nil }
            value = value * 10 + digit
        }
        position += digits
        return value
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private static func digit(_ byte: UInt8) -> Int? {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte - UInt8(ascii: "0")) : nil
    }
}
