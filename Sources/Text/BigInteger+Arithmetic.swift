/// The arithmetic of whole numbers of any size; division rounds down, as in Python.
extension BigInteger {
    package static prefix func - (value: BigInteger) -> BigInteger {
        BigInteger(words: value.words, isNegative: !value.isNegative)
    }

    package static func + (left: BigInteger, right: BigInteger) -> BigInteger {
        if left.isNegative == right.isNegative {
            return BigInteger(words: add(left.words, right.words), isNegative: left.isNegative)
        }
        if compare(left.words, right.words) >= 0 {
            return BigInteger(words: subtract(left.words, right.words), isNegative: left.isNegative)
        }
        return BigInteger(words: subtract(right.words, left.words), isNegative: right.isNegative)
    }

    package static func - (left: BigInteger, right: BigInteger) -> BigInteger { left + (-right) }

    package static func * (left: BigInteger, right: BigInteger) -> BigInteger {
        guard !left.isZero, !right.isZero else { return BigInteger(0) }
        var words = [UInt32](repeating: 0, count: left.words.count + right.words.count)
        for (place, word) in left.words.enumerated() {
            var carry: UInt64 = 0
            for (offset, other) in right.words.enumerated() {
                carry += UInt64(word) * UInt64(other) + UInt64(words[place + offset])
                words[place + offset] = UInt32(truncatingIfNeeded: carry)
                carry >>= 32
            }
            words[place + right.words.count] = UInt32(carry)
        }
        return BigInteger(words: words, isNegative: left.isNegative != right.isNegative)
    }

    /// Quotient rounded down and the remainder, which has the divisor's sign.
    ///
    /// The divisor is not zero.
    package static func divide(_ left: BigInteger, _ right: BigInteger) -> (quotient: BigInteger, remainder: BigInteger)
    {
        let (quotient, remainder) = divideMagnitudes(left.words, right.words)
        let hasSameSign = left.isNegative == right.isNegative
        let whole = BigInteger(words: quotient, isNegative: !hasSameSign)
        let rest = BigInteger(words: remainder, isNegative: left.isNegative)
        if hasSameSign || rest.isZero { return (whole, rest) }
        return (whole - BigInteger(1), rest + right)
    }

    /// `base` to a power that is not negative.
    package static func power(_ base: BigInteger, _ exponent: Int) -> BigInteger {
        var result = BigInteger(1)
        var square = base
        var rest = exponent
        while rest > 0 {
            if rest & 1 == 1 { result = result * square }
            rest >>= 1
            if rest > 0 { square = square * square }
        }
        return result
    }

    package static func power(_ base: Int, _ exponent: Int) -> BigInteger { power(BigInteger(base), exponent) }

    private static func add(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
        var words: [UInt32] = []
        words.reserveCapacity(max(left.count, right.count) + 1)
        var carry: UInt64 = 0
        for place in 0..<max(left.count, right.count) {
            carry += UInt64(place < left.count ? left[place] : 0) + UInt64(place < right.count ? right[place] : 0)
            words.append(UInt32(truncatingIfNeeded: carry))
            carry >>= 32
        }
        words.append(UInt32(carry))
        return words
    }

    /// The difference of two magnitudes, the first of which is not the smaller.
    private static func subtract(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
        var words = left
        var borrow: Int64 = 0
        for place in left.indices {
            var difference = Int64(left[place]) - borrow - Int64(place < right.count ? right[place] : 0)
            borrow = difference < 0 ? 1 : 0
            if difference < 0 { difference += 1 << 32 }
            words[place] = UInt32(difference)
        }
        return words
    }

    private static func divideMagnitudes(
        _ left: [UInt32],
        _ right: [UInt32]
    ) -> (quotient: [UInt32], remainder: [UInt32]) {
        if compare(left, right) < 0 { return ([], left) }
        if right.count == 1 {
            let (quotient, remainder) = divide(left, right[0])
            return (quotient, remainder == 0 ? [] : [remainder])
        }
        return divideBitwise(left, right)
    }

    /// Long division bit by bit: such numbers are rare here, and short.
    private static func divideBitwise(
        _ left: [UInt32],
        _ right: [UInt32]
    ) -> (quotient: [UInt32], remainder: [UInt32]) {
        var quotient = [UInt32](repeating: 0, count: left.count)
        var remainder: [UInt32] = []
        for bit in (0..<(left.count * 32)).reversed() {
            remainder = doubled(remainder, adding: left[bit / 32] >> UInt32(bit % 32) & 1)
            if compare(remainder, right) >= 0 {
                remainder = subtract(remainder, right)
                while remainder.last == 0 { remainder.removeLast() }
                quotient[bit / 32] |= 1 << UInt32(bit % 32)
            }
        }
        return (quotient, remainder)
    }

    private static func doubled(_ words: [UInt32], adding bit: UInt32) -> [UInt32] {
        var words = words
        var carry = bit
        for place in words.indices {
            let next = words[place] >> 31
            words[place] = words[place] << 1 | carry
            carry = next
        }
        if carry > 0 { words.append(carry) }
        return words
    }
}
