/// String contents: reading escapes and writing them.
enum JSONString {
    /// Reads the escapes of a checked string's content; half surrogate pairs become U+FFFD, as text cannot hold them.
    static func decode(_ content: UnsafeBufferPointer<UInt8>) -> String {
        String(decoding: bytes(of: content, half: [0xEF, 0xBF, 0xBD]), as: UTF8.self)
    }

    /// Reads the escapes of a checked string's content.
    ///
    /// - Parameter half: what stands for half of a surrogate pair; by default three bytes that are the half's own, as in
    ///   UTF-8 but not valid there, so that different strings never give the same bytes.
    static func bytes(of content: UnsafeBufferPointer<UInt8>, half: [UInt8]? = nil) -> [UInt8] {
        guard let start = content.baseAddress else { return [] }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(content.count + 8)
        var at = start
        let end = start + content.count
        while at < end {
            if at.pointee != 0x5C {
                bytes.append(at.pointee)
                at += 1
            } else if let short = shortEscape(at[1]) {
                bytes.append(short)
                at += 2
            } else {
                let (code, length) = unicodeEscape(at)
                if let half, code & 0xFFFF_F800 == 0xD800 {
                    bytes.append(contentsOf: half)
                } else {
                    append(code, to: &bytes)
                }
                at += length
            }
        }
        return bytes
    }

    /// What a checked escape of two bytes stands for; nil for `\u`.
    private static func shortEscape(_ letter: UInt8) -> UInt8? {
        switch letter {
        case 0x62: 0x08
        case 0x66: 0x0C
        case 0x6E: 0x0A
        case 0x72: 0x0D
        case 0x74: 0x09
        case 0x75: nil
        default: letter
        }
    }

    /// Reads a checked `\u` escape, both halves if it begins a surrogate pair, and its length in bytes.
    private static func unicodeEscape(_ at: UnsafePointer<UInt8>) -> (code: UInt32, length: Int) {
        guard let unit = JSONScan.hex4(at + 2) else { return (0xFFFD, 6) }
        guard unit & 0xFC00 == 0xD800, let low = JSONScan.lowHalf(at + 6) else { return (unit, 6) }
        return (0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00), 12)
    }

    private static func append(_ code: UInt32, to bytes: inout [UInt8]) {
        func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | code >> shift & 0x3F) }
        switch code {
        case 0..<0x80: bytes.append(UInt8(truncatingIfNeeded: code))
        case 0x80..<0x800: bytes += [UInt8(truncatingIfNeeded: 0xC0 | code >> 6), tail(0)]
        case 0x800..<0x10000: bytes += [UInt8(truncatingIfNeeded: 0xE0 | code >> 12), tail(6), tail(0)]
        default: bytes += [UInt8(truncatingIfNeeded: 0xF0 | code >> 18), tail(12), tail(6), tail(0)]
        }
    }

    /// Whether a checked escape is how the wire writes that character.
    static func isWireEscape(_ at: UnsafePointer<UInt8>) -> Bool {
        switch at[1] {
        case 0x2F: false
        case 0x75: JSONScan.hex4(at + 2).map { JSONScan.isWireEscape($0, at + 4) } ?? false
        default: true
        }
    }

    /// Length in bytes of a checked escape, of both halves of a surrogate pair together.
    static func escapeLength(_ at: UnsafePointer<UInt8>) -> Int {
        at[1] == 0x75 ? unicodeEscape(at).length : 2
    }

    /// Whether a byte of a string must be escaped on the wire.
    @inline(__always)
    static func needsEscape(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x22 || byte == 0x5C }
}

extension Bytes {
    /// Writes a text in quotes.
    package func appendQuoted(_ text: String) {
        var text = text
        text.withUTF8 { appendQuoted($0) }
    }

    /// Writes UTF-8 in quotes.
    package func appendQuoted(_ content: UnsafeBufferPointer<UInt8>) {
        reserve(content.count + 2)
        append(UInt8(ascii: "\""))
        if let base = content.baseAddress {
            var from = 0
            while case let at = Self.nextEscape(in: content, from: from), at < content.count {
                if at > from { append(base + from, at - from) }
                appendEscape(content[at])
                from = at + 1
            }
            if content.count > from { append(base + from, content.count - from) }
        }
        append(UInt8(ascii: "\""))
    }

    /// The first byte from a place on that must be escaped, or the end.
    @inline(__always)
    private static func nextEscape(in content: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var at = start
        let raw = UnsafeRawPointer(content.baseAddress)
        while let raw, at &+ 8 <= content.count {
            let found = JSONScan.escapedBytes(raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            if found != 0 { return at &+ found.trailingZeroBitCount >> 3 }
            at &+= 8
        }
        while at < content.count, !JSONString.needsEscape(content[at]) { at &+= 1 }
        return at
    }

    func appendEscape(_ byte: UInt8) {
        switch byte {
        case 0x22: append("\\\"")
        case 0x5C: append("\\\\")
        case 0x08: append("\\b")
        case 0x0C: append("\\f")
        case 0x0A: append("\\n")
        case 0x0D: append("\\r")
        case 0x09: append("\\t")
        default:
            append("\\u00")
            append(Self.hexDigits[Int(byte >> 4)])
            append(Self.hexDigits[Int(byte & 15)])
        }
    }

    private static let hexDigits = Array("0123456789abcdef".utf8)
}
