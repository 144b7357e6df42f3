/// The first byte of a text that YAML does not allow: invalid UTF-8, or a control character.
///
/// libyaml would refuse the same texts, but names no line, and only once its reader gets there.
struct EncodingFault {
    let offset: Int
    let message: String
    let hint: String

    /// The fault as an error with its place.
    func error(in file: SourceFile) -> YAMLError {
        YAMLError(
            kind: .encoding,
            message: message,
            position: file.position(ofOffset: offset),
            file: file,
            hint: hint
        )
    }

    /// Looks through a text and stops at its first fault.
    static func first(in bytes: [UInt8]) -> EncodingFault? {
        if let name = wideEncoding(of: bytes) {
            return EncodingFault(offset: 0, message: "the text is \(name), not UTF-8", hint: remedy)
        }
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte >= 0x20 && byte < 0x7F || byte == .lineFeed || byte == .tab || byte == .carriageReturn {
                index += 1
            } else if byte < 0x80 {
                return control(UInt32(byte), at: index)
            } else if let scalar = scalar(at: index, in: bytes) {
                guard isAllowed(scalar.value) else { return control(scalar.value, at: index) }
                index += scalar.length
            } else {
                return EncodingFault(
                    offset: index,
                    message: "byte 0x\(hex(UInt32(byte), width: 2)) is not valid UTF-8",
                    hint: remedy
                )
            }
        }
        return nil
    }

    private static let remedy = "save the file as UTF-8"

    /// The encoding that a text begins with the mark of, or with the zero bytes of; nil for UTF-8.
    private static func wideEncoding(of bytes: [UInt8]) -> String? {
        guard bytes.count > 1 else { return nil }
        let rest = bytes.count > 3 ? (bytes[2], bytes[3]) : (1, 1)
        switch (bytes[0], bytes[1]) {
        case (0xFE, 0xFF): return "UTF-16"
        case (0, 0): return rest == (0, 0) ? nil : "UTF-32"
        case (0xFF, 0xFE), (1..., 0): return rest == (0, 0) ? "UTF-32" : "UTF-16"
        case (0, 1...): return "UTF-16"
        default: return nil
        }
    }

    private static func control(_ value: UInt32, at offset: Int) -> EncodingFault {
        let name = value == 0 ? "the NUL character" : "the control character U+\(hex(value, width: 4))"
        return EncodingFault(
            offset: offset,
            message: "\(name) is not allowed in YAML",
            hint: "remove it, or write it as an escape in double quotes: \"\\x\(hex(value & 0xFF, width: 2))\""
        )
    }

    /// Whether a scalar above ASCII may stand in YAML text.
    private static func isAllowed(_ value: UInt32) -> Bool {
        value == 0x85 || (value >= 0xA0 && value <= 0xFFFD) || value >= 0x10000
    }

    /// Decodes the scalar at an offset whose first byte is not ASCII, or gives nil if it is not valid.
    private static func scalar(at index: Int, in bytes: [UInt8]) -> (value: UInt32, length: Int)? {
        let first = bytes[index]
        let length: Int
        var value: UInt32
        switch first {
        case 0xC2...0xDF: (length, value) = (2, UInt32(first & 0x1F))
        case 0xE0...0xEF: (length, value) = (3, UInt32(first & 0x0F))
        case 0xF0...0xF4: (length, value) = (4, UInt32(first & 0x07))
        default: return nil
        }
        guard index + length <= bytes.count else { return nil }
        for byte in bytes[(index + 1)..<(index + length)] {
            guard byte.isContinuation else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
        guard value >= smallest, Unicode.Scalar(value) != nil else { return nil }
        return (value, length)
    }

    private static func hex(_ value: UInt32, width: Int) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
