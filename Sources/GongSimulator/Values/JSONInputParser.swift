/// A small strict JSON parser for request bodies.
///
/// Every function returns nil at the first fault; the position is then undefined. Nesting is limited to 64 levels.
struct JSONInputParser {
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Parses one value and requires nothing but white space after it.
    mutating func document() -> JSONInput? {
        guard let value = value() else { return nil }
        skipSpace()
        return position == bytes.count ? value : nil
    }

    private mutating func value() -> JSONInput? {
        skipSpace()
        guard position < bytes.count else { return nil }
        switch bytes[position] {
        case UInt8(ascii: "{"): return nested { $0.object() }
        case UInt8(ascii: "["): return nested { $0.array() }
        case UInt8(ascii: "\""): return string().map(JSONInput.string)
        case UInt8(ascii: "t"): return skip("true") ? .bool(true) : nil
        case UInt8(ascii: "f"): return skip("false") ? .bool(false) : nil
        case UInt8(ascii: "n"): return skip("null") ? .null : nil
        default: return number()
        }
    }

    private mutating func nested(_ parse: (inout JSONInputParser) -> JSONInput?) -> JSONInput? {
        guard depth < 64 else { return nil }
        depth += 1
        defer { depth -= 1 }
        position += 1
        return parse(&self)
    }

    private mutating func object() -> JSONInput? {
        var members: [String: JSONInput] = [:]
        if closes("}") { return .object(members) }
        while true {
            skipSpace()
            guard let name = string(), closes(":"), let value = value() else { return nil }
            members[name] = value
            if closes("}") { return .object(members) }
            guard closes(",") else { return nil }
        }
    }

    private mutating func array() -> JSONInput? {
        var elements: [JSONInput] = []
        if closes("]") { return .array(elements) }
        while true {
            guard let value = value() else { return nil }
            elements.append(value)
            if closes("]") { return .array(elements) }
            guard closes(",") else { return nil }
        }
    }

    /// Reads a number and keeps its text; the text must also be one that the standard library reads.
    private mutating func number() -> JSONInput? {
        let start = position
        while position < bytes.count, "+-.eE0123456789".utf8.contains(bytes[position]) { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        let unsigned = text.hasPrefix("-") ? text.dropFirst() : text[...]
        guard let first = unsigned.first, first.isNumber, unsigned.last?.isNumber == true, Double(text) != nil,
            first != "0" || unsigned.dropFirst().first.map({ !$0.isNumber }) ?? true
        else { return nil }
        return .number(text)
    }

    private mutating func string() -> String? {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return nil }
        position += 1
        var text: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
            case UInt8(ascii: "\\"): guard appendEscape(to: &text) else { return nil }
            case 0..<0x20: return nil
            default: text.append(byte)
            }
        }
        return nil
    }

    private mutating func appendEscape(to text: inout [UInt8]) -> Bool {
        guard position < bytes.count else { return false }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(8)
        case UInt8(ascii: "f"): text.append(12)
        case UInt8(ascii: "n"): text.append(10)
        case UInt8(ascii: "r"): text.append(13)
        case UInt8(ascii: "t"): text.append(9)
        case UInt8(ascii: "u"):
            guard let scalar = escapedScalar() else { return false }
            text.append(contentsOf: Array(String(Character(scalar)).utf8))
        default: return false
        }
        return true
    }

    /// Reads the hexadecimal digits after `\u`, and a second escape when the first is a high surrogate.
    private mutating func escapedScalar() -> Unicode.Scalar? {
        guard let high = hexadecimal() else { return nil }
        guard (0xD800..<0xDC00).contains(high) else { return Unicode.Scalar(high) }
        guard skip("\\u"), let low = hexadecimal(), (0xDC00..<0xE000).contains(low) else { return nil }
        return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    }

    private mutating func hexadecimal() -> UInt32? {
        guard position + 4 <= bytes.count else { return nil }
        let text = String(decoding: bytes[position..<position + 4], as: UTF8.self)
        position += 4
        return text.allSatisfy(\.isHexDigit) ? UInt32(text, radix: 16) : nil
    }

    private mutating func closes(_ mark: StaticString) -> Bool {
        skipSpace()
        return skip(mark)
    }

    private mutating func skip(_ text: StaticString) -> Bool {
        let expected = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard bytes[position...].starts(with: expected) else { return false }
        position += expected.count
        return true
    }

    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }
}
