/// The parts of a text that has the form of a YAML timestamp; their values are not checked yet.
///
/// The form is that of PyYAML: `YYYY-M-D`, then optionally `T` or blanks and `h:mm:ss`, with an optional `.fraction`
/// and an optional zone, `Z` or `±h[:mm]`.
struct TimestampPattern {
    private(set) var year = 0
    private(set) var month = 0
    private(set) var day = 0
    private(set) var hour: Int?
    private(set) var minute = 0
    private(set) var second = 0
    private(set) var microsecond = 0
    /// The offset in minutes.
    private(set) var utcOffset: Int?

    /// Reads a text, or gives nil if it has another form.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        var scan = DigitScan(bytes: bytes)
        guard let year = scan.number(4, 4), scan.skip("-"), let month = scan.number(1, 2), scan.skip("-"),
            let day = scan.number(1, 2)
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
        if scan.isAtEnd { return }
        guard readTime(&scan), readZone(&scan), scan.isAtEnd else { return nil }
    }

    /// Whether a plain scalar of this form is a timestamp without a tag.
    ///
    /// A date alone needs two digits for month and day.
    func isImplicit(length: Int) -> Bool {
        hour != nil || length == 10
    }

    private mutating func readTime(_ scan: inout DigitScan) -> Bool {
        guard scan.skip("T") || scan.skip("t") || scan.skipBlanks() > 0 else { return false }
        guard let hour = scan.number(1, 2), scan.skip(":"), let minute = scan.number(2, 2), scan.skip(":"),
            let second = scan.number(2, 2)
        else { return false }
        (self.hour, self.minute, self.second) = (hour, minute, second)
        if scan.skip(".") { microsecond = scan.fraction(digits: 6) }
        return true
    }

    private mutating func readZone(_ scan: inout DigitScan) -> Bool {
        if scan.isAtEnd { return true }
        _ = scan.skipBlanks()
        if scan.skip("Z") {
            utcOffset = 0
            return true
        }
        let isNegative = scan.skip("-")
        guard isNegative || scan.skip("+"), let hours = scan.number(1, 2) else { return false }
        var offset = hours * 60
        if scan.skip(":") {
            guard let minutes = scan.number(2, 2) else { return false }
            offset += minutes
        }
        utcOffset = isNegative ? -offset : offset
        return true
    }
}

/// Reads numbers and separators from the front of a text.
private struct DigitScan {
    let bytes: UnsafeBufferPointer<UInt8>
    var index = 0

    var isAtEnd: Bool { index == bytes.count }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    mutating func skipBlanks() -> Int {
        let start = index
        while index < bytes.count, bytes[index].isBlank { index += 1 }
        return index - start
    }

    /// Reads as many digits as there are, up to a limit; nil if there are fewer than wanted.
    mutating func number(_ fewest: Int, _ most: Int) -> Int? {
        let start = index
        var number = 0
        while index < bytes.count, index - start < most, bytes[index].isDigit {
            number = number * 10 + Int(bytes[index] - 48)
            index += 1
        }
        return index - start >= fewest ? number : nil
    }

    /// Reads the digits of a fraction and keeps the first few, filled up with zeros.
    mutating func fraction(digits: Int) -> Int {
        var number = 0
        var kept = 0
        while index < bytes.count, bytes[index].isDigit {
            if kept < digits {
                number = number * 10 + Int(bytes[index] - 48)
                kept += 1
            }
            index += 1
        }
        while kept < digits {
            number *= 10
            kept += 1
        }
        return number
    }
}
