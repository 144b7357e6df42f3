import Glibc
import Text

/// Numbers in a stated notation, as the C library and Python's `format` write them.
enum NumberFormat {
    /// An integer as `d`, `x`, `X`, `o` or `b`; a double is cut to its whole part for `d`.
    static func whole(
        _ number: Number,
        _ letter: Unicode.Scalar,
        isAlternate: Bool = false
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

    /// A double as `e`, `f` or `g` with so many digits.
    static func decimal(_ number: Double, _ letter: Unicode.Scalar, _ precision: Int) -> String {
        let isUpper = ("A"..."Z").contains(letter)
        if !number.isFinite {
            let text = number.isNaN ? "nan" : (number < 0 ? "-inf" : "inf")
            return isUpper ? text.uppercased() : text
        }
        let format = "%.*" + String(letter)
        let precision = Int32(clamping: min(precision, 400))
        return withVaList([precision, number]) { arguments in
            var buffer = [CChar](repeating: 0, count: 1024)
            let length = vsnprintf(&buffer, buffer.count, format, arguments)
            return String(decoding: buffer.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }
}
