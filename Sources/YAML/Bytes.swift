// Small questions about UTF-8 bytes, shared by everything that looks at the source text again.

extension UInt8 {
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let tab = UInt8(ascii: "\t")

    /// Whether this byte continues a scalar that began earlier.
    var isContinuation: Bool { self & 0xC0 == 0x80 }

    /// Whether this byte is a space or a tab.
    var isBlank: Bool { self == .space || self == .tab }

    /// Whether this byte is one of `0` to `9`.
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}

extension [UInt8] {
    /// The length in bytes of the line break at an offset: LF, CR LF, CR, NEL, LS or PS; 0 if there is none.
    @inline(__always)
    func breakLength(at offset: Int) -> Int {
        switch self[offset] {
        case .lineFeed:
            return 1
        case .carriageReturn:
            return offset + 1 < count && self[offset + 1] == .lineFeed ? 2 : 1
        case 0xC2:
            return offset + 1 < count && self[offset + 1] == 0x85 ? 2 : 0
        case 0xE2:
            guard offset + 2 < count, self[offset + 1] == 0x80 else { return 0 }
            return self[offset + 2] == 0xA8 || self[offset + 2] == 0xA9 ? 3 : 0
        default:
            return 0
        }
    }

    /// The offset after the scalar that begins at an offset.
    func afterScalar(at offset: Int) -> Int {
        var next = offset + 1
        while next < count, self[next].isContinuation { next += 1 }
        return next
    }
}
