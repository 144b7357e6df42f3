import Glibc
import Text

/// Numbers in a stated notation, as the C library and Python's `format` write them.
enum NumberFormat {
    /// The largest width or precision that is distinguished from larger ones; no string is that long.
    static let largestCount = 1 << 40

    /// Columns that a format asks for, as far as they have been read, and a further digit; they do not overflow.
    static func count(_ digit: Unicode.Scalar, after count: Int?) -> Int {
        min((count ?? 0) * 10 + Int(digit.value - 0x30), largestCount)
    }

    /// Where the digits of a number begin: behind its sign, and behind a mark such as `0x` if it has one.
    static func digits(of text: String, isAlternate: Bool) -> String.Index {
        let unsigned = text.drop { "+- ".contains($0) }
        let marks = ["0x", "0X", "0o", "0b"]
        let isMarked = isAlternate && marks.contains(where: unsigned.hasPrefix)
        return isMarked ? unsigned.index(unsigned.startIndex, offsetBy: 2) : unsigned.startIndex
    }

    /// A number with zeros before its digits.
    static func padded(_ text: String, zeros: Int, isAlternate: Bool) throws(TemplateError) -> String {
        guard zeros > 0 else { return text }
        try SizeLimit.checkText(1, times: zeros)
        let start = digits(of: text, isAlternate: isAlternate)
        return text[..<start] + String(repeating: "0", count: zeros) + text[start...]
    }

    /// An integer as `d`, `x`, `X`, `o` or `b`; a double is cut to its whole part for `d`.
    ///
    /// - Parameter precision: digits there are at least.
    static func whole(
        _ number: Number,
        _ letter: Unicode.Scalar,
        isAlternate: Bool = false,
        precision: Int = 0
    ) throws(TemplateError) -> String {
        let text = try plain(number, letter, isAlternate: isAlternate)
        let start = digits(of: text, isAlternate: isAlternate)
        return try padded(text, zeros: precision - text[start...].utf8.count, isAlternate: isAlternate)
    }

    private static func plain(
        _ number: Number,
        _ letter: Unicode.Scalar,
        isAlternate: Bool
    ) throws(TemplateError) -> String {
        let integer: BigInteger
        switch (number, number.bigInteger) {
        case (_, .some(let exact)): integer = exact
        case (.double(let double), _) where "diu".unicodeScalars.contains(letter):
            guard let cut = BigInteger(truncating: double) else {
                throw TemplateError(.overflow, "cannot convert float infinity to integer")
            }
            integer = cut
        default: throw .type("%\(letter) format: an integer is required, not float")
        }
        guard let (radix, prefix) = radix(letter) else { return integer.description }
        let digits = magnitude(integer, radix)
        let text = (isAlternate ? prefix : "") + digits
        return (integer.isNegative ? "-" : "") + (letter == "X" ? text.uppercased() : text)
    }

    private static func radix(_ letter: Unicode.Scalar) -> (UInt32, String)? {
        switch letter {
        case "x", "X": (16, "0x")
        case "o": (8, "0o")
        case "b": (2, "0b")
        default: nil
        }
    }

    private static func magnitude(_ number: BigInteger, _ radix: UInt32) -> String {
        guard !number.isZero else { return "0" }
        var rest = number.words
        var digits: [String] = []
        while !rest.isEmpty {
            let (quotient, remainder) = BigInteger.divide(rest, radix)
            digits.append(String(remainder, radix: Int(radix)))
            rest = quotient
        }
        return digits.reversed().joined()
    }

    /// Digits of a double from which on all are zeros, which `g` leaves out.
    private static let mostDigits = 1100

    /// A double as `e`, `f` or `g` with that many digits.
    static func decimal(
        _ number: Double,
        _ letter: Unicode.Scalar,
        _ precision: Int
    ) throws(TemplateError) -> String {
        let isUpper = ("A"..."Z").contains(letter)
        if !number.isFinite {
            let text = number.isNaN ? "nan" : (number < 0 ? "-inf" : "inf")
            return isUpper ? text.uppercased() : text
        }
        let format = "%.*" + String(letter)
        let precision = letter == "g" || letter == "G" ? min(precision, mostDigits) : precision
        try SizeLimit.checkText(1, times: precision)
        return withVaList([Int32(clamping: precision), number]) { arguments in
            var buffer = [CChar](repeating: 0, count: precision + 400)
            let length = vsnprintf(&buffer, buffer.count, format, arguments)
            return String(decoding: buffer.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }
}
