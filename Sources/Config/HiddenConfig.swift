import YAML

/// A configuration as messages may show it before its secrets are known.
enum HiddenConfig {
    /// The file with a star for each character of a value; names, punctuation and variables stay, and so do places.
    static func shown(_ file: SourceFile) -> SourceFile {
        let bytes = file.bytes
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        // A byte order mark is not a character of the first line.
        var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while at < bytes.count {
            let kept = length(ofNameIn: bytes, at: at) ?? length(ofVariableIn: bytes, at: at) ?? 0
            if kept > 0 {
                out += bytes[at..<(at + kept)]
                at += kept
                continue
            }
            // A character of several bytes is one star.
            if isKept(bytes[at]) { out.append(bytes[at]) } else if bytes[at] & 0xC0 != 0x80 { out.append(0x2A) }
            at += 1
        }
        return SourceFile(name: file.name, bytes: out)
    }

    /// Whether a byte is white space or punctuation of JSON.
    private static func isKept(_ byte: UInt8) -> Bool { byte <= 0x20 || #"{}[]:,""#.utf8.contains(byte) }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte > 0x7F || "_-.".utf8.contains(byte)
    }

    /// The length of the name of a member with its quotes: a word before a colon, at the beginning of an object or line
    /// or after a comma.
    private static func length(ofNameIn bytes: [UInt8], at start: Int) -> Int? {
        guard bytes[start] == UInt8(ascii: "\"") else { return nil }
        let before = bytes[..<start].last { $0 != 0x20 && $0 != 0x09 } ?? 0x0A
        guard "{,\n".utf8.contains(before) else { return nil }
        let rest = bytes[(start + 1)...]
        let word = rest.prefix(while: isWord)
        guard !word.isEmpty, word.endIndex < bytes.count, bytes[word.endIndex] == UInt8(ascii: "\"") else { return nil }
        let next = bytes[(word.endIndex + 1)...].first { $0 > 0x20 }
        return next == UInt8(ascii: ":") ? word.count + 2 : nil
    }

    /// The length of `${NAME`, where it may be a variable.
    private static func length(ofVariableIn bytes: [UInt8], at start: Int) -> Int? {
        guard bytes[start...].starts(with: "${".utf8) else { return nil }
        let name = bytes[(start + 2)...].prefix { isWord($0) && $0 != UInt8(ascii: "-") }
        guard name.endIndex < bytes.count, "}: ".utf8.contains(bytes[name.endIndex]) else { return nil }
        return 2 + name.count
    }
}
