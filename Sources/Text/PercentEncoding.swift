/// `%XX` in addresses and forms.
package enum PercentEncoding {
    private static let hex = Array("0123456789ABCDEF".utf8)

    /// Form encoding: letters, digits and `_.-~` stay, a space becomes `+`, the rest `%XX`.
    package static func form(_ text: String) -> String { encode(text, keeps: isUnreserved, spaceAsPlus: true) }

    /// Keeps ASCII letters, digits, `_.-~` and the given characters.
    package static func quote(_ text: String, keeping: String = "") -> String {
        encode(text, keeps: { isUnreserved($0) || keeping.utf8.contains($0) }, spaceAsPlus: false)
    }

    /// Whether a byte is an ASCII letter, a digit or one of `-._~`, which need no escape anywhere.
    @inlinable
    package static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }

    private static func encode(_ text: String, keeps: (UInt8) -> Bool, spaceAsPlus: Bool) -> String {
        // A loop over a buffer is several times faster than one over the bytes of a string.
        let isPlain = text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy(keeps) }
        if isPlain ?? text.utf8.allSatisfy(keeps) { return text }
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count * 2)
        for byte in text.utf8 {
            if keeps(byte) {
                out.append(byte)
            } else if byte == 0x20 && spaceAsPlus {
                out.append(0x2B)
            } else {
                append(byte, to: &out)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Appends `%XX`.
    package static func append(_ byte: UInt8, to out: inout [UInt8]) {
        out += [0x25, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
    }

    /// Reads form encoding: `+` is a space, `%XX` a byte, and what is not an escape stands for itself.
    package static func decodeForm(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var out: [UInt8] = []
        var at = 0
        while at < bytes.count {
            if bytes[at] == 0x25, at + 2 < bytes.count, let high = bytes[at + 1].hexadecimalDigit,
                let low = bytes[at + 2].hexadecimalDigit
            {
                out.append(UInt8(high << 4 | low))
                at += 3
            } else {
                out.append(bytes[at] == 0x2B ? 0x20 : bytes[at])
                at += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
