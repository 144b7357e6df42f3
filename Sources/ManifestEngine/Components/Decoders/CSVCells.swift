import JSON

/// Splits CSV into rows of cells, in whatever pieces it arrives.
///
/// Owned by one task.
///
/// As Python's `csv` module with its usual dialect: cells may stand in double quotes, in which a quote is doubled; a quote
/// elsewhere is a character like others; CR, LF and CRLF end a row, and are LF inside quotes.
struct CSVCells {
    private enum State {
        case rowStart
        case cellStart
        case cell
        case quoted
        /// After a quote inside quotes: the end of the cell, or the first half of a doubled one.
        case quoteInQuoted
    }

    private static let quote: UInt8 = 0x22
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D

    private let delimiter: [UInt8]
    private let firstOfDelimiter: UInt8
    private var state = State.rowStart
    private var piece = Bytes()
    private var place = 0
    private var hasEnded = false
    /// The last byte ended a row as CR does: an LF after it is the same end.
    private var skipsLineFeed = false

    /// The cells of the row at hand, one after the other.
    let text = Bytes()
    /// Where each of them ends in `text`.
    private(set) var ends: [Int] = []
    /// Whether some cell of the row stands in quotes.
    private(set) var hasQuotes = false
    /// Whether the body ended inside quotes.
    private(set) var endsInQuotes = false
    /// Lines that have ended so far.
    private(set) var lineCount = 0

    /// - Parameter delimiter: the UTF-8 of the character between two cells.
    init(delimiter: [UInt8]) {
        self.delimiter = delimiter
        firstOfDelimiter = delimiter.first ?? 0x2C
    }

    mutating func feed(_ piece: Bytes) {
        let rest = self.piece.buffer[min(place, self.piece.count)...]
        self.piece = rest.isEmpty ? piece : Bytes(Array(rest) + Array(piece.buffer))
        place = 0
    }

    mutating func end() { hasEnded = true }

    /// Forgets the row at hand.
    mutating func beginRow() {
        text.removeAll()
        ends.removeAll(keepingCapacity: true)
        hasQuotes = false
    }

    /// Continues to the end of the row at hand; false when more text is needed.
    ///
    /// A blank line is a row without cells.
    mutating func completeRow() -> Bool {
        let bytes = piece.buffer
        while place < bytes.count {
            let byte = bytes[place]
            if skipsLineFeed {
                skipsLineFeed = false
                if byte == Self.lineFeed {
                    place += 1
                    continue
                }
            }
            guard let isComplete = take(byte, of: bytes) else { return false }
            if isComplete { return true }
        }
        guard hasEnded, state != .rowStart else { return false }
        endsInQuotes = state == .quoted
        endCell()
        state = .rowStart
        return true
    }

    /// Takes a byte, and those after it that are like it; true at the end of a row, nil when more text is needed.
    private mutating func take(_ byte: UInt8, of bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
        switch state {
        case .rowStart:
            if byte == Self.lineFeed || byte == Self.carriageReturn { return endLine(byte) }
            state = .cellStart
        case .cellStart:
            if byte == Self.quote {
                place += 1
                state = .quoted
                hasQuotes = true
            } else {
                state = .cell
            }
        case .cell: return takeCell(bytes)
        case .quoted: takeQuoted(bytes)
        case .quoteInQuoted:
            if byte == Self.quote {
                text.append(byte)
                place += 1
                state = .quoted
            } else {
                // The delimiter, the end of the row, or text after the quotes.
                state = .cell
            }
        }
        return false
    }

    private mutating func takeCell(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
        let end = cellEnd(bytes)
        text.append(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[place..<end])))
        place = end
        guard end < bytes.count else { return false }
        guard bytes[end] == firstOfDelimiter else {
            endCell()
            return endLine(bytes[end])
        }
        if delimiter.count > 1 {
            let rest = bytes[end...].prefix(delimiter.count)
            if rest.count < delimiter.count, !hasEnded { return nil }
            guard rest.elementsEqual(delimiter) else {
                text.append(bytes[end])
                place += 1
                return false
            }
        }
        place += delimiter.count
        endCell()
        state = .cellStart
        return false
    }

    /// Where the next delimiter or line end is, at the earliest, or the end.
    @inline(__always)
    private func cellEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let delimiters = ones &* UInt64(firstOfDelimiter)
        var end = place
        // Eight bytes at once: a byte that is searched for becomes zero, and the first zero is marked by its high bit.
        while let raw = UnsafeRawPointer(bytes.baseAddress), end &+ 8 <= bytes.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: end, as: UInt64.self))
            let (one, two, three) = (word ^ delimiters, word ^ ones &* 0x0A, word ^ ones &* 0x0D)
            let zeros = (one &- ones) & ~one | (two &- ones) & ~two | (three &- ones) & ~three
            let found = zeros & (ones &* 0x80)
            if found != 0 { return end &+ found.trailingZeroBitCount >> 3 }
            end &+= 8
        }
        while end < bytes.count, bytes[end] != firstOfDelimiter, bytes[end] != Self.lineFeed,
            bytes[end] != Self.carriageReturn
        {
            end &+= 1
        }
        return end
    }

    private mutating func takeQuoted(_ bytes: UnsafeBufferPointer<UInt8>) {
        var end = place
        while end < bytes.count, bytes[end] != Self.quote, bytes[end] != Self.carriageReturn { end += 1 }
        text.append(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[place..<end])))
        place = end
        guard end < bytes.count else { return }
        place += 1
        if bytes[end] == Self.quote {
            state = .quoteInQuoted
        } else {
            text.append(Self.lineFeed)
            skipsLineFeed = true
        }
    }

    private mutating func endCell() { ends.append(text.count) }

    private mutating func endLine(_ byte: UInt8) -> Bool {
        place += 1
        skipsLineFeed = byte == Self.carriageReturn
        state = .rowStart
        lineCount += 1
        return true
    }
}
