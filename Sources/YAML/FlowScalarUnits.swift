import Text

/// Cuts the source of a plain or quoted scalar into units, from the first character to the closing quote.
struct FlowScalarUnits {
    private let bytes: [UInt8]
    private let end: Int
    private let style: ScalarStyle
    private var index: Int

    /// Starts at the first character of the content, after an opening quote.
    init(bytes: [UInt8], end: Int, style: ScalarStyle, index: Int) {
        self.bytes = bytes
        self.end = end
        self.style = style
        self.index = index
    }

    /// The next unit, or nil at the end of the scalar.
    mutating func next() -> SourceUnit? {
        guard index < end else { return nil }
        let byte = bytes[index]
        if byte == UInt8(ascii: "\""), style == .doubleQuoted { return nil }
        if byte == UInt8(ascii: "'"), style == .singleQuoted {
            guard index + 1 < end, bytes[index + 1] == byte else { return nil }
            return unit(length: 2, produced: 1)
        }
        if byte == UInt8(ascii: "\\"), style == .doubleQuoted { return escape() }
        if byte.isBlank || bytes.breakLength(at: index) > 0 {
            let run = space(from: index)
            if run.breaks > 0 { return unit(length: run.end - index, produced: max(1, run.breaks - 1)) }
            return unit(length: 1, produced: 1)
        }
        let length = bytes.afterScalar(at: index) - index
        return unit(length: length, produced: length)
    }

    private mutating func unit(length: Int, produced: Int) -> SourceUnit {
        defer { index += length }
        return SourceUnit(offset: index, end: index + length, produced: produced)
    }

    /// The blanks and line breaks that follow an offset.
    private func space(from offset: Int) -> (end: Int, breaks: Int) {
        var next = offset
        var breaks = 0
        while next < end {
            let length = bytes.breakLength(at: next)
            guard length > 0 || bytes[next].isBlank else { break }
            breaks += length > 0 ? 1 : 0
            next += max(1, length)
        }
        return (next, breaks)
    }

    private mutating func escape() -> SourceUnit {
        guard index + 1 < end else { return unit(length: 1, produced: 1) }
        if bytes.breakLength(at: index + 1) > 0 {
            // An escaped line break joins the lines without a space.
            let run = space(from: index + 1)
            return unit(length: run.end - index, produced: run.breaks - 1)
        }
        switch bytes[index + 1] {
        case UInt8(ascii: "x"): return number(digits: 2)
        case UInt8(ascii: "u"): return number(digits: 4)
        case UInt8(ascii: "U"): return number(digits: 8)
        case UInt8(ascii: "N"), UInt8(ascii: "_"): return unit(length: 2, produced: 2)
        case UInt8(ascii: "L"), UInt8(ascii: "P"): return unit(length: 2, produced: 3)
        default: return unit(length: 2, produced: 1)
        }
    }

    private mutating func number(digits: Int) -> SourceUnit {
        let value = bytes.hexNumber(at: index + 2, digits: digits) ?? 0
        // A high surrogate can only be the first half of a pair here; together they make four bytes.
        if (0xD800...0xDBFF).contains(value) { return unit(length: 12, produced: 4) }
        return unit(length: 2 + digits, produced: Unicode.Scalar(value).map { UTF8.width($0) } ?? 1)
    }
}
