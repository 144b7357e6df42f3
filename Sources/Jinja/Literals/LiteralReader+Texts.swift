/// Strings and bytes.
extension LiteralReader {
    private struct Prefix {
        var isBytes = false
        var isRaw = false
    }

    /// Reads one literal or several side by side, which are joined.
    ///
    /// Strings and bytes do not mix.
    mutating func texts() -> Value? {
        var text = ""
        var bytes: [UInt8] = []
        var isBytes: Bool?
        while startsText() {
            guard let prefix = prefix(), isBytes == nil || isBytes == prefix.isBytes, let raw = body() else {
                return nil
            }
            isBytes = prefix.isBytes
            if prefix.isBytes {
                guard let part = Self.bytes(raw, prefix) else { return nil }
                bytes += part
            } else {
                let source = String(decoding: raw, as: UTF8.self)
                guard let part = prefix.isRaw ? source : StringEscapes.decode(source) else { return nil }
                text += part
            }
            skipSpace()
        }
        return isBytes == true ? .bytes(bytes) : .string(text)
    }

    /// Whether a quote comes next, or letters that may stand before one.
    private func startsText() -> Bool {
        for offset in 0..<3 {
            guard let byte = byte(offset) else { return false }
            if byte == 0x22 || byte == 0x27 { return true }
            guard [0x75, 0x72, 0x62].contains(byte | 0x20) else { return false }
        }
        return false
    }

    private mutating func prefix() -> Prefix? {
        var letters = ""
        while let byte = byte(), byte != 0x22, byte != 0x27 {
            letters.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
            at += 1
        }
        switch letters {
        case "", "u": return Prefix()
        case "r": return Prefix(isRaw: true)
        case "b": return Prefix(isBytes: true)
        case "br", "rb": return Prefix(isBytes: true, isRaw: true)
        default: return nil
        }
    }

    /// Reads from the opening quote to the closing one and gives what is between; line ends are made uniform.
    private mutating func body() -> [UInt8]? {
        guard let quote = byte() else { return nil }
        let isTriple = byte(1) == quote && byte(2) == quote
        at += isTriple ? 3 : 1
        var content: [UInt8] = []
        while let byte = byte() {
            if byte == quote, !isTriple || (self.byte(1) == quote && self.byte(2) == quote) {
                at += isTriple ? 3 : 1
                return content
            }
            if byte == 0x5C {
                content.append(byte)
                at += 1
                guard let next = self.byte() else { return nil }
                if next != 0x0D {
                    content.append(next)
                    at += 1
                    continue
                }
            }
            guard appendPlain(to: &content, isTriple) else { return nil }
        }
        return nil
    }

    private mutating func appendPlain(to content: inout [UInt8], _ isTriple: Bool) -> Bool {
        guard let byte = byte() else { return false }
        at += 1
        guard byte == 0x0A || byte == 0x0D else {
            content.append(byte)
            return true
        }
        if byte == 0x0D, self.byte() == 0x0A { at += 1 }
        let isEscaped = content.last == 0x5C
        content.append(0x0A)
        return isTriple || isEscaped
    }

    private static func bytes(_ raw: [UInt8], _ prefix: Prefix) -> [UInt8]? {
        guard raw.allSatisfy({ $0 < 0x80 }) else { return nil }
        if prefix.isRaw || !raw.contains(0x5C) { return raw }
        guard let text = StringEscapes.decode(String(decoding: withoutNames(raw), as: UTF8.self)) else { return nil }
        return text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }

    /// Bytes with a second backslash before `\u`, `\U` and `\N`, which are escapes in strings alone.
    private static func withoutNames(_ raw: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var isEscaped = false
        for byte in raw {
            if isEscaped, "uUN".utf8.contains(byte) { result.append(0x5C) }
            result.append(byte)
            isEscaped = byte == 0x5C && !isEscaped
        }
        return result
    }
}
