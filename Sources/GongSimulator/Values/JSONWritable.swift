/// A value that can write itself as JSON.
protocol JSONWritable {
    /// Appends the value's text, without a separator before it.
    func write(to writer: inout JSONWriter)
}

extension Int: JSONWritable {
    func write(to writer: inout JSONWriter) {
        if self < 0 { writer.raw("-") }
        writer.digits(UInt64(magnitude))
    }
}

extension Bool: JSONWritable {
    func write(to writer: inout JSONWriter) { writer.raw(self ? "true" : "false") }
}

extension StaticString: JSONWritable {
    func write(to writer: inout JSONWriter) {
        writer.raw("\"")
        writer.raw(self)
        writer.raw("\"")
    }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
    func write(to writer: inout JSONWriter) {
        switch self {
        case .some(let value): value.write(to: &writer)
        case .none: writer.raw("null")
        }
    }
}

extension String: JSONWritable {
    func write(to writer: inout JSONWriter) {
        writer.raw("\"")
        if utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
            writer.raw(utf8)
        } else {
            utf8.forEach { Self.writeEscaped($0, to: &writer) }
        }
        writer.raw("\"")
    }

    private static func writeEscaped(_ byte: UInt8, to writer: inout JSONWriter) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            writer.raw("\\")
            writer.raw(byte: byte)
        case UInt8(ascii: "\n"): writer.raw("\\n")
        case 0..<0x20:
            writer.raw("\\u00")
            writer.raw(byte: UInt8(ascii: "0") + byte / 16)
            let low = byte % 16
            writer.raw(byte: low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
        default: writer.raw(byte: byte)
        }
    }
}

/// A number with two decimal places, written as short as JSON allows: `32.56`, `32.5`, `91.0`.
struct Hundredths: JSONWritable {
    let value: Int

    func write(to writer: inout JSONWriter) {
        writer.digits(UInt64(value / 100))
        writer.raw(".")
        let rest = value % 100
        writer.digits(UInt64(rest / 10))
        if rest % 10 > 0 { writer.digits(UInt64(rest % 10)) }
    }
}
