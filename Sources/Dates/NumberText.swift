/// Reading of numbers from text by the rules of Python's `int` and `float`.
///
/// Space around the number is skipped, one underscore may stand between two digits, and a sign may lead.
enum NumberText {
    /// Reads a whole number; nil when the text is none.
    ///
    /// A number beyond 64 bits gives the nearest 64-bit one.
    static func whole(_ bytes: some Collection<UInt8>) -> Int? {
        var digits = ArraySlice(trimmed(bytes))
        let negative = digits.first == UInt8(ascii: "-")
        if negative || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
        guard let plain = withoutUnderscores(digits), !plain.isEmpty else { return nil }
        var value = 0
        for byte in plain {
            guard byte.isDigit else { return nil }
            let digit = Int(byte & 15)
            let (product, first) = value.multipliedReportingOverflow(by: 10)
            let (sum, second) =
                negative
                ? product.subtractingReportingOverflow(digit)
                : product.addingReportingOverflow(digit)
            value = first || second ? (negative ? Int.min : Int.max) : sum
            if first || second { return plain.allSatisfy(\.isDigit) ? value : nil }
        }
        return value
    }

    /// Reads a number with a fraction or an exponent, `nan` or `inf`; nil when the text is none.
    static func float(_ bytes: some Collection<UInt8>) -> Double? {
        guard let plain = withoutUnderscores(ArraySlice(trimmed(bytes))) else { return nil }
        var body = String(decoding: plain, as: UTF8.self).lowercased()
        var sign = 1.0
        if let first = body.first, first == "-" || first == "+" {
            sign = first == "-" ? -1 : 1
            body.removeFirst()
        }
        if body == "inf" || body == "infinity" { return sign * .infinity }
        if body == "nan" { return .nan }
        guard let first = body.utf8.first, first.isDigit || first == UInt8(ascii: ".") else { return nil }
        guard !body.utf8.contains(UInt8(ascii: "x")), let value = Double(body) else { return nil }
        return sign * value
    }

    /// The bytes without white space at either end.
    private static func trimmed(_ bytes: some Collection<UInt8>) -> [UInt8] {
        let isSpace = { (byte: UInt8) in byte == 32 || (9...13).contains(byte) || (28...31).contains(byte) }
        let head = Array(bytes.drop(while: isSpace))
        return head.lastIndex { !isSpace($0) }.map { Array(head[...$0]) } ?? []
    }

    /// Drops underscores that stand between two digits; nil when one stands elsewhere.
    private static func withoutUnderscores(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        let all = Array(bytes)
        guard all.contains(UInt8(ascii: "_")) else { return all }
        for (index, byte) in all.enumerated() where byte == UInt8(ascii: "_") {
            guard index > 0, index + 1 < all.count, all[index - 1].isDigit, all[index + 1].isDigit else { return nil }
        }
        return all.filter { $0 != UInt8(ascii: "_") }
    }
}

extension UInt8 {
    /// Whether the byte is an ASCII digit.
    @inline(__always)
    var isDigit: Bool { self &- 48 < 10 }

    /// Whether the byte is an ASCII letter.
    @inline(__always)
    var isLetter: Bool { (self | 32) &- 97 < 26 }
}
