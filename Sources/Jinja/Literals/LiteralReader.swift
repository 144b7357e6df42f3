import OrderedCollections

/// Reads one literal; every method gives nil as soon as the text cannot be one.
struct LiteralReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var at = 0
    /// How many brackets are open; line ends count as space inside brackets.
    private var open = 0

    private static let mostOpen = 90

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    func byte(_ offset: Int = 0) -> UInt8? {
        at + offset < bytes.count ? bytes[at + offset] : nil
    }

    // MARK: The text

    mutating func wholeText() -> Value? {
        guard !bytes.contains(0) else { return nil }
        while let byte = byte(), byte == 0x20 || byte == 0x09 { at += 1 }
        guard skipBlankLines(), let first = expression() else { return nil }
        var result = first
        skipSpace()
        if byte() == 0x2C {
            guard let elements = tuple(after: first) else { return nil }
            result = .tuple(elements)
        }
        return isAtEnd() ? result : nil
    }

    /// Skips lines before the literal that are blank or comments; the literal then has to start its line.
    private mutating func skipBlankLines() -> Bool {
        while true {
            let start = at
            skipSpace()
            skipComment()
            guard byte() == 0x0A || byte() == 0x0D else {
                return !Self.isIndented(bytes[start..<at])
            }
            at += 1
        }
    }

    /// Whether space stands before what follows on the line; a form feed starts the line again.
    private static func isIndented(_ space: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let last = space.last { $0 != 0x0C && $0 != 0x0D }
        guard let last, last == 0x20 || last == 0x09 else { return false }
        return space.last != 0x0C
    }

    /// Reads the rest of a tuple without parentheses.
    private mutating func tuple(after first: Value) -> [Value]? {
        var elements = [first]
        while byte() == 0x2C {
            at += 1
            skipSpace()
            if isEnd { return elements }
            guard let next = expression() else { return nil }
            elements.append(next)
            skipSpace()
        }
        return elements
    }

    private var isEnd: Bool {
        guard let byte = byte() else { return true }
        return byte == 0x23 || byte == 0x0A || byte == 0x0D
    }

    /// Whether nothing but space, line ends and comments is left.
    ///
    /// A last line of space alone counts as indented code.
    private mutating func isAtEnd() -> Bool {
        var isFirst = true
        while true {
            let start = at
            skipSpace()
            let hasIndent = Self.isIndented(bytes[start..<at])
            skipComment()
            guard let byte = byte() else { return isFirst || !hasIndent || bytes[start..<at].contains(0x23) }
            isFirst = false
            guard byte == 0x0A || byte == 0x0D else { return false }
            at += 1
        }
    }

    // MARK: Space

    mutating func skipSpace() {
        while let byte = byte() {
            switch byte {
            case 0x20, 0x09, 0x0C: at += 1
            case 0x0A, 0x0D:
                guard open > 0 else { return }
                at += 1
            case 0x23:
                guard open > 0 else { return }
                skipComment()
            case 0x5C:
                guard self.byte(1) == 0x0A, at + 2 < bytes.count else { return }
                at += 2
            default: return
            }
        }
    }

    private mutating func skipComment() {
        guard byte() == 0x23 else { return }
        while let byte = byte(), byte != 0x0A, byte != 0x0D { at += 1 }
    }

    // MARK: Values

    private mutating func expression() -> Value? {
        guard let byte = byte() else { return nil }
        switch byte {
        case 0x2D, 0x2B: return signed(isNegative: byte == 0x2D)
        case 0x30...0x39: return number()
        case 0x2E:
            if self.byte(1) == 0x2E, self.byte(2) == 0x2E {
                at += 3
                return .ellipsis
            }
            return number()
        case 0x28: return nested { $0.parenthesised() }
        case 0x5B: return nested { $0.list() }
        case 0x7B: return nested { $0.dictOrSet() }
        case 0x22, 0x27: return texts()
        default: return word()
        }
    }

    private mutating func nested(_ read: (inout LiteralReader) -> Value?) -> Value? {
        guard open < Self.mostOpen else { return nil }
        at += 1
        open += 1
        skipSpace()
        let result = read(&self)
        open -= 1
        return result
    }

    /// A sign goes before a number only, which may stand in parentheses.
    private mutating func signed(isNegative: Bool) -> Value? {
        at += 1
        skipSpace()
        guard let byte = byte(), byte != 0x2D, byte != 0x2B else { return nil }
        if byte == 0x28, holdsSign() { return nil }
        guard let value = expression() else { return nil }
        switch value {
        case .int, .big, .double: return try? Value.unary(isNegative ? .minus : .plus, value)
        default: return nil
        }
    }

    /// Whether the parentheses here hold a number with a sign.
    private func holdsSign() -> Bool {
        var place = at
        while place < bytes.count, bytes[place] == 0x28 || bytes[place] == 0x20 { place += 1 }
        return place < bytes.count && (bytes[place] == 0x2D || bytes[place] == 0x2B)
    }

    private mutating func parenthesised() -> Value? {
        if close(0x29) { return .tuple([]) }
        guard let first = expression() else { return nil }
        skipSpace()
        if close(0x29) { return first }
        guard byte() == 0x2C, let rest = elements(until: 0x29) else { return nil }
        return .tuple([first] + rest)
    }

    private mutating func list() -> Value? {
        if close(0x5D) { return .list([]) }
        guard let first = expression() else { return nil }
        skipSpace()
        guard let rest = elements(until: 0x5D) else { return nil }
        return .list([first] + rest)
    }

    /// The elements after the first, with their commas, and the closing bracket.
    private mutating func elements(until end: UInt8) -> [Value]? {
        var elements: [Value] = []
        while true {
            skipSpace()
            if close(end) { return elements }
            guard close(0x2C) else { return nil }
            skipSpace()
            if close(end) { return elements }
            guard let element = expression() else { return nil }
            elements.append(element)
        }
    }

    private mutating func close(_ end: UInt8) -> Bool {
        guard byte() == end else { return false }
        at += 1
        return true
    }

    private mutating func dictOrSet() -> Value? {
        if close(0x7D) { return .dict(DictObject()) }
        guard let first = expression() else { return nil }
        skipSpace()
        if byte() == 0x3A { return dict(firstKey: first) }
        guard let rest = elements(until: 0x7D) else { return nil }
        let elements = [first] + rest
        guard (try? Value.tuple(elements).requireHashable()) != nil else { return nil }
        return .set(SetObject(OrderedSet(elements)))
    }

    private mutating func dict(firstKey: Value) -> Value? {
        let dict = DictObject()
        var key = firstKey
        while true {
            guard close(0x3A), (try? key.requireHashable()) != nil else { return nil }
            skipSpace()
            guard let value = expression() else { return nil }
            dict.members[key] = value
            skipSpace()
            if close(0x7D) { return .dict(dict) }
            guard close(0x2C) else { return nil }
            skipSpace()
            if close(0x7D) { return .dict(dict) }
            guard let next = expression() else { return nil }
            key = next
            skipSpace()
        }
    }

    // MARK: Words

    private mutating func word() -> Value? {
        let start = at
        while let byte = byte(), Self.isNamePart(byte) { at += 1 }
        let length = at - start
        guard length > 0, length <= 5 else { return nil }
        if byte() == 0x22 || byte() == 0x27 {
            at = start
            return texts()
        }
        switch String(decoding: bytes[start..<at], as: UTF8.self) {
        case "None": return .null
        case "True": return .bool(true)
        case "False": return .bool(false)
        case "set": return emptySet()
        default: return nil
        }
    }

    static func isNamePart(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F || byte >= 0x80
    }

    private mutating func emptySet() -> Value? {
        skipSpace()
        guard close(0x28) else { return nil }
        open += 1
        skipSpace()
        open -= 1
        return close(0x29) ? .set(SetObject()) : nil
    }
}
