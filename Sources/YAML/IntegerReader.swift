import Text

/// Reads whole numbers in the notations of YAML 1.1, of any length up to a limit.
enum IntegerReader {
    /// Python refuses to turn more decimal digits than this into a number, and a longer number into digits.
    static let maximumDigits = 4300
    /// Bits of the longest number with that many digits; no base has more digits than that.
    private static let maximumBits = 14_285

    /// The number that a text stands for: decimal, `0b…`, `0x…`, octal after `0`, or sexagesimal `1:30`.
    ///
    /// Underscores are skipped. `08` and the like are errors; without a tag they never get here.
    static func integer(_ text: String) throws(ScalarFault) -> YAMLInteger {
        var body = text.filter { $0 != "_" }[...]
        let isNegative = body.first == "-"
        if isNegative || body.first == "+" { body = body.dropFirst() }
        guard let first = body.first else { throw invalid(text, base: 10) }
        if body.hasPrefix("0b") { return try number(body.dropFirst(2), 2, isNegative, text) }
        if body.hasPrefix("0x") { return try number(body.dropFirst(2), 16, isNegative, text) }
        if first == "0" { return try number(body, 8, isNegative, text) }
        if body.contains(":") { return try sexagesimal(body, isNegative, text) }
        if let short = Int(isNegative ? "-" + body : body[...]) { return YAMLInteger(short) }
        return try number(body, 10, isNegative, text)
    }

    private static func sexagesimal(
        _ body: Substring,
        _ isNegative: Bool,
        _ text: String
    ) throws(ScalarFault) -> YAMLInteger {
        var sum = BigInteger(0)
        for part in body.split(separator: ":", omittingEmptySubsequences: false) {
            let digit = try signed(part, 10, text)
            guard !digit.isNegative else { throw invalid(text, base: 60) }
            sum = sum * BigInteger(60) + digit
            guard sum.bitCount <= maximumBits else { throw tooLong() }
        }
        return try checked(isNegative ? -sum : sum)
    }

    private static func number(
        _ body: Substring,
        _ base: UInt32,
        _ isNegative: Bool,
        _ text: String
    ) throws(ScalarFault) -> YAMLInteger {
        let number = try signed(body, base, text)
        return try checked(isNegative ? -number : number)
    }

    private static func checked(_ number: BigInteger) throws(ScalarFault) -> YAMLInteger {
        let integer = YAMLInteger(number)
        guard integer.digits.utf8.count <= maximumDigits + (number.isNegative ? 1 : 0) else { throw tooLong() }
        return integer
    }

    /// Reads digits as Python's `int(text, base)` does: blanks around, a sign, and the prefix of the base are allowed.
    private static func signed(
        _ body: Substring,
        _ base: UInt32,
        _ text: String
    ) throws(ScalarFault) -> BigInteger {
        var digits = Array(body.trimmed.utf8)[...]
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
        if digits.count > 2, digits.first == UInt8(ascii: "0"), digits[digits.startIndex + 1] | 0x20 == letter(of: base)
        {
            digits = digits.dropFirst(2)
        }
        guard digits.allSatisfy({ $0.hexadecimalDigit.map { $0 < base } ?? false }), !digits.isEmpty else {
            throw invalid(text, base: base)
        }
        guard base != 10 || digits.count <= maximumDigits else { throw tooLong() }
        let significant = String(decoding: digits.drop { $0 == UInt8(ascii: "0") }, as: UTF8.self)
        guard significant.utf8.count <= maximumBits else { throw tooLong() }
        return BigInteger(significant, radix: base, isNegative: isNegative) ?? BigInteger(0)
    }

    private static func letter(of base: UInt32) -> UInt8 {
        switch base {
        case 2: UInt8(ascii: "b")
        case 8: UInt8(ascii: "o")
        case 16: UInt8(ascii: "x")
        default: 0
        }
    }

    private static func invalid(_ text: String, base: UInt32) -> ScalarFault {
        ScalarFault(
            "'\(text)' is not a whole number to base \(base)",
            hint: "if this is meant as a string, put it in quotes"
        )
    }

    private static func tooLong() -> ScalarFault {
        ScalarFault(
            "a whole number may have at most \(maximumDigits) digits",
            hint: "if this is a string, put it in quotes"
        )
    }
}
