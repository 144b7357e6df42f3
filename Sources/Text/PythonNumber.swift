/// Reads numbers out of text as Python's `int` and `float` do.
package enum PythonNumber {
    /// `int(text, base)`; nil when the string is not such a number.
    ///
    /// White space around and single underscores are allowed.
    package static func integer(_ text: String, base: Int = 10) -> Number? {
        var digits = plainDigits(text.stripped())[...]
        let isNegative = digits.first == 0x2D
        if isNegative || digits.first == 0x2B { digits.removeFirst() }
        guard let radix = radix(&digits, base), isParted(digits) else { return nil }
        let body = String(decoding: digits.filter { $0 != 0x5F }, as: UTF8.self)
        guard body.utf8.count <= 4300 || [2, 4, 8, 16, 32].contains(radix) else { return nil }
        if let small = Int(body, radix: radix), body.utf8.first != 0x2D, body.utf8.first != 0x2B {
            return .int(isNegative ? -small : small)
        }
        return BigInteger(body, radix: UInt32(radix), isNegative: isNegative).map { Number($0) }
    }

    /// `int(number)`: the part before the point; nil for infinities and NaN, for which Python raises.
    package static func integer(_ number: Double) -> Number? { BigInteger(truncating: number).map { Number($0) } }

    /// The radix of a base, whose prefix is taken off; base 0 lets the prefix decide.
    private static func radix(_ digits: inout ArraySlice<UInt8>, _ base: Int) -> Int? {
        guard base == 0 || (2...36).contains(base) else { return nil }
        var found = base
        if digits.first == 0x30, let letter = digits.dropFirst().first {
            let radix: Int? =
                switch letter | 0x20 {
                case 0x78: 16
                case 0x6F: 8
                case 0x62: 2
                default: nil
                }
            if let radix, base == 0 || base == radix {
                digits = digits.dropFirst(2)
                if digits.first == 0x5F { digits.removeFirst() }
                found = radix
            }
        }
        if found == 0 {
            guard digits.first != 0x30 || digits.allSatisfy({ $0 == 0x30 || $0 == 0x5F }) else { return nil }
            found = 10
        }
        return found
    }

    /// Whether there is something and underscores stand only between other characters, one at a time.
    private static func isParted(_ digits: ArraySlice<UInt8>) -> Bool {
        guard let first = digits.first, let last = digits.last, first != 0x5F, last != 0x5F else { return false }
        return !zip(digits, digits.dropFirst()).contains { $0 == 0x5F && $1 == 0x5F }
    }

    /// The text with all decimal digits of other scripts made ASCII.
    private static func plainDigits(_ text: String) -> [UInt8] {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return Array(text.utf8) }
        return text.unicodeScalars.flatMap { scalar -> [UInt8] in
            if scalar.value >= 0x80, scalar.properties.numericType == .decimal,
                let digit = scalar.properties.numericValue
            {
                return [0x30 + UInt8(digit)]
            }
            return Array(String(scalar).utf8)
        }
    }

    /// `float(text)`; nil when the string is not such a number.
    package static func double(_ text: String) -> Double? {
        let bytes = plainDigits(text.stripped())
        let unsigned = bytes.first == 0x2D || bytes.first == 0x2B ? bytes.dropFirst() : bytes[...]
        switch String(decoding: unsigned, as: UTF8.self).lowercased() {
        case "inf", "infinity": return bytes.first == 0x2D ? -.infinity : .infinity
        case "nan": return .nan
        default: break
        }
        guard isDecimal(unsigned) else { return nil }
        return Double(String(decoding: bytes.filter { $0 != 0x5F }, as: UTF8.self))
    }

    private static func isDecimal(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        func skipDigits() -> Bool? {
            var count = 0
            while let byte = rest.first {
                if isDigit(byte) {
                    rest.removeFirst()
                } else if byte == 0x5F, count > 0, let next = rest.dropFirst().first, isDigit(next) {
                    rest = rest.dropFirst(2)
                } else {
                    break
                }
                count += 1
            }
            return count > 0 ? true : nil
        }
        let hasWhole = skipDigits() != nil
        var hasFraction = false
        if rest.first == 0x2E {
            rest.removeFirst()
            hasFraction = skipDigits() != nil
        }
        guard hasWhole || hasFraction else { return false }
        if let letter = rest.first, letter | 0x20 == 0x65 {
            rest.removeFirst()
            if rest.first == 0x2D || rest.first == 0x2B { rest.removeFirst() }
            guard skipDigits() != nil else { return false }
        }
        return rest.isEmpty
    }
}
