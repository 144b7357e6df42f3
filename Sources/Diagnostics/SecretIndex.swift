/// Finds secrets, and pieces of them, in a string that is looked through once.
struct SecretIndex {
    /// A form of a secret as it is searched for.
    private struct Pattern {
        let bytes: [UInt8]
        /// Whether upper and lower case are distinguished; long strings are the secret either way.
        let isExact: Bool
        /// Whether all letters of base64 around it are part of the find.
        let isCore: Bool
    }

    /// A place in a pattern.
    private struct PiecePlace {
        let pattern: Int
        let offset: Int
    }

    /// Fewest bytes of a string that is found in capitals too.
    private static let fewestOfAnyCase = 8

    private var patterns: [Pattern] = []
    /// Patterns by their first two bytes, folded.
    private var starts: [UInt16: [Int]] = [:]
    /// Where the eight bytes are that identify a secret, folded.
    private var pieces: [UInt64: PiecePlace] = [:]

    /// Whether there is nothing to find.
    var isEmpty: Bool { patterns.isEmpty }

    mutating func add(_ forms: SecretForms) {
        for text in forms.texts { add(text, isCore: false) }
        for text in forms.cores { add(text, isCore: true) }
    }

    private mutating func add(_ text: [UInt8], isCore: Bool) {
        let bytes = text.map(Self.unified)
        let number = patterns.count
        patterns.append(Pattern(bytes: bytes, isExact: bytes.count < Self.fewestOfAnyCase, isCore: isCore))
        starts[Self.key(bytes[0], bytes[1]), default: []].append(number)
        if isCore { return }
        for offset in SecretPiece.offsets(in: text) {
            let piece = bytes[offset..<(offset + SecretPiece.length)]
            let window = piece.reduce(UInt64(0)) { $0 << 8 | UInt64(Self.folded($1)) }
            if pieces[window] == nil { pieces[window] = PiecePlace(pattern: number, offset: offset) }
        }
    }

    // MARK: Bytes

    /// A byte, a space as the `+` that forms have for it.
    private static func unified(_ byte: UInt8) -> UInt8 { byte == 0x20 ? 0x2B : byte }

    /// A unified byte as a small letter.
    private static func folded(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

    private static func key(_ first: UInt8, _ second: UInt8) -> UInt16 {
        UInt16(folded(first)) << 8 | UInt16(folded(second))
    }

    private static func isBase64(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2F, 0x3D, 0x5F: true
        default: false
        }
    }

    // MARK: Searching

    /// Where secrets and pieces of them stand; the ranges may overlap.
    func ranges(in text: [UInt8]) -> [Range<Int>] {
        let bytes = text.map(Self.unified)
        return wholes(in: bytes) + longPieces(in: bytes) + cutOnes(in: bytes, written: text)
    }

    private func wholes(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for place in bytes.indices.dropLast() {
            for number in starts[Self.key(bytes[place], bytes[place + 1])] ?? [] {
                let pattern = patterns[number]
                guard common(pattern, from: 0, bytes, from: place) == pattern.bytes.count else { continue }
                let range = place..<(place + pattern.bytes.count)
                found.append(pattern.isCore ? Self.run(around: range, in: bytes) : range)
            }
        }
        return found
    }

    /// How many bytes of a pattern and of a text are the same from a place on.
    private func common(_ pattern: Pattern, from offset: Int, _ bytes: [UInt8], from place: Int) -> Int {
        let most = min(pattern.bytes.count - offset, bytes.count - place)
        return (0..<max(0, most)).first { step in
            let (one, other) = (pattern.bytes[offset + step], bytes[place + step])
            return one != other && (pattern.isExact || Self.folded(one) != Self.folded(other))
        } ?? max(0, most)
    }

    /// A find with the letters of base64 around it.
    private static func run(around range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        let start = bytes[..<range.lowerBound].lastIndex { !isBase64($0) }.map { $0 + 1 } ?? 0
        let end = bytes[range.upperBound...].firstIndex { !isBase64($0) } ?? bytes.count
        return start..<end
    }

    /// Pieces of secrets that others cut: eight bytes that identify one, and what of it follows.
    private func longPieces(in bytes: [UInt8]) -> [Range<Int>] {
        guard !pieces.isEmpty, bytes.count >= SecretPiece.length else { return [] }
        var found: [Range<Int>] = []
        var window: UInt64 = 0
        for place in bytes.indices {
            window = window << 8 | UInt64(Self.folded(bytes[place]))
            let start = place - SecretPiece.length + 1
            guard start >= 0, let piece = pieces[window] else { continue }
            let before = commonBefore(patterns[piece.pattern], piece.offset, bytes, start)
            let length = common(patterns[piece.pattern], from: piece.offset, bytes, from: start)
            found.append((start - before)..<(start + max(length, SecretPiece.length)))
        }
        return found
    }

    /// How many bytes of a pattern and of a text are the same before two places.
    private func commonBefore(_ pattern: Pattern, _ offset: Int, _ bytes: [UInt8], _ place: Int) -> Int {
        var count = 0
        while count < min(offset, place),
            Self.folded(pattern.bytes[offset - count - 1]) == Self.folded(bytes[place - count - 1])
        {
            count += 1
        }
        return count
    }

    // MARK: Cut secrets

    /// Fewest bytes of a secret that are masked before an ellipsis.
    private static let fewestOfCut = 3
    /// Dots before an ellipsis that may still be the end of a secret.
    private static let longestRow = 8
    private static let ellipses: [[UInt8]] = [Array("…".utf8), Array("...".utf8)]

    /// Beginnings of secrets right before an ellipsis, where a text was shortened.
    private func cutOnes(in bytes: [UInt8], written: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for place in written.indices where written[place] == 0xE2 || written[place] == UInt8(ascii: ".") {
            // A row of dots is a drawn line, not a string that was cut.
            guard
                !written[..<place].suffix(Self.longestRow).allSatisfy({ $0 == UInt8(ascii: ".") })
                    || place < Self.longestRow
            else { continue }
            guard Self.ellipses.contains(where: { written[place...].starts(with: $0) }) else { continue }
            let end = Self.beforeCutEscape(written, place)
            let longest = patterns.map { beginning(of: $0, endingAt: end, in: bytes) }.max() ?? 0
            if longest >= Self.fewestOfCut { found.append((end - longest)..<place) }
        }
        return found
    }

    /// The place before an escape that the cut goes through.
    private static func beforeCutEscape(_ written: [UInt8], _ place: Int) -> Int {
        let tail = written[max(0, place - 8)..<place]
        guard let mark = tail.lastIndex(where: Escape.mayBegin) else { return place }
        return written[mark...].prefix(place - mark).contains(UInt8(ascii: ";")) ? place : mark
    }

    /// The longest beginning of a pattern that ends at a place of a string.
    private func beginning(of pattern: Pattern, endingAt end: Int, in bytes: [UInt8]) -> Int {
        let most = min(pattern.bytes.count, end)
        guard most >= Self.fewestOfCut else { return 0 }
        for length in stride(from: most, through: Self.fewestOfCut, by: -1)
        where common(pattern, from: 0, bytes, from: end - length) >= length { return length }
        return 0
    }
}
