/// Finds which eight bytes of a secret cannot be anything else, so that they are masked wherever they stand.
///
/// APIs show keys shortened, and strings are cut. Words, addresses, numbers and dates are not such bytes, although
/// secrets have them: masking them would spoil messages.
enum SecretPiece {
    /// Bytes of a piece.
    static let length = 8

    /// Where such pieces begin in a secret.
    static func offsets(in secret: [UInt8]) -> [Int] {
        guard secret.count > length else { return [] }
        let last = secret.count - length
        return (0...last).filter { offset in
            tells(secret[offset..<(offset + length)], isAtEdge: offset == 0 || offset == last)
        }
    }

    private enum Kind { case small, capital, digit, sign }

    private static func kind(_ byte: UInt8) -> Kind? {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): .small
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): .capital
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: ","): nil
        case 0x21, 0x23...0x26, 0x28...0x7A, 0x7C, 0x7E: .sign
        default: nil
        }
    }

    /// Whether bytes mix letters and digits, or change often between capitals and small letters; at the edges of the
    /// secret any sign or digit beside letters will do.
    private static func tells(_ bytes: ArraySlice<UInt8>, isAtEdge: Bool) -> Bool {
        var (letters, digits, changes) = (0, 0, 0)
        var before: Kind?
        for byte in bytes {
            guard let kind = kind(byte) else { return false }
            if kind == .small || kind == .capital { letters += 1 }
            if kind == .digit { digits += 1 }
            if let before, before != kind { changes += 1 }
            before = kind
        }
        if letters > 0 && (digits > 0 || isAtEdge && letters < length) { return true }
        return letters > 1 && changes > 3
    }
}
