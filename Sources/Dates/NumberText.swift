import Text

/// Reading of numbers from text by the rules of Python's `int` and `float`.
enum NumberText {
    /// Reads a whole number; nil when the text is not one.
    ///
    /// A number beyond 64 bits gives the nearest 64-bit one.
    static func whole(_ bytes: some Collection<UInt8>) -> Int? {
        if let short = short(bytes) { return short }
        switch PythonNumber.integer(String(decoding: bytes, as: UTF8.self)) {
        case .int(let number): return number
        case .big(let number): return number.isNegative ? .min : .max
        default: return nil
        }
    }

    /// A number of plain digits that surely fits; nil for all others.
    private static func short(_ bytes: some Collection<UInt8>) -> Int? {
        guard (1...18).contains(bytes.count) else { return nil }
        var value = 0
        for byte in bytes {
            guard byte.isDigit else { return nil }
            value = value &* 10 &+ Int(byte & 15)
        }
        return value
    }

    /// Reads a number with a fraction or an exponent, `nan` or `inf`; nil when the text is not one.
    static func float(_ bytes: some Collection<UInt8>) -> Double? {
        PythonNumber.double(String(decoding: bytes, as: UTF8.self))
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
