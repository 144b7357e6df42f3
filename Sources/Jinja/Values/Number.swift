/// A number of one of Python's two kinds, booleans counting as integers.
enum Number {
    case int(Int)
    case big(BigInteger)
    case double(Double)

    /// The integer as one of any size; nil for doubles.
    var bigInteger: BigInteger? {
        switch self {
        case .int(let number): BigInteger(number)
        case .big(let number): number
        case .double: nil
        }
    }

    /// The nearest double.
    ///
    /// Throws `overflow` for integers beyond its range.
    func double() throws(TemplateError) -> Double {
        switch self {
        case .int(let number): return Double(number)
        case .double(let number): return number
        case .big(let number):
            guard let double = number.double else {
                throw TemplateError(.overflow, "int too large to convert to float")
            }
            return double
        }
    }

    static func areEqual(_ left: Number, _ right: Number) -> Bool { compare(left, right) == 0 }

    /// Negative, zero or positive as the first is smaller, equal or greater; nil when one is not a number.
    static func compare(_ left: Number, _ right: Number) -> Int? {
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

extension Value {
    /// The value as a number; nil for everything that is none.
    var number: Number? {
        switch self {
        case .int(let number): .int(number)
        case .double(let number): .double(number)
        case .bool(let flag): .int(flag ? 1 : 0)
        case .big(let number): .big(number)
        default: nil
        }
    }

    /// The value as a small integer, as Python's `__index__` gives it; nil for everything else.
    var index: Int? {
        switch self {
        case .int(let number): number
        case .bool(let flag): flag ? 1 : 0
        default: nil
        }
    }
}
