/// An integer of any size: sign and magnitude, least significant word first.
package struct BigInteger: Hashable, Sendable {
    package let isNegative: Bool
    /// No zero words at the end; empty for zero.
    package let words: [UInt32]

    package init(words: [UInt32], isNegative: Bool) {
        var words = words
        while words.last == 0 { words.removeLast() }
        self.words = words
        self.isNegative = isNegative && !words.isEmpty
    }

    package init(_ value: Int) {
        let magnitude = value.magnitude
        self.init(words: [UInt32(truncatingIfNeeded: magnitude), UInt32(magnitude >> 32)], isNegative: value < 0)
    }

    /// The integer part of a finite double.
    package init?(truncating value: Double) {
        guard value.isFinite else { return nil }
        let whole = value.magnitude.rounded(.towardZero)
        guard whole >= 1 else {
            self.init(0)
            return
        }
        let exponent = Int(whole.exponent)
        guard exponent > 52 else {
            self.init(Int(value))
            return
        }
        let significand = Int(whole.significandBitPattern | (1 << 52))
        let shifted = BigInteger(significand) * BigInteger.power(2, exponent - 52)
        self.init(words: shifted.words, isNegative: value < 0)
    }

    /// Decimal digits with an optional sign.
    package init?(digits: String) {
        let isNegative = digits.hasPrefix("-")
        let body = isNegative || digits.hasPrefix("+") ? digits.dropFirst() : digits[...]
        self.init(body, radix: 10, isNegative: isNegative)
    }

    /// An integer literal without underscores: decimal, or with `0x`, `0o`, `0b` before it.
    package init?(literal: String) {
        switch literal.prefix(2).lowercased() {
        case "0x": self.init(literal.dropFirst(2), radix: 16)
        case "0o": self.init(literal.dropFirst(2), radix: 8)
        case "0b": self.init(literal.dropFirst(2), radix: 2)
        default: self.init(literal[...], radix: 10)
        }
    }

    package init?(_ digits: some StringProtocol, radix: UInt32, isNegative: Bool = false) {
        var values: [UInt32] = []
        for letter in digits {
            guard let digit = letter.hexDigitValue, letter.isASCII, digit < radix else { return nil }
            values.append(UInt32(digit))
        }
        guard !values.isEmpty else { return nil }
        let isPower = radix.nonzeroBitCount == 1
        let words = isPower ? Self.words(values, bits: radix.trailingZeroBitCount) : Self.words(values, radix: radix)
        self.init(words: words, isNegative: isNegative)
    }

    private static func words(_ digits: [UInt32], radix: UInt32) -> [UInt32] {
        var words: [UInt32] = []
        for digit in digits {
            var carry = UInt64(digit)
            for place in words.indices {
                carry += UInt64(words[place]) * UInt64(radix)
                words[place] = UInt32(truncatingIfNeeded: carry)
                carry >>= 32
            }
            if carry > 0 { words.append(UInt32(carry)) }
        }
        return words
    }

    /// Digits of this many bits each lie side by side in the words; a number of any length is read in one pass.
    private static func words(_ digits: [UInt32], bits: Int) -> [UInt32] {
        var words: [UInt32] = []
        var (open, filled): (UInt64, Int) = (0, 0)
        for digit in digits.reversed() {
            open |= UInt64(digit) << UInt64(filled)
            filled += bits
            guard filled >= 32 else { continue }
            words.append(UInt32(truncatingIfNeeded: open))
            open >>= 32
            filled -= 32
        }
        return words + [UInt32(open)]
    }

    /// The value as `Int` where it fits.
    package var small: Int? {
        guard words.count <= 2 else { return nil }
        let magnitude = words.enumerated().reduce(UInt64(0)) { $0 | UInt64($1.element) << (32 * UInt64($1.offset)) }
        if isNegative { return magnitude <= 1 << 63 ? Int(truncatingIfNeeded: 0 &- magnitude) : nil }
        return Int(exactly: magnitude)
    }

    package var isZero: Bool { words.isEmpty }

    /// Bits of the magnitude.
    package var bitCount: Int { words.last.map { words.count * 32 - $0.leadingZeroBitCount } ?? 0 }

    /// The nearest double, or nil when there is none.
    package var double: Double? { Double(description).flatMap { $0.isFinite ? $0 : nil } }

    package var isOdd: Bool { (words.first ?? 0) & 1 == 1 }
}

extension BigInteger: CustomStringConvertible {
    /// Decimal digits.
    package var description: String {
        guard !words.isEmpty else { return "0" }
        var rest = words
        var groups: [String] = []
        while !rest.isEmpty {
            let (quotient, remainder) = Self.divide(rest, 1_000_000_000)
            rest = quotient
            let digits = String(remainder)
            groups.append(rest.isEmpty ? digits : String(repeating: "0", count: 9 - digits.count) + digits)
        }
        return (isNegative ? "-" : "") + groups.reversed().joined()
    }

    /// Divides by one word; the quotient has no zero words at its end.
    package static func divide(_ words: [UInt32], _ divisor: UInt32) -> (quotient: [UInt32], remainder: UInt32) {
        var quotient = words
        var remainder: UInt64 = 0
        for place in words.indices.reversed() {
            let part = remainder << 32 | UInt64(words[place])
            quotient[place] = UInt32(part / UInt64(divisor))
            remainder = part % UInt64(divisor)
        }
        while quotient.last == 0 { quotient.removeLast() }
        return (quotient, UInt32(remainder))
    }
}

extension BigInteger: Comparable {
    package static func < (left: BigInteger, right: BigInteger) -> Bool {
        if left.isNegative != right.isNegative { return left.isNegative }
        let order = compare(left.words, right.words)
        return left.isNegative ? order > 0 : order < 0
    }

    static func compare(_ left: [UInt32], _ right: [UInt32]) -> Int {
        if left.count != right.count { return left.count < right.count ? -1 : 1 }
        for place in left.indices.reversed() where left[place] != right[place] {
            return left[place] < right[place] ? -1 : 1
        }
        return 0
    }
}
