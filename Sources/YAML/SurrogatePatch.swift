import Text

/// The pairs of surrogate escapes in double-quoted text, such as `\ud83d\ude00`, rewritten so that libyaml reads them.
///
/// libyaml refuses them. The reference then reads the file again with its slower loader, which makes two lone
/// surrogates of a pair: text that cannot be written out again. Swift strings hold no lone surrogates, so a pair
/// becomes the character it stands for, as in JSON, and a lone one stays an error. The eight-digit escape that replaces
/// a pair is two characters shorter, which the places on the rest of its line have to make up for.
struct SurrogatePatch {
    private static let pairLength = 12
    private static let replacementLength = 10

    private let file: SourceFile
    /// The byte offsets of the rewritten pairs, in file order.
    private var offsets: [Int] = []
    /// The places of the rewritten pairs, in file order.
    private var places: [Position] = []

    /// The bytes that libyaml gets to read.
    private(set) var patchedBytes: [UInt8]

    /// Makes a patch that changes nothing.
    init(file: SourceFile) {
        self.file = file
        patchedBytes = file.bytes
    }

    /// Rewrites the pairs of the string that an error of libyaml points into.
    ///
    /// - Returns: Whether there was a pair, so that parsing again makes sense.
    mutating func extend(after error: YAMLError) -> Bool {
        guard error.kind == .scanner, error.message == "found invalid Unicode character escape code" else {
            return false
        }
        // libyaml points at the digits, just after the backslash and the letter.
        var offset = file.offset(of: error.position) - 2
        guard character(at: offset) != nil, !offsets.contains(offset) else { return false }
        while offset < file.bytes.count, file.bytes[offset] != UInt8(ascii: "\"") {
            if character(at: offset) != nil {
                offsets.append(offset)
                places.append(file.position(ofOffset: offset))
                offset += Self.pairLength
            } else {
                offset += file.bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
            }
        }
        rewrite()
        return true
    }

    /// The place in the file of a place in the patched text.
    func position(inPatched position: Position) -> Position {
        guard !places.isEmpty else { return position }
        let lost = Self.pairLength - Self.replacementLength
        var column = position.column
        for place in places where place.line == position.line && place.column < column {
            column += lost
        }
        return Position(line: position.line, column: column)
    }

    /// The character that a pair of escapes at an offset stands for, or nil if there is no pair.
    private func character(at offset: Int) -> UInt32? {
        guard let high = unit(at: offset), let low = unit(at: offset + 6) else { return nil }
        guard (0xD800...0xDBFF).contains(high), (0xDC00...0xDFFF).contains(low) else { return nil }
        return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
    }

    private func unit(at offset: Int) -> UInt32? {
        let bytes = file.bytes
        guard offset >= 0, offset + 6 <= bytes.count, bytes[offset] == UInt8(ascii: "\\"),
            bytes[offset + 1] == UInt8(ascii: "u")
        else { return nil }
        return bytes.hexNumber(at: offset + 2, digits: 4)
    }

    private mutating func rewrite() {
        patchedBytes = []
        var rest = 0
        for offset in offsets {
            guard let character = character(at: offset) else { continue }
            let digits = String(character, radix: 16)
            patchedBytes += file.bytes[rest..<offset]
            patchedBytes += "\\U".utf8
            patchedBytes += String(repeating: "0", count: 8 - digits.count).utf8
            patchedBytes += digits.utf8
            rest = offset + Self.pairLength
        }
        patchedBytes += file.bytes[rest...]
    }
}
