import Text

/// The escape sequences of Python's string literals.
enum StringEscapes {
    /// The text with its escapes read; nil when one is broken.
    ///
    /// An unknown escape stays as it is, backslash included.
    static func decode(_ text: String) -> String? {
        guard text.utf8.contains(0x5C) else { return text }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var at = 0
        while at < scalars.count {
            guard scalars[at] == "\\" else {
                result.append(scalars[at])
                at += 1
                continue
            }
            guard at + 1 < scalars.count else { return nil }
            guard let next = append(scalars, at + 1, to: &result) else { return nil }
            at = next
        }
        return String(result)
    }

    /// Reads the escape whose letter is at a place; gives the place after it.
    private static func append(
        _ scalars: [Unicode.Scalar],
        _ at: Int,
        to result: inout String.UnicodeScalarView
    ) -> Int? {
        if let plain = plain(scalars[at]) {
            result.append(plain)
            return at + 1
        }
        switch scalars[at] {
        case "\n": return at + 1
        case "x": return number(scalars, at + 1, 2, &result)
        case "u": return number(scalars, at + 1, 4, &result)
        // Characters by name are not known here.
        case "N": return nil
        case "U": return number(scalars, at + 1, 8, &result)
        case "0"..."7":
            var end = at
            var value: UInt32 = 0
            while end < scalars.count, end < at + 3, let digit = scalars[end].octalDigit {
                value = value * 8 + digit
                end += 1
            }
            result.append(Unicode.Scalar(value) ?? "\u{FFFD}")
            return end
        default:
            result.append("\\")
            result.append(scalars[at])
            return at + 1
        }
    }

    private static func plain(_ letter: Unicode.Scalar) -> Unicode.Scalar? {
        switch letter {
        case "\\": "\\"
        case "'": "'"
        case "\"": "\""
        case "a": "\u{07}"
        case "b": "\u{08}"
        case "f": "\u{0C}"
        case "n": "\n"
        case "r": "\r"
        case "t": "\t"
        case "v": "\u{0B}"
        default: nil
        }
    }

    /// Reads a fixed number of hexadecimal digits; two halves of a surrogate pair become one scalar.
    private static func number(
        _ scalars: [Unicode.Scalar],
        _ at: Int,
        _ length: Int,
        _ result: inout String.UnicodeScalarView
    ) -> Int? {
        guard let value = hexadecimal(scalars, at, length), value <= 0x10FFFF else { return nil }
        if let scalar = Unicode.Scalar(value) {
            result.append(scalar)
            return at + length
        }
        let next = at + length
        if value < 0xDC00, next + 1 < scalars.count, scalars[next] == "\\", scalars[next + 1] == "u",
            let low = hexadecimal(scalars, next + 2, 4), (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (value - 0xD800) << 10 + (low - 0xDC00))
        {
            result.append(scalar)
            return next + 6
        }
        result.append("\u{FFFD}")
        return next
    }

    private static func hexadecimal(_ scalars: [Unicode.Scalar], _ at: Int, _ length: Int) -> UInt32? {
        guard at + length <= scalars.count else { return nil }
        var value: UInt32 = 0
        for scalar in scalars[at..<(at + length)] {
            guard let digit = scalar.hexadecimalDigit else { return nil }
            value = value << 4 | digit
        }
        return value
    }
}
