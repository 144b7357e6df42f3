import Text

/// Methods of numbers and bytes.
enum NumberMethods {
    static func has(_ name: String, _ value: Value) -> Bool {
        if case .double = value { return name != "bit_length" }
        return name != "is_integer"
    }

    static let isInteger: Method = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("is_integer", 0, 0)
        guard case .double(let number) = value else { return .bool(true) }
        return .bool(number.isFinite && number == number.rounded(.towardZero))
    }

    static let bitLength: Method = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("bit_length", 0, 0)
        return .int(value.number?.bigInteger?.bitCount ?? 0)
    }

    static let conjugate: Method = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("conjugate", 0, 0)
        return value
    }

    static let asIntegerRatio: Method = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("as_integer_ratio", 0, 0)
        guard case .double(let number) = value else { return .tuple([value, .int(1)]) }
        guard number.isFinite else {
            throw TemplateError(.overflow, "cannot convert Infinity to integer ratio")
        }
        var numerator = number
        var denominator = BigInteger(1)
        while numerator != numerator.rounded(.towardZero) {
            numerator *= 2
            denominator = denominator * BigInteger(2)
        }
        return .tuple([Value(BigInteger(truncating: numerator) ?? BigInteger(0)), Value(denominator)])
    }
}

/// Methods of bytes.
enum BytesMethods {
    static let decode: Method = { (value, arguments, _) throws(TemplateError) in
        guard case .bytes(let bytes) = value else { return .null }
        let name = try arguments.bound("decode", ["encoding", "errors"])[0]?.text ?? "utf-8"
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw TemplateError(.decoding, "'\(name)' codec can't decode the bytes")
        }
        return .string(text)
    }

    static let hex: Method = { (value, arguments, _) throws(TemplateError) in
        guard case .bytes(let bytes) = value else { return .null }
        return .string(bytes.map { PythonText.hexadecimal(UInt32($0), 2) }.joined())
    }
}
