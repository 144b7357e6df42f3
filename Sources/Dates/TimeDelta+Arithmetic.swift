extension TimeDelta {
    /// The sum; throws an overflow beyond 999,999,999 days.
    package func adding(_ other: TimeDelta) throws(DateError) -> TimeDelta {
        try TimeDelta(microseconds: totalMicroseconds + other.totalMicroseconds)
    }

    /// The difference; throws an overflow beyond 999,999,999 days.
    package func subtracting(_ other: TimeDelta) throws(DateError) -> TimeDelta {
        try TimeDelta(microseconds: totalMicroseconds - other.totalMicroseconds)
    }

    /// The span turned round; throws an overflow for the one span that has no opposite.
    package func negated() throws(DateError) -> TimeDelta { try TimeDelta(microseconds: -totalMicroseconds) }

    /// The span without its sign.
    package func absolute() throws(DateError) -> TimeDelta { days < 0 ? try negated() : self }

    /// The span several times over.
    package func multiplied(by factor: Int) throws(DateError) -> TimeDelta {
        try Self.checked(totalMicroseconds.multipliedReportingOverflow(by: Int128(factor)))
    }

    /// The span times a number, rounded to the nearest microsecond, ties to even.
    package func multiplied(by factor: Double) throws(DateError) -> TimeDelta {
        let (top, bits) = try Self.ratio(factor)
        let product = totalMicroseconds.multipliedReportingOverflow(by: top)
        if bits >= 0 {
            guard bits < 80 else { return try Self.checked((0, product.partialValue != 0)) }
            return try Self.checked(product.partialValue.multipliedReportingOverflow(by: 1 << Int128(bits)))
        }
        guard bits > -126 else { return .zero }
        return try Self.checked((Self.nearest(product.partialValue, 1 << Int128(-bits)), product.overflow))
    }

    /// The span divided by a whole number, rounded to the nearest microsecond, ties to even.
    package func divided(by divisor: Int) throws(DateError) -> TimeDelta {
        guard divisor != 0 else { throw Self.divisionByZero }
        return try TimeDelta(microseconds: Self.nearest(totalMicroseconds, Int128(divisor)))
    }

    /// The span divided by a number, rounded to the nearest microsecond, ties to even.
    package func divided(by divisor: Double) throws(DateError) -> TimeDelta {
        guard divisor != 0 else { throw Self.divisionByZero }
        let (top, bits) = try Self.ratio(divisor)
        guard bits.magnitude < 126 else { throw .outOfRange }
        let scale = Int128(1) << Int128(bits.magnitude)
        let product = bits < 0 ? totalMicroseconds.multipliedReportingOverflow(by: scale) : (totalMicroseconds, false)
        let bottom = bits < 0 ? (top, false) : top.multipliedReportingOverflow(by: scale)
        return try Self.checked((Self.nearest(product.0, bottom.0), product.1 || bottom.1))
    }

    /// How many times another span fits, as a number.
    package func divided(by other: TimeDelta) throws(DateError) -> Double {
        guard other != .zero else { throw DateError(.division, "division by zero") }
        return Double(totalMicroseconds) / Double(other.totalMicroseconds)
    }

    /// How many whole times another span fits, rounded down.
    package func floorDivided(by other: TimeDelta) throws(DateError) -> Int {
        guard other != .zero else { throw Self.divisionByZero }
        return Int(clamping: Self.floor(totalMicroseconds, other.totalMicroseconds))
    }

    /// The span divided by a whole number, rounded down.
    package func floorDivided(by divisor: Int) throws(DateError) -> TimeDelta {
        guard divisor != 0 else { throw Self.divisionByZero }
        return try TimeDelta(microseconds: Self.floor(totalMicroseconds, Int128(divisor)))
    }

    /// What is left after taking off another span as often as it fits; has the sign of the other.
    package func remainder(_ other: TimeDelta) throws(DateError) -> TimeDelta {
        guard other != .zero else { throw Self.divisionByZero }
        let count = Self.floor(totalMicroseconds, other.totalMicroseconds)
        return TimeDelta(unchecked: totalMicroseconds - count * other.totalMicroseconds)
    }

    /// The fault of a division by zero.
    private static let divisionByZero = DateError(.division, "integer division or modulo by zero")

    /// Makes a span of a product that may have overflowed.
    private static func checked(_ product: (Int128, Bool)) throws(DateError) -> TimeDelta {
        if product.1 { throw DateError(.overflow, "Python int too large to convert to C int") }
        return try TimeDelta(microseconds: product.0)
    }

    /// A finite number as a whole number times a power of two.
    private static func ratio(_ number: Double) throws(DateError) -> (top: Int128, bits: Int) {
        if number.isNaN { throw DateError(.value, "cannot convert NaN to integer ratio") }
        if number.isInfinite { throw DateError(.overflow, "cannot convert Infinity to integer ratio") }
        if number == 0 { return (0, 0) }
        let odd = number.significandWidth
        let top = Int128(number.significand * Double(sign: .plus, exponent: odd, significand: 1))
        return (number < 0 ? -top : top, Int(number.exponent) - odd)
    }

    /// A quotient rounded down.
    private static func floor(_ top: Int128, _ bottom: Int128) -> Int128 {
        let (quotient, remainder) = top.quotientAndRemainder(dividingBy: bottom)
        return remainder != 0 && (remainder < 0) != (bottom < 0) ? quotient - 1 : quotient
    }

    /// A quotient rounded to the nearest whole number, ties to even.
    private static func nearest(_ top: Int128, _ bottom: Int128) -> Int128 {
        let quotient = floor(top, bottom)
        let rest = (top - quotient * bottom).magnitude
        let missing = bottom.magnitude - rest
        let isUp = rest > missing || rest == missing && quotient & 1 != 0
        return isUp ? quotient + 1 : quotient
    }
}
