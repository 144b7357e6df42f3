import Dates
import Glibc
import Text

/// Filters that give numbers or print them.
enum NumberFilters {
    static let int: FilterBody = { (value, arguments, _) throws(TemplateError) in
        let given = try arguments.bound("do_int", ["default", "base"])
        let standard = given[0] ?? .int(0)
        switch value.opened {
        case .int, .big: return value
        case .bool(let flag): return .int(flag ? 1 : 0)
        case .undefined(let missing): throw missing.error
        case .double(let number):
            if number.isInfinite { throw TemplateError(.overflow, "cannot convert float infinity to integer") }
            return BigInteger(truncating: number).map(Value.init) ?? standard
        case .string(let text):
            let base = try given[1].map(StringMethods.integer) ?? 10
            if let whole = PythonNumber.integer(text, base: base) { return Value(whole) }
            return PythonNumber.double(text).flatMap { BigInteger(truncating: $0) }.map(Value.init) ?? standard
        case .bytes(let bytes):
            return PythonNumber.integer(String(decoding: bytes, as: UTF8.self)).map(Value.init) ?? standard
        default: return standard
        }
    }

    static let float: FilterBody = { (value, arguments, _) throws(TemplateError) in
        let standard = try arguments.bound("do_float", ["default"])[0] ?? .double(0)
        if case .undefined(let missing) = value { throw missing.error }
        if let number = value.number { return .double(try number.double()) }
        return value.text.flatMap(PythonNumber.double).map(Value.double) ?? standard
    }

    static let abs: FilterBody = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("abs", 0, 0)
        switch value {
        case .double(let number): return .double(number.magnitude)
        case .timedelta(let delta): return .timedelta(try dated { () throws(DateError) in try delta.absolute() })
        default: break
        }
        guard let number = value.number?.bigInteger else {
            throw .type("bad operand type for abs(): '\(value.typeName)'")
        }
        return Value(BigInteger(words: number.words, isNegative: false))
    }

    static let sum: FilterBody = { (value, arguments, _) throws(TemplateError) in
        let given = try arguments.bound("do_sum", ["attribute", "start"])
        let getter = AttributeGetter(given[0])
        var total = given[1] ?? .int(0)
        if total.isString { throw .type("sum() can't sum strings [use ''.join(seq) instead]") }
        for item in try value.iterated() { total = try Value.binary(total, .add, try getter.get(item)) }
        return total
    }

    static let round: FilterBody = { (value, arguments, _) throws(TemplateError) in
        let given = try arguments.bound("do_round", ["precision", "method"])
        let precision = min(max(try given[0].map(StringMethods.integer) ?? 0, -5000), 5000)
        let method = given[1]?.text ?? "common"
        guard ["common", "ceil", "floor"].contains(method) else {
            throw TemplateError(.filterArgument, "method must be common, ceil or floor")
        }
        guard let number = value.number else {
            throw .type("type \(value.typeName) doesn't define __round__ method")
        }
        if method == "common" { return try nearest(number, precision) }
        let scale = try Number.binary(.int(10), .power, .int(precision))
        let scaled = try Value.binary(value, .multiply, scale)
        guard case .double(let product) = scaled else { return try Value.binary(scaled, .divide, scale) }
        guard product.isFinite,
            let whole = BigInteger(truncating: method == "ceil" ? Glibc.ceil(product) : Glibc.floor(product))
        else { throw TemplateError(.overflow, "cannot convert float infinity to integer") }
        return try Value.binary(Value(whole), .divide, scale)
    }

    /// Python's `round`: ties, judged by the exact binary value, go to the even digit.
    private static func nearest(_ number: Number, _ precision: Int) throws(TemplateError) -> Value {
        if let whole = number.bigInteger {
            guard precision < 0 else { return Value(whole) }
            let unit = BigInteger.power(10, -precision)
            let (quotient, remainder) = BigInteger.divide(whole, unit)
            let doubled = remainder + remainder
            let isUp = doubled > unit || (doubled == unit && quotient.isOdd)
            return Value((isUp ? quotient + BigInteger(1) : quotient) * unit)
        }
        let double = try number.double()
        guard double.isFinite, precision < 300 else { return .double(double) }
        if precision >= 0 { return .double(Double(try NumberFormat.decimal(double, "f", precision)) ?? double) }
        guard precision > -309 else { return .double(Double(signOf: double, magnitudeOf: 0)) }
        let unit = pow(10, Double(-precision))
        return .double((double / unit).rounded(.toNearestOrEven) * unit)
    }

    static let filesizeformat: FilterBody = { (value, arguments, _) throws(TemplateError) in
        let isBinary = try arguments.bound("do_filesizeformat", ["binary"])[0]?.isTrue ?? false
        if case .undefined(let missing) = value { throw missing.error }
        let size: Double
        if let number = value.number {
            size = try number.double()
        } else if let text = value.text {
            guard let read = PythonNumber.double(text) else {
                throw .value("could not convert string to float: \(PythonText.repr(text))")
            }
            size = read
        } else {
            throw .type("float() argument must be a string or a real number, not '\(value.typeName)'")
        }
        let base: Double = isBinary ? 1024 : 1000
        if size == 1 { return .string("1 Byte") }
        if size < base {
            let whole = BigInteger(truncating: size).map(Value.init)
            guard let whole else { throw TemplateError(.overflow, "cannot convert float infinity to integer") }
            return .string("\(whole.pythonText) Bytes")
        }
        var amount = size / base
        var units = ["k", "M", "G", "T", "P", "E", "Z", "Y"][...]
        while amount >= base, units.count > 1 {
            amount /= base
            units.removeFirst()
        }
        let unit = units.first ?? "Y"
        let suffix = isBinary ? (unit == "k" ? "Ki" : unit + "i") : unit
        return .string("\(try NumberFormat.decimal(amount, "f", 1)) \(suffix)B")
    }
}
