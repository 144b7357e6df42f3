/// Base64 after RFC 4648, section 4.
package enum Base64 {
    /// Why a string is not base64.
    package enum Fault: Error, Equatable {
        /// One letter is left over, which is less than a byte; with the number of letters.
        case incompleteByte(letters: Int)
        case incompletePadding
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// The text of bytes, padded with `=` to a multiple of four letters.
    package static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            for letter in 0..<4 {
                let index = Int(bits >> UInt32(18 - 6 * letter)) & 63
                text.append(letter <= group.count ? alphabet[index] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of a string, read as leniently as Python's `base64.b64decode`.
    ///
    /// Characters outside the alphabet are skipped, and so is what follows complete padding.
    package static func decode(_ text: String) throws(Fault) -> [UInt8] {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var letters = 0
        var pads = 0
        for character in text.utf8 {
            if character == UInt8(ascii: "=") {
                pads += 1
                if letters % 4 >= 2, letters % 4 + pads >= 4 { return bytes }
            } else if let value = value(of: character) {
                pads = 0
                bits = bits << 6 | UInt32(value)
                if letters % 4 > 0 { bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(6 - 2 * (letters % 4)))) }
                letters += 1
            }
        }
        switch letters % 4 {
        case 0: return bytes
        case 1: throw .incompleteByte(letters: letters)
        default: throw .incompletePadding
        }
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
