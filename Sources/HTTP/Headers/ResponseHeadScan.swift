/// Looks through the head of a response once: whether it is whole, and whether a parser takes it as it is.
package struct ResponseHeadScan {
    /// Bytes of the head, its blank line included; nil when more must come.
    package private(set) var length: Int?
    /// Whether every line has the form of RFC 9112, and the length of the body is told once.
    package private(set) var isClean = true

    /// Whether a byte may stand in the name of a header.
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
        var lineStart = bytes.firstIndex { $0 != Byte.carriageReturn && $0 != Byte.lineFeed } ?? bytes.count
        var isFirst = true
        while let end = bytes[lineStart...].firstIndex(of: Byte.lineFeed) {
            let hasReturn = end > lineStart && bytes[end - 1] == Byte.carriageReturn
            let line = bytes[lineStart..<(hasReturn ? end - 1 : end)]
            if !hasReturn { isClean = false }
            lineStart = end + 1
            if line.isEmpty {
                length = lineStart
                break
            }
            if !isFirst { check(line) }
            isFirst = false
        }
        if framings > 1 { isClean = false }
    }

    private mutating func check(_ line: Slice<UnsafeRawBufferPointer>) {
        var at = line.startIndex
        while at < line.endIndex, Self.isNameByte(line[at]) { at += 1 }
        guard at > line.startIndex, at < line.endIndex, line[at] == Byte.colon else {
            isClean = false
            return
        }
        let name = line[..<at]
        if Byte.isFraming(name) { framings += 1 }
        if line[at...].contains(where: Byte.isControl) { isClean = false }
    }

    /// Bytes that stand for something in a head.
    enum Byte {
        static let lineFeed = UInt8(ascii: "\n")
        static let carriageReturn = UInt8(ascii: "\r")
        static let space = UInt8(ascii: " ")
        static let tab = UInt8(ascii: "\t")
        static let colon = UInt8(ascii: ":")

        private static let length = Array("content-length".utf8)
        private static let encoding = Array("transfer-encoding".utf8)

        /// Whether a name is one of those that tell where the body ends.
        static func isFraming(_ name: some Collection<UInt8>) -> Bool {
            (name.count == length.count || name.count == encoding.count) && (isLength(name) || isEncoding(name))
        }

        static func isLength(_ name: some Collection<UInt8>) -> Bool { name.lazy.map(lower).elementsEqual(length) }
        static func isEncoding(_ name: some Collection<UInt8>) -> Bool { name.lazy.map(lower).elementsEqual(encoding) }

        /// Whether a byte has no place in a value.
        static func isControl(_ byte: UInt8) -> Bool { byte < space && byte != tab || byte == 127 }

        private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
    }
}
