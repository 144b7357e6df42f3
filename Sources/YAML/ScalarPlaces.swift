/// Finds the place in the file of a byte of a scalar's value, by reading the scalar's source a second time.
///
/// Done only when a message needs it, so nodes carry no tables. The source is cut into units: a character, an escape,
/// or a fold of line breaks, each of which makes a known number of bytes of the value.
struct ScalarPlaces {
    private let style: ScalarStyle
    private let file: SourceFile
    private let bytes: [UInt8]
    private let text: String
    private let start: Int
    private let end: Int

    /// Prepares to look into a scalar with a given value, written at a given range.
    init(text: String, style: ScalarStyle, range: SourceRange, file: SourceFile) {
        self.text = text
        self.style = style
        self.file = file
        bytes = file.bytes
        start = file.offset(of: range.start)
        end = file.offset(of: range.end)
    }

    /// The place of the value's byte at an offset, or nil if the source holds fewer.
    func position(atUTF8Offset offset: Int) -> Position? {
        guard offset >= 0 else { return nil }
        var index = contentStart()
        switch style {
        case .plain: break
        case .singleQuoted, .doubleQuoted: index += 1
        case .literal, .folded:
            var block = BlockScalarUnits(bytes: bytes, end: end, text: text, isFolded: style == .folded, header: index)
            return find(offset) { block.next() }
        }
        var flow = FlowScalarUnits(bytes: bytes, end: end, style: style, index: index)
        return find(offset) { flow.next() }
    }

    private func find(_ offset: Int, next: () -> SourceUnit?) -> Position? {
        var left = offset
        var afterLast: Int?
        while let unit = next() {
            if left < unit.produced { return file.position(ofOffset: unit.offset) }
            left -= unit.produced
            afterLast = unit.end
        }
        return left == 0 ? afterLast.map { file.position(ofOffset: $0) } : nil
    }

    /// The offset of the scalar itself, after its tag and anchor.
    private func contentStart() -> Int {
        var index = start
        while index < end, bytes[index] == UInt8(ascii: "!") || bytes[index] == UInt8(ascii: "&") {
            while index < end, !bytes[index].isBlank, bytes.breakLength(at: index) == 0 { index += 1 }
            while index < end, isSeparator(at: index) {
                if bytes[index] == UInt8(ascii: "#") {
                    while index < end, bytes.breakLength(at: index) == 0 { index += 1 }
                } else {
                    index += max(1, bytes.breakLength(at: index))
                }
            }
        }
        return index
    }

    private func isSeparator(at index: Int) -> Bool {
        bytes[index].isBlank || bytes[index] == UInt8(ascii: "#") || bytes.breakLength(at: index) > 0
    }
}

/// A piece of a scalar's source, and how many bytes of the value it makes.
struct SourceUnit {
    let offset: Int
    let end: Int
    let produced: Int
}
