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

    /// Appends the UTF-8 bytes of a string.
    mutating func append(text: String) {
        append(contentsOf: text.utf8)
    }
}
