import Text

/// One escape of a string: of an address, of a string of JSON or Python, or of HTML.
struct Escape {
    private enum Meaning {
        case nothing
        case byte(UInt8)
        case scalar(Unicode.Scalar)
    }

    private let meaning: Meaning
    /// Bytes that the escape takes.
    let length: Int

    /// Whether a byte can begin an escape.
    static func mayBegin(_ byte: UInt8) -> Bool { byte == 0x25 || byte == 0x5C || byte == 0x26 || byte == 0 }

    /// The escape that begins at a place; nil when none does.
    init?(in bytes: [UInt8], at place: Int) {
        switch bytes[place] {
        case 0: self.init(.nothing, 1)
        case 0x25: self.init(percentIn: bytes, at: place)
        case 0x5C: self.init(backslashIn: bytes, at: place)
        case 0x26: self.init(entityIn: bytes, at: place)
        default: return nil
        }
    }

    private init(_ meaning: Meaning, _ length: Int) {
        self.meaning = meaning
        self.length = length
    }

    /// Appends what the escape stands for.
    func append(to out: inout [UInt8]) {
        switch meaning {
        case .nothing: break
        case .byte(let byte): out.append(byte)
        case .scalar(let scalar): out.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
        }
    }

    // MARK: Kinds

    private init?(percentIn bytes: [UInt8], at place: Int) {
        guard let value = bytes.hexNumber(at: place + 1, digits: 2) else { return nil }
        self.init(.byte(UInt8(value)), 3)
    }

    private init?(backslashIn bytes: [UInt8], at place: Int) {
        guard place + 1 < bytes.count else { return nil }
        let letter = bytes[place + 1]
        switch letter {
        case UInt8(ascii: "u"), UInt8(ascii: "U"): self.init(codeIn: bytes, at: place)
        case UInt8(ascii: "x"):
            guard let value = bytes.hexNumber(at: place + 2, digits: 2) else { return nil }
            self.init(.byte(UInt8(value)), 4)
        default:
            guard let meant = Self.meaning(of: letter) else { return nil }
            self.init(.byte(meant), 2)
        }
    }

    /// What a letter after a backslash stands for.
    private static func meaning(of letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        default: nil
        }
    }

    /// `\u` with four digits, two of them for a character beyond 16 bits, or Python's `\U` with eight.
    private init?(codeIn bytes: [UInt8], at place: Int) {
        let digits = bytes[place + 1] == UInt8(ascii: "u") ? 4 : 8
        guard let first = bytes.hexNumber(at: place + 2, digits: digits) else { return nil }
        if let scalar = Unicode.Scalar(first) {
            self.init(.scalar(scalar), digits + 2)
            return
        }
        guard digits == 4, place + 11 < bytes.count, bytes[place + 6] == 0x5C, bytes[place + 7] == UInt8(ascii: "u"),
            let second = bytes.hexNumber(at: place + 8, digits: 4), (0xDC00...0xDFFF).contains(second),
            (0xD800...0xDBFF).contains(first),
            let scalar = Unicode.Scalar((first - 0xD800) << 10 + (second - 0xDC00) + 0x10000)
        else { return nil }
        self.init(.scalar(scalar), 12)
    }

    /// What a name of HTML stands for, of those for characters that must be escaped there.
    private static func meaning(ofName name: String) -> UInt8? {
        switch name {
        case "amp": UInt8(ascii: "&")
        case "lt": UInt8(ascii: "<")
        case "gt": UInt8(ascii: ">")
        case "quot": UInt8(ascii: "\"")
        case "apos": UInt8(ascii: "'")
        default: nil
        }
    }

    private init?(entityIn bytes: [UInt8], at place: Int) {
        guard let end = bytes[place...].prefix(10).firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let body = bytes[(place + 1)..<end]
        let length = end - place + 1
        guard body.first == UInt8(ascii: "#") else {
            guard let meant = Self.meaning(ofName: String(decoding: body, as: UTF8.self)) else { return nil }
            self.init(.byte(meant), length)
            return
        }
        let isHex = body.dropFirst().first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
        let text = String(decoding: body.dropFirst(isHex ? 2 : 1), as: UTF8.self)
        guard let value = UInt32(text, radix: isHex ? 16 : 10), let scalar = Unicode.Scalar(value) else { return nil }
        self.init(.scalar(scalar), length)
    }
}
