/// Decodes the text of a `!!binary` scalar.
enum Base64 {
    /// Decodes as leniently as Python's `base64.decodebytes`: characters outside the alphabet are skipped.
    ///
    /// - Throws: If the text is not ASCII, or ends in the middle of a byte without its padding.
    static func decode(_ text: String) throws(ScalarFault) -> [UInt8] {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var digits = 0
        var pads = 0
        for character in text.utf8 {
            guard character < 0x80 else { throw ScalarFault("base64 data may hold ASCII characters only") }
            if character == UInt8(ascii: "=") {
                pads += digits >= 2 ? 1 : 0
                if digits >= 2, digits + pads >= 4 { return bytes }
            } else if let value = value(of: character) {
                pads = 0
                bits = bits << 6 | UInt32(value)
                if digits > 0 { bytes.append(UInt8(truncatingIfNeeded: bits >> (6 - 2 * UInt32(digits)))) }
                digits = (digits + 1) % 4
            }
        }
        guard digits == 0 else { throw ScalarFault("base64 data is incomplete", hint: "check its padding") }
        return bytes
    }

    private static func value(of character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): character - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): character - 71
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character + 4
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
