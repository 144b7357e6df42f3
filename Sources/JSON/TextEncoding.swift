import Glibc

/// Finds out how a text is encoded when it is not UTF-8, and turns it into UTF-8.
package enum TextEncoding {
    private enum Wide {
        case utf16(isBigEndian: Bool)
        case utf32(isBigEndian: Bool)
    }

    /// The byte order mark of UTF-8.
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    // MARK: Files and bodies

    /// A text file as UTF-8: a byte order mark becomes spaces, so that offsets stay; UTF-16 and UTF-32 are converted.
    package static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.starts(with: mark) { return [0x20, 0x20, 0x20] + bytes.dropFirst(mark.count) }
        return bytes.withUnsafeBufferPointer { buffer in wideText(buffer).map { Array($0.utf8) } } ?? bytes
    }

    /// Puts spaces in the place of a byte order mark.
    package static func blankMark(_ bytes: Bytes) {
        if bytes.count >= mark.count, bytes.buffer[0] == mark[0], bytes.buffer.starts(with: mark) {
            bytes.overwriteStart([0x20, 0x20, 0x20])
        }
    }

    /// The text of a body that is not UTF-8; nil when it is, and when its encoding cannot be determined.
    ///
    /// A body that is valid UTF-8 counts as that whatever its `Content-Type` says, as servers often name a charset they do
    /// not use. UTF-16 and UTF-32 are known by their zero bytes, everything else by the `Content-Type`.
    package static func text(of body: UnsafeBufferPointer<UInt8>, contentType: String?) -> String? {
        if let text = wideText(body) { return text }
        guard let charset = contentType.flatMap(charset), !["utf-8", "utf8"].contains(charset) else { return nil }
        guard String(validating: body, as: UTF8.self) == nil else { return nil }
        switch charset {
        case "utf-16", "utf-16le": return decoded(body, .utf16(isBigEndian: false))
        case "utf-16be": return decoded(body, .utf16(isBigEndian: true))
        case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii", "windows-1252",
            "cp1252", "cp-1252", "x-cp1252":
            return windows1252(body)
        default: return converted(body, from: charset)
        }
    }

    /// The name of the encoding that a text with a byte order mark, or with the zero bytes of UTF-16 and UTF-32, begins in;
    /// nil for all others.
    ///
    /// - Parameter bytes: the first four bytes; fewer when the text has no more.
    package static func name(ofStart bytes: UnsafeBufferPointer<UInt8>) -> String? {
        if bytes.starts(with: mark) { return "utf-8-sig" }
        let isMarked =
            bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0, 0, 0xFE])
        switch wide(bytes) {
        case .utf16(let isBigEndian): return isMarked ? "utf-16" : isBigEndian ? "utf-16be" : "utf-16le"
        case .utf32(let isBigEndian): return isMarked ? "utf-32" : isBigEndian ? "utf-32be" : "utf-32le"
        case nil: return nil
        }
    }

    /// Whether the first bytes are those of UTF-16 or UTF-32.
    package static func isWide(_ body: UnsafeBufferPointer<UInt8>) -> Bool { wide(body) != nil }

    /// The parameter `charset` of a content type, lower case.
    private static func charset(_ contentType: String) -> String? {
        for parameter in contentType.lowercased().split(separator: ";").dropFirst() {
            let sides = parameter.split(separator: "=", maxSplits: 1)
            guard sides.count == 2, sides[0].filter({ $0 != " " }) == "charset" else { continue }
            return sides[1].filter { $0 != "\"" && $0 != "'" && $0 != " " }
        }
        return nil
    }

    // MARK: UTF-16 and UTF-32

    private static func wideText(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        wide(bytes).map { decoded(bytes, $0) }
    }

    /// By the mark, or by the zero bytes of the first character, which is ASCII in JSON.
    private static func wide(_ bytes: UnsafeBufferPointer<UInt8>) -> Wide? {
        guard bytes.count >= 2 else { return nil }
        let isLong = bytes.count >= 4
        switch (bytes[0], bytes[1]) {
        case (0xFF, 0xFE):
            return isLong && bytes[2] == 0 && bytes[3] == 0 ? .utf32(isBigEndian: false) : .utf16(isBigEndian: false)
        case (0xFE, 0xFF): return .utf16(isBigEndian: true)
        case (0, 0): return isLong && (bytes[2], bytes[3]) != (0, 0) ? .utf32(isBigEndian: true) : nil
        case (0, _): return .utf16(isBigEndian: true)
        case (_, 0):
            return isLong && (bytes[2], bytes[3]) == (0, 0) ? .utf32(isBigEndian: false) : .utf16(isBigEndian: false)
        default: return nil
        }
    }

    private static func decoded(_ bytes: UnsafeBufferPointer<UInt8>, _ form: Wide) -> String {
        let text =
            switch form {
            case .utf16(let isBigEndian):
                String(decoding: units(of: bytes, as: UInt16.self, isBigEndian), as: UTF16.self)
            case .utf32(let isBigEndian):
                String(decoding: units(of: bytes, as: UInt32.self, isBigEndian), as: UTF32.self)
            }
        return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    }

    private static func units<Unit: FixedWidthInteger>(
        of bytes: UnsafeBufferPointer<UInt8>,
        as type: Unit.Type,
        _ isBigEndian: Bool
    ) -> [Unit] {
        let raw = UnsafeRawBufferPointer(bytes)
        let size = MemoryLayout<Unit>.size
        return (0..<raw.count / size).map { index in
            let unit = raw.loadUnaligned(fromByteOffset: index * size, as: Unit.self)
            return isBigEndian ? Unit(bigEndian: unit) : Unit(littleEndian: unit)
        }
    }

    // MARK: One byte for a character, and the rest

    /// What Windows has between 0x80 and 0x9F, where ISO 8859-1 has nothing.
    private static let windowsLetters = Array(
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars
    )

    private static func windows1252(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes {
            text.append((0x80..<0xA0).contains(byte) ? windowsLetters[Int(byte) - 0x80] : Unicode.Scalar(byte))
        }
        return String(text)
    }

    /// Lets the C library convert; nil for a charset that it does not know.
    ///
    /// Bytes that mean nothing become U+FFFD.
    private static func converted(_ bytes: UnsafeBufferPointer<UInt8>, from charset: String) -> String? {
        let converter = iconv_open("UTF-8", charset)
        guard let converter, Int(bitPattern: converter) != -1 else { return nil }
        defer { iconv_close(converter) }
        let output = Bytes(capacity: bytes.count * 2)
        var rest = UnsafeMutablePointer(
            mutating: UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
        )
        var left = bytes.count
        while left > 0 {
            var isStuck = false
            output.append(upTo: 4096) { room in
                var target = UnsafeMutableRawPointer(room.baseAddress)?.assumingMemoryBound(to: CChar.self)
                var free = room.count
                errno = 0
                isStuck = iconv(converter, &rest, &left, &target, &free) == -1 && errno != E2BIG
                return room.count - free
            }
            guard isStuck else { continue }
            output.append("\u{FFFD}")
            rest = rest?.advanced(by: 1)
            left -= 1
        }
        return output.text
    }
}
