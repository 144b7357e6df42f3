import Glibc
import Text

/// Python's arithmetic of integers and floats: integers never overflow, `/` is always a float, `//` and `%` round down.
extension Number {
    static func binary(
        _ left: Number,
        _ symbol: BinaryOperator,
        _ right: Number
    ) throws(TemplateError) -> Value {
        if case .int(let one) = left, case .int(let other) = right, let small = small(one, symbol, other) {
            return .int(small)
        }
        if symbol == .divide { return .double(try trueQuotient(left, right)) }
        if let one = left.bigInteger, let other = right.bigInteger { return try whole(one, symbol, other) }
        return try floating(try left.double(), symbol, try right.double())
    }

    /// The common case: small integers whose result is small.
    private static func small(_ one: Int, _ symbol: BinaryOperator, _ other: Int) -> Int? {
        let result: (partialValue: Int, overflow: Bool)
        switch symbol {
        case .add: result = one.addingReportingOverflow(other)
        case .subtract: result = one.subtractingReportingOverflow(other)
        case .multiply: result = one.multipliedReportingOverflow(by: other)
        case .floorDivide where other > 0:
            let (quotient, remainder) = one.quotientAndRemainder(dividingBy: other)
            return remainder < 0 ? quotient - 1 : quotient
        case .modulo where other > 0:
            let remainder = one % other
            return remainder < 0 ? remainder + other : remainder
        default: return nil
        }
        return result.overflow ? nil : result.partialValue
    }

    private static func whole(
        _ one: BigInteger,
        _ symbol: BinaryOperator,
        _ other: BigInteger
    ) throws(TemplateError) -> Value {
        switch symbol {
        case .add: return Value(one + other)
        case .subtract: return Value(one - other)
        case .multiply:
            guard one.words.count + other.words.count < wordLimit else {
                throw TemplateError(.overflow, "the result of * has too many digits")
            }
            return Value(one * other)
        case .power: return try power(one, other)
        default:
            guard !other.isZero else {
                throw TemplateError(.zeroDivision, "integer division or modulo by zero")
            }
            let (quotient, remainder) = BigInteger.divide(one, other)
            return Value(symbol == .modulo ? remainder : quotient)
        }
    }

    /// Words of 32 bits that a result may have, some 150,000 digits: longer ones take seconds to make.
    private static let wordLimit = 16_384

    private static func power(_ base: BigInteger, _ exponent: BigInteger) throws(TemplateError) -> Value {
        if exponent.isNegative {
            guard !base.isZero else {
                throw TemplateError(.zeroDivision, "0.0 cannot be raised to a negative power")
            }
            return .double(pow(try Number.big(base).double(), try Number.big(exponent).double()))
        }
        guard let times = exponent.small, times < 100_000, base.bitCount * times <= wordLimit * 32 else {
            if base.words == [1] { return .int(base.isNegative && exponent.isOdd ? -1 : 1) }
            if base.isZero { return .int(0) }
            throw TemplateError(.overflow, "the result of ** has too many digits")
        }
        return Value(BigInteger.power(base, times))
    }

    private static func trueQuotient(_ left: Number, _ right: Number) throws(TemplateError) -> Double {
        let isZero = compare(right, .int(0)) == 0
        guard !isZero else {
            if case .double = left { throw TemplateError(.zeroDivision, "float division by zero") }
            if case .double = right { throw TemplateError(.zeroDivision, "float division by zero") }
            throw TemplateError(.zeroDivision, "division by zero")
        }
        return try left.double() / (try right.double())
    }

    private static func floating(
        _ one: Double,
        _ symbol: BinaryOperator,
        _ other: Double
    ) throws(TemplateError) -> Value {
        switch symbol {
        case .add: return .double(one + other)
        case .subtract: return .double(one - other)
        case .multiply: return .double(one * other)
        case .divide: return .double(one / other)
        case .power:
            if one == 0, other < 0 {
                throw TemplateError(.zeroDivision, "0.0 cannot be raised to a negative power")
            }
            if one < 0, one.isFinite, other.isFinite, other != other.rounded() {
                throw .value("the result of ** is a complex number, which templates cannot hold")
            }
            let result = pow(one, other)
            if result.isInfinite, one.isFinite, other.isFinite {
                throw TemplateError(.overflow, "(34, 'Numerical result out of range')")
            }
            return .double(result)
        case .floorDivide, .modulo:
            guard other != 0 else {
                let message = symbol == .modulo ? "float modulo" : "float floor division by zero"
                throw TemplateError(.zeroDivision, message)
            }
            let (quotient, remainder) = flooredDivision(one, other)
            return .double(symbol == .modulo ? remainder : quotient)
        }
    }

    /// As Python's `divmod` of floats: the remainder has the divisor's sign.
    private static func flooredDivision(_ one: Double, _ other: Double) -> (quotient: Double, remainder: Double) {
        var remainder = fmod(one, other)
        var quotient = (one - remainder) / other
        if remainder != 0 {
            if (other < 0) != (remainder < 0) {
                remainder += other
                quotient -= 1
            }
        } else {
            remainder = Double(signOf: other, magnitudeOf: 0)
        }
        guard quotient != 0 else { return (Double(signOf: one / other, magnitudeOf: 0), remainder) }
        let whole = quotient.rounded(.down)
        return (quotient - whole > 0.5 ? whole + 1 : whole, remainder)
    }
}
