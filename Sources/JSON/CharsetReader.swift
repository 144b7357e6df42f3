#if canImport(Glibc)
    import Glibc
#endif

/// Turns text of a named encoding into UTF-8, piece by piece.
///
/// Owned by one task.
///
/// Names are Python's, such as `latin-1`, `cp1252`, `utf-16` and `utf-8-sig`. UTF-8 passes through as it is, so whoever
/// reads it checks it.
package final class CharsetReader {
    private enum Form {
        /// - Parameter mark: whether a byte order mark at the start is dropped.
        case utf8(mark: Bool)
        case latin1
        case converted(iconv_t)
    }

    private let form: Form
    /// The name of the encoding, in lower case.
    package let name: String
    /// The beginning of a character that continues in the next piece.
    private var start: [UInt8] = []
    private var isAtStart = true

    /// Nil for an encoding that is not known.
    package init?(_ name: String) {
        let name = String(name.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 })
        self.name = name
        switch name {
        case "utf-8", "utf8", "u8", "cp65001": form = .utf8(mark: false)
        case "utf-8-sig": form = .utf8(mark: true)
        case "latin-1", "latin1", "iso-8859-1", "iso8859-1", "8859", "cp819", "l1": form = .latin1
        default:
            let converter = iconv_open("UTF-8", name)
            guard let converter, Int(bitPattern: converter) != -1 else { return nil }
            form = .converted(converter)
        }
    }

    deinit {
        if case .converted(let converter) = form { iconv_close(converter) }
    }

    /// The UTF-8 of a piece, as far as its bytes mean something.
    package func utf8(of piece: Bytes) -> Bytes {
        defer { if piece.count > 0 { isAtStart = false } }
        switch form {
        case .utf8(let mark): return mark ? withoutMark(piece) : piece
        case .latin1:
            let text = Bytes(capacity: piece.count * 2)
            for byte in piece.buffer {
                if byte < 0x80 {
                    text.append(byte)
                } else {
                    text.append(0xC0 | byte >> 6); text.append(0x80 | byte & 0x3F)
                }
            }
            return text
        case .converted(let converter): return convert(piece, converter)
        }
    }

    /// Whether there were bytes that mean nothing; what came after them is lost.
    package private(set) var hasFault = false
    /// Whether the text ends in the middle of a character.
    package var isCut: Bool { !start.isEmpty && !hasFault }

    /// Drops a mark, which may come in several pieces.
    private func withoutMark(_ piece: Bytes) -> Bytes {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        guard isAtStart || !start.isEmpty else { return piece }
        let begun = start + piece.buffer
        start = []
        if begun.starts(with: mark) { return Bytes(begun.dropFirst(mark.count)) }
        guard begun.count < mark.count, mark.starts(with: begun) else { return Bytes(begun) }
        start = begun
        return Bytes()
    }

    private func convert(_ piece: Bytes, _ converter: iconv_t) -> Bytes {
        guard !hasFault else { return Bytes() }
        let output = Bytes(capacity: piece.count * 2)
        var source = start + piece.buffer
        let left = source.withUnsafeMutableBytes { raw -> Int in
            var rest = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
            var left = raw.count
            while left > 0 {
                var isFull = false
                output.append(upTo: 4096) { room in
                    var target = UnsafeMutableRawPointer(room.baseAddress)?.assumingMemoryBound(to: CChar.self)
                    var free = room.count
                    errno = 0
                    let isStuck = iconv(converter, &rest, &left, &target, &free) == -1
                    isFull = isStuck && errno == E2BIG
                    hasFault = isStuck && errno == EILSEQ
                    return room.count - free
                }
                if !isFull { break }
            }
            return left
        }
        start = Array(source.suffix(left))
        return output
    }
}
