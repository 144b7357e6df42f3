import Glibc

/// Looks through the head of a response once: whether it is whole, and whether a parser takes it as it is.
package struct ResponseHeadScan {
    /// Bytes of the head, its blank line included; nil when more must come.
    package private(set) var length: Int?
    /// Whether every line has the form of RFC 9112, and the length of the body is given once.
    package private(set) var isClean = true
    /// Whether the status is in the hundreds: then another head follows.
    private(set) var isInterim = false
    /// Whether the status is below 100, which HTTP does not have, or switches to a protocol that was not requested.
    private(set) var hasNoStatus = false

    /// Whether a byte is allowed in the name of a header.
    static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        // The end of each name.
        case Byte.colon: false
        default: "!#$%&'*+.^`|~".utf8.contains(byte)
        }
    }

    private var framings = 0

    /// Looks through what came so far.
    package init(_ bytes: UnsafeRawBufferPointer) {
        var start = bytes.firstIndex { $0 != Byte.carriageReturn && $0 != Byte.lineFeed } ?? bytes.count
        var isFirst = true
        while let end = Byte.lineEnd(in: bytes, from: start) {
            let hasReturn = end > start && bytes[end - 1] == Byte.carriageReturn
            let line = UnsafeRawBufferPointer(rebasing: bytes[start..<(hasReturn ? end - 1 : end)])
            if !hasReturn { isClean = false }
            start = end + 1
            if line.isEmpty {
                length = start
                break
            }
            if isFirst { checkStatus(line) } else { check(line) }
            isFirst = false
        }
        if framings > 1 { isClean = false }
    }

    private mutating func checkStatus(_ line: UnsafeRawBufferPointer) {
        guard let space = line.firstIndex(of: Byte.space) else { return }
        let status = line[space...].drop { $0 == Byte.space }
        isInterim = status.first == UInt8(ascii: "1")
        hasNoStatus = status.first == UInt8(ascii: "0") || status.starts(with: "101".utf8)
        if !status.isEmpty && status.startIndex > space + 1 { isClean = false }
    }

    private mutating func check(_ line: UnsafeRawBufferPointer) {
        var at = 0
        while at < line.count, Self.isNameByte(line[at]) { at += 1 }
        guard at > 0, at < line.count, line[at] == Byte.colon else { return isClean = false }
        let name = UnsafeRawBufferPointer(rebasing: line[..<at])
        if Byte.isFraming(name) {
            framings += 1
            // A length may be given several times in one line.
            if Byte.isLength(name), line[at...].contains(Byte.comma) { isClean = false }
        }
        if Byte.hasControl(UnsafeRawBufferPointer(rebasing: line[at...])) { isClean = false }
    }

    /// Bytes with a meaning in a head.
    enum Byte {
        static let lineFeed = UInt8(ascii: "\n")
        static let carriageReturn = UInt8(ascii: "\r")
        static let space = UInt8(ascii: " ")
        static let tab = UInt8(ascii: "\t")
        static let colon = UInt8(ascii: ":")
        static let comma = UInt8(ascii: ",")

        private static let length = Array("content-length".utf8)
        private static let encoding = Array("transfer-encoding".utf8)

        /// Whether a name is one of those that say where the body ends.
        static func isFraming(_ name: some Collection<UInt8>) -> Bool {
            (name.count == length.count || name.count == encoding.count) && (isLength(name) || isEncoding(name))
        }

        static func isLength(_ name: some Collection<UInt8>) -> Bool { name.lazy.map(lower).elementsEqual(length) }
        static func isEncoding(_ name: some Collection<UInt8>) -> Bool { name.lazy.map(lower).elementsEqual(encoding) }

        /// Whether a byte has no place in a value.
        static func isControl(_ byte: UInt8) -> Bool { byte < space && byte != tab || byte == 127 }

        /// Whether one of the bytes has no place in a value; most are looked at eight at a time.
        static func hasControl(_ bytes: UnsafeRawBufferPointer) -> Bool {
            var at = 0
            while at + 8 <= bytes.count {
                let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
                if mayHaveControl(word) { break }
                at += 8
            }
            return bytes[at...].contains(where: isControl)
        }

        /// Whether a byte may be below a space, or a delete: then its highest bit is set here.
        private static func mayHaveControl(_ word: UInt64) -> Bool {
            let low = (word &- 0x2020_2020_2020_2020) & ~word
            let delete = word ^ 0x7F7F_7F7F_7F7F_7F7F
            return (low | (delete &- 0x0101_0101_0101_0101) & ~delete) & 0x8080_8080_8080_8080 != 0
        }

        /// The next line feed.
        static func lineEnd(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
            guard let base = bytes.baseAddress, start < bytes.count else { return nil }
            return memchr(base + start, CInt(lineFeed), bytes.count - start).map { UnsafeRawPointer($0) - base }
        }

        private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
    }
}
