/// Strings and bytes as Python prints them: `repr`.
package enum PythonText {
    /// `repr` of a string: single quotes, unless it holds some and no double ones.
    package static func repr(_ text: String) -> String {
        var result = ""
        appendRepr(text, to: &result)
        return result
    }

    /// Appends the `repr` of a string.
    package static func appendRepr(_ text: String, to result: inout String) {
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x27 && $0 != 0x5C }
        if isPlain {
            result += "'"
            result += text
            result += "'"
            return
        }
        let quote: Unicode.Scalar = text.utf8.contains(0x27) && !text.utf8.contains(0x22) ? "\"" : "'"
        result.unicodeScalars.append(quote)
        for scalar in text.unicodeScalars { appendEscaped(scalar, quote, to: &result) }
        result.unicodeScalars.append(quote)
    }

    private static func appendEscaped(_ scalar: Unicode.Scalar, _ quote: Unicode.Scalar, to result: inout String) {
        switch scalar {
        case quote, "\\":
            result += "\\"
            result.unicodeScalars.append(scalar)
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        default:
            if scalar.isPythonPrintable {
                result.unicodeScalars.append(scalar)
            } else if scalar.value < 0x100 {
                result += "\\x" + hexadecimal(scalar.value, 2)
            } else if scalar.value < 0x10000 {
                result += "\\u" + hexadecimal(scalar.value, 4)
            } else {
                result += "\\U" + hexadecimal(scalar.value, 8)
            }
        }
    }

    /// Hexadecimal digits, with zeros before them up to a length.
    package static func hexadecimal(_ value: UInt32, _ length: Int) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: max(0, length - digits.count)) + digits
    }

    /// `repr` of bytes: `b'…'`.
    package static func repr(_ bytes: [UInt8]) -> String {
        let quote: UInt8 = bytes.contains(0x27) && !bytes.contains(0x22) ? 0x22 : 0x27
        var result = "b" + String(Unicode.Scalar(quote))
        for byte in bytes {
            switch byte {
            case quote, 0x5C: result += "\\" + String(Unicode.Scalar(byte))
            case 0x0A: result += "\\n"
            case 0x0D: result += "\\r"
            case 0x09: result += "\\t"
            case 0x20..<0x7F: result.unicodeScalars.append(Unicode.Scalar(byte))
            default: result += "\\x" + hexadecimal(UInt32(byte), 2)
            }
        }
        result.unicodeScalars.append(Unicode.Scalar(quote))
        return result
    }
}
