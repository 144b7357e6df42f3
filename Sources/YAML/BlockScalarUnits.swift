/// Cuts the source of a block scalar into units, line by line after its header.
struct BlockScalarUnits {
    private let bytes: [UInt8]
    private let end: Int
    private let isFolded: Bool
    private var index: Int
    private var indent = 0
    /// Whether the current line starts with a blank after the indentation; folding leaves such lines alone.
    private var isLineIndented = false

    /// Starts at the header, the `|` or `>` with what follows it.
    init(bytes: [UInt8], end: Int, text: String, isFolded: Bool, header: Int) {
        self.bytes = bytes
        self.end = end
        self.isFolded = isFolded
        index = header
        while index < end, bytes.breakLength(at: index) == 0 { index += 1 }
        if index < end { index += bytes.breakLength(at: index) }
        indent = Self.indent(of: text, bytes: bytes, from: index, end: end)
        startLine()
    }

    /// The next unit, or nil at the end of the scalar.
    mutating func next() -> SourceUnit? {
        guard index < end else { return nil }
        let breakLength = bytes.breakLength(at: index)
        guard breakLength > 0 else {
            let length = bytes.afterScalar(at: index) - index
            defer { index += length }
            return SourceUnit(offset: index, end: index + length, produced: length)
        }
        return isFolded ? fold() : lineBreak(breakLength)
    }

    private mutating func lineBreak(_ length: Int) -> SourceUnit {
        let unit = SourceUnit(offset: index, end: index + length, produced: 1)
        index += length
        startLine()
        return unit
    }

    /// A run of line breaks: one is a space, more are one fewer; next to an indented line all of them count.
    private mutating func fold() -> SourceUnit {
        let start = index
        let wasIndented = isLineIndented
        var breaks = 0
        while index < end, bytes.breakLength(at: index) > 0 {
            index += bytes.breakLength(at: index)
            breaks += 1
            startLine()
        }
        let isKept = wasIndented || isLineIndented || index >= end
        return SourceUnit(offset: start, end: index, produced: isKept ? breaks : max(1, breaks - 1))
    }

    private mutating func startLine() {
        var blanks = 0
        while index < end, blanks < indent, bytes[index] == .space {
            index += 1
            blanks += 1
        }
        isLineIndented = index < end && bytes[index].isBlank
    }

    /// The indentation of the block.
    ///
    /// That is the indentation of its first visible line in the source, less that of the same line in the value.
    private static func indent(of text: String, bytes: [UInt8], from start: Int, end: Int) -> Int {
        var inValue = 0
        for byte in text.utf8 {
            if byte == .lineFeed { inValue = 0 } else if byte == .space { inValue += 1 } else { break }
        }
        var inSource = 0
        var index = start
        while index < end {
            let length = bytes.breakLength(at: index)
            if length == 0, bytes[index] != .space { break }
            inSource = length > 0 ? 0 : inSource + 1
            index += max(1, length)
        }
        return max(0, inSource - inValue)
    }
}
