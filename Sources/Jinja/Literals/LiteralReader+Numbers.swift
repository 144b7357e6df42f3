import Text

/// Numbers.
extension LiteralReader {
    private static let mostDigits = 4300

    /// Reads an integer or a float; nil for complex numbers, leading zeros and digits that run into letters.
    mutating func number() -> Value? {
        let start = at
        if byte() == 0x30, let letter = byte(1), let radix = Self.radix(letter | 0x20) { return based(radix) }
        let hasWhole = digits()
        let wholeEnd = at
        var isFloat = false
        if byte() == 0x2E {
            at += 1
            isFloat = true
            let hasFraction = Self.isDigit(byte()) && digits()
            guard hasWhole || hasFraction else { return nil }
        }
        guard let hasExponent = exponent() else { return nil }
        isFloat = isFloat || hasExponent
        if let next = byte(), Self.isNamePart(next) { return nil }
        if isFloat { return Double(text(start)).map(Value.double) }
        guard hasWhole, isPlainInteger(start, wholeEnd) else { return nil }
        let digits = text(start)
        guard digits.utf8.count <= Self.mostDigits else { return nil }
        return Int(digits).map(Value.int) ?? BigInteger(digits: digits).map(Value.init)
    }

    private static func radix(_ letter: UInt8) -> UInt32? {
        switch letter {
        case 0x78: 16
        case 0x6F: 8
        case 0x62: 2
        default: nil
        }
    }

    private static func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }

    /// A zero may come first only when all digits are zeros.
    private func isPlainInteger(_ start: Int, _ end: Int) -> Bool {
        bytes[start] != 0x30 || bytes[start..<end].allSatisfy { $0 == 0x30 || $0 == 0x5F }
    }

    private func text(_ start: Int) -> String {
        String(decoding: bytes[start..<at].filter { $0 != 0x5F }, as: UTF8.self)
    }

    /// Reads digits that single underscores may separate; false when there are none.
    ///
    /// An underscore at the end stays unread, so that it makes the number run into a letter.
    private mutating func digits() -> Bool {
        let start = at
        while let byte = byte() {
            if Self.isDigit(byte) {
                at += 1
            } else if byte == 0x5F, at > start, Self.isDigit(self.byte(1)) {
                at += 2
            } else {
                break
            }
        }
        return at > start
    }

    /// Reads an exponent; false when there is none, nil when it is broken.
    private mutating func exponent() -> Bool? {
        guard let letter = byte(), letter | 0x20 == 0x65 else { return false }
        let sign = byte(1) == 0x2B || byte(1) == 0x2D ? 1 : 0
        guard Self.isDigit(byte(1 + sign)) else { return nil }
        at += 1 + sign
        return digits()
    }

    /// Reads `0x…`, `0o…` or `0b…`.
    private mutating func based(_ radix: UInt32) -> Value? {
        at += 2
        let start = at
        var previous: UInt8 = 0x30
        while let byte = byte(), Self.isNamePart(byte) {
            if byte == 0x5F, previous == 0x5F { return nil }
            previous = byte
            at += 1
        }
        guard at > start, previous != 0x5F else { return nil }
        return BigInteger(text(start)[...], radix: radix).map(Value.init)
    }
}
