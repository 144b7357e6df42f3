/// A number of one of Python's two kinds, booleans counting as integers.
package enum Number {
    case int(Int)
    case big(BigInteger)
    case double(Double)

    /// An integer in its smallest form.
    package init(_ whole: BigInteger) { self = whole.small.map(Number.int) ?? .big(whole) }

    /// The integer as one of any size; nil for doubles.
    package var bigInteger: BigInteger? {
        switch self {
        case .int(let number): BigInteger(number)
        case .big(let number): number
        case .double: nil
        }
    }

    package static func areEqual(_ left: Number, _ right: Number) -> Bool { compare(left, right) == 0 }

    /// Negative, zero or positive as the first is smaller, equal or greater; nil when one is not a number.
    package static func compare(_ left: Number, _ right: Number) -> Int? {
        switch (left, right) {
        case (.int(let one), .int(let other)): return one < other ? -1 : (one > other ? 1 : 0)
        case (.double(let one), .double(let other)): return compare(one, other)
        case (.double(let one), _): return compare(right, one).map { -$0 }
        case (_, .double(let other)): return compare(left, other)
        default:
            guard let one = left.bigInteger, let other = right.bigInteger else { return nil }
            return one < other ? -1 : (one > other ? 1 : 0)
        }
    }

    private static func compare(_ one: Double, _ other: Double) -> Int? {
        if one.isNaN || other.isNaN { return nil }
        return one < other ? -1 : (one > other ? 1 : 0)
    }

    /// Compares exactly: the double's whole part decides first, then its fraction.
    private static func compare(_ left: Number, _ right: Double) -> Int? {
        if right.isNaN { return nil }
        if right.isInfinite { return right > 0 ? -1 : 1 }
        guard let one = left.bigInteger, let whole = BigInteger(truncating: right) else { return nil }
        if one != whole { return one < whole ? -1 : 1 }
        let fraction = right - right.rounded(.towardZero)
        return fraction > 0 ? -1 : (fraction < 0 ? 1 : 0)
    }
}
