/// Finds the elements of arrays at a path of a JSON text, in whatever pieces the text arrives.
///
/// Owned by one task.
///
/// What lies outside the elements is looked at for its structure alone: brackets, commas and names. The elements are copied
/// as they stand; whoever reads them finds out whether they are JSON.
package struct JSONItemScanner {
    private enum State {
        /// Before a value of the container at hand; an array that has just begun may end instead.
        case value(mayEnd: Bool)
        /// Before a name; an object that has just begun may end instead.
        case name(mayEnd: Bool)
        case inName
        case colon
        case afterValue
        /// In a value that is copied, or skipped.
        case inside(isItem: Bool)
        case over
    }

    /// A container that may hold elements at the path.
    private struct Level {
        let isArray: Bool
        /// Bytes of the path that lead here.
        let matched: Int
    }

    /// The path with the step into its array.
    private let path: [UInt8]
    private var state = State.value(mayEnd: false)
    private var levels: [Level] = []
    private var span = JSONSpan()
    /// The name at hand, as it is written.
    private var name: [UInt8] = []
    private var isEscaped = false
    /// Bytes of the path that lead to the value that comes next; nil when it is not on the path.
    private var matched: Int? = 0

    private var piece = Bytes()
    private var place = 0
    /// Bytes of the text before the piece at hand.
    private var offset = 0

    /// - Parameter path: names, and `item` for the elements of arrays in between, with dots between them.
    package init(path: String) { self.path = Array("\(path).item".utf8) }

    package mutating func feed(_ piece: Bytes) {
        offset += self.piece.count
        piece.pad()
        self.piece = piece
        place = 0
    }

    /// Whether the text has ended where it may; to be asked after its last piece.
    package var isComplete: Bool {
        switch state {
        case .over: true
        case .inside: levels.isEmpty && span.isScalar
        default: false
        }
    }

    /// Copies the text up to the end of the next element, or as much as there is; true at the end of one.
    package mutating func next(into target: Bytes) throws(JSONError) -> Bool {
        while place < piece.count {
            switch state {
            case .inside(let isItem):
                let start = place
                let isDone = span.advance(over: piece, from: &place)
                if isItem { target.append(piece.base + start, place - start) }
                guard isDone else { return false }
                state = levels.isEmpty ? .over : .afterValue
                if isItem { return true }
            case .inName: takeName()
            default:
                let byte = piece.buffer[place]
                if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
                    place += 1
                } else {
                    try take(byte)
                }
            }
        }
        return false
    }

    /// Takes a byte between values and names.
    private mutating func take(_ byte: UInt8) throws(JSONError) {
        switch (state, byte) {
        case (.value(mayEnd: true), 0x5D), (.name(mayEnd: true), 0x7D): endLevel()
        case (.value, 0x5D), (.value, 0x7D), (.value, 0x2C), (.value, 0x3A): throw fault("expected a value")
        case (.value, _): beginValue(byte)
        case (.name, 0x22):
            place += 1
            name = []
            state = .inName
        case (.colon, 0x3A):
            place += 1
            state = .value(mayEnd: false)
        case (.afterValue, _): try takeAfterValue(byte)
        case (.over, _): throw fault("unexpected text after the value")
        case (.colon, _): throw fault("expected ':'")
        default: throw fault("expected a name in quotes")
        }
    }

    private mutating func takeAfterValue(_ byte: UInt8) throws(JSONError) {
        let isArray = levels.last?.isArray ?? false
        switch byte {
        case 0x2C:
            place += 1
            state = isArray ? .value(mayEnd: false) : .name(mayEnd: false)
        case isArray ? 0x5D : 0x7D: endLevel()
        default: throw fault(isArray ? "expected ',' or ']'" : "expected ',' or '}'")
        }
        matched = isArray ? match("item".utf8) : nil
    }

    private mutating func endLevel() {
        place += 1
        levels.removeLast()
        state = levels.isEmpty ? .over : .afterValue
    }

    private mutating func beginValue(_ byte: UInt8) {
        let isContainer = byte == 0x7B || byte == 0x5B
        if let matched, matched < path.count, isContainer, levels.isEmpty || path[matched] == UInt8(ascii: ".") {
            place += 1
            levels.append(Level(isArray: byte == 0x5B, matched: matched))
            state = byte == 0x5B ? .value(mayEnd: true) : .name(mayEnd: true)
            self.matched = byte == 0x5B ? match("item".utf8) : nil
            return
        }
        span = JSONSpan()
        state = .inside(isItem: matched == path.count)
    }

    private mutating func takeName() {
        while place < piece.count {
            let byte = piece.buffer[place]
            place += 1
            if byte == 0x22, !isEscaped {
                state = .colon
                matched = match(Self.plain(name))
                return
            }
            isEscaped = byte == 0x5C && !isEscaped
            // No longer name can be on the path, however it is escaped.
            if name.count <= path.count * 6 { name.append(byte) }
        }
    }

    /// A name without escapes.
    private static func plain(_ name: [UInt8]) -> [UInt8] {
        guard name.contains(0x5C) else { return name }
        let text = "\"\(String(decoding: name, as: UTF8.self))\""
        return (try? JSONValue(parsing: text))?.string.map { Array($0.utf8) } ?? name
    }

    /// Bytes of the path that lead to a member of the container at hand; nil when it is not on the path.
    private func match(_ name: some Collection<UInt8>) -> Int? {
        guard let level = levels.last else { return nil }
        var rest = path[level.matched...]
        if levels.count > 1 {
            guard rest.first == UInt8(ascii: ".") else { return nil }
            rest = rest.dropFirst()
        }
        return rest.starts(with: name) ? rest.startIndex + name.count : nil
    }

    private func fault(_ message: String) -> JSONError { JSONError(message, at: offset + place) }
}
