/// Writing of padded decimal numbers into text that is built byte by byte.
extension [UInt8] {
    /// Appends a number with at least `width` characters, filled on the left; a minus sign stays in front of zeros.
    mutating func appendNumber(_ number: Int, width: Int, fill: UInt8 = UInt8(ascii: "0")) {
        var rest = number.magnitude
        var digits = 1
        while rest >= 10 {
            rest /= 10
            digits += 1
        }
        let isNegative = number < 0
        let padding = Swift.max(0, width - digits - (isNegative ? 1 : 0))
        if isNegative, fill == UInt8(ascii: "0") { append(UInt8(ascii: "-")) }
        for _ in 0..<padding { append(fill) }
        if isNegative, fill != UInt8(ascii: "0") { append(UInt8(ascii: "-")) }
        let start = count
        rest = number.magnitude
        for _ in 0..<digits {
            append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        }
        self[start...].reverse()
    }

    /// Appends the UTF-8 bytes of a text.
    mutating func append(text: String) {
        append(contentsOf: text.utf8)
    }
}

extension StringProtocol {
    /// The text in quotes as Python prints a text inside a message: single quotes unless only those occur in it.
    ///
    /// Backslash, line ends, tabs and other control characters are escaped; printable characters stay as they are.
    var quotedForMessage: String {
        let quote: Character = contains("'") && !contains("\"") ? "\"" : "'"
        var result = String(quote)
        for scalar in unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "'" where quote == "'": result += "\\'"
            case _ where scalar.value < 0x20 || (0x7F..<0xA1).contains(scalar.value) || scalar.value == 0xAD:
                let digits = String(scalar.value, radix: 16)
                result += "\\x" + (digits.count < 2 ? "0" : "") + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + String(quote)
    }
}
