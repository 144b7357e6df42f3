import OrderedCollections

/// Reads text as one Python literal, as `ast.literal_eval` does: numbers, strings, bytes, `None`, `True`, `False`,
/// `...`, and lists, tuples, sets and dicts of such.
///
/// Complex numbers do not count as literals, also inside containers, where the reference would let them pass.
package enum PythonLiteral {
    /// The value of a literal; nil when the text is not one.
    package static func evaluate(_ text: String) -> Value? {
        var text = text
        return text.withUTF8 { bytes in
            isPossible(bytes, .any) ? read(bytes) : nil
        }
    }

    /// Whether text may be a literal of one of the types, judged by its first bytes.
    @inline(__always)
    static func isPossible(_ bytes: UnsafeBufferPointer<UInt8>, _ types: ValueTypes) -> Bool {
        guard let first = bytes.first else { return false }
        let kind = LiteralStart.kinds[Int(first)]
        if kind == .never { return false }
        return isPossible(kind, bytes, types)
    }

    private static func isPossible(
        _ kind: LiteralStart,
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ types: ValueTypes
    ) -> Bool {
        switch kind {
        case .never: return false
        case .number:
            guard types.allowsNumbers else { return false }
            return isNumeric(bytes)
        case .prefix:
            guard bytes.count > 2 else { return false }
            return bytes[1] == 0x22 || bytes[1] == 0x27 || LiteralStart.kinds[Int(bytes[1])] == .prefix
        case .word:
            return bytes.count <= 5 || [0x20, 0x09, 0x0A, 0x0D, 0x23, 0x2C, 0x28, 0x0C, 0x5C].contains(bytes[4])
                || [0x20, 0x09, 0x0A, 0x0D, 0x23, 0x2C, 0x0C, 0x5C].contains(bytes[5]) || bytes[3] == 0x28
        case .other: return true
        }
    }

    /// Whether what follows the first run of digits can still belong to a literal; dates and identifiers fail here.
    private static func isNumeric(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var at = 1
        while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 }
        guard at < bytes.count else { return true }
        switch bytes[at] {
        // - : / ; * % and letters that no number holds
        case 0x2D, 0x3A, 0x2F, 0x3B, 0x2A, 0x25, 0x40: return false
        case 0x66...0x69, 0x6B...0x6E, 0x70...0x77, 0x79...0x7A, 0x46...0x49, 0x4B...0x4E, 0x50...0x57, 0x59...0x5A:
            return false
        default: return true
        }
    }

    private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Value? {
        if let number = smallInteger(bytes) { return .int(number) }
        var reader = LiteralReader(bytes)
        return reader.wholeText()
    }

    /// The most common literal: up to 18 digits.
    private static func smallInteger(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard bytes.count <= 18, bytes[0] != 0x30 || bytes.count == 1 else { return nil }
        var number = 0
        for byte in bytes {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number &* 10 &+ Int(byte &- 0x30)
        }
        return number
    }
}

/// What a literal that starts with a byte may be.
enum LiteralStart: UInt8 {
    case never, number, prefix, word, other

    static let kinds: [LiteralStart] = (0...255).map { byte in
        switch UInt8(byte) {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .number
        case UInt8(ascii: "u"), UInt8(ascii: "U"), UInt8(ascii: "r"), UInt8(ascii: "R"), UInt8(ascii: "b"),
            UInt8(ascii: "B"):
            .prefix
        case UInt8(ascii: "N"), UInt8(ascii: "T"), UInt8(ascii: "F"), UInt8(ascii: "s"): .word
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "\""),
            UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "#"), UInt8(ascii: "\\"), 0x20, 0x09,
            0x0A, 0x0C, 0x0D:
            .other
        default: .never
        }
    }
}
