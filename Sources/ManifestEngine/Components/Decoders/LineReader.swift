import Diagnostics
import JSON

#if canImport(Glibc)
    import Glibc
#endif

/// Cuts a body into lines at line feeds, however it comes in.
///
/// Owned by one task.
///
/// Lines within one piece are handed out in place.
struct LineReader {
    /// Limit for the bytes of a line; anything longer is not a line.
    static let longestLine = 256 * 1024 * 1024

    private var piece = Bytes()
    /// Where the rest of the piece begins.
    private var place = 0
    /// The beginning of a line that continues in the next piece.
    private let start = Bytes()
    private var hasEnded = false
    /// Lines given so far.
    private var count = 0

    mutating func feed(_ piece: Bytes) {
        self.piece = piece
        place = 0
    }

    mutating func end() { hasEnded = true }

    /// Calls `body` with the next line, without its line feed, and its number; false when there is none yet.
    mutating func next(_ body: (UnsafeBufferPointer<UInt8>, Int) throws -> Void) throws -> Bool {
        let rest = UnsafeBufferPointer(rebasing: piece.buffer[place...])
        if let length = Self.lineLength(rest) {
            place += length + 1
            count += 1
            let line = UnsafeBufferPointer(rebasing: rest[..<length])
            guard start.count > 0 else {
                try body(line, count)
                return true
            }
            start.append(UnsafeRawBufferPointer(line))
            defer { start.removeAll() }
            try body(start.buffer, count)
            return true
        }
        start.append(UnsafeRawBufferPointer(rest))
        feed(Bytes())
        guard start.count <= Self.longestLine else {
            throw EngineFailure(.system, "Line \(count + 1) of the response is longer than 256 MiB, so it is not read.")
        }
        guard hasEnded, start.count > 0 else { return false }
        count += 1
        defer { start.removeAll() }
        try body(start.buffer, count)
        return true
    }

    /// Bytes before the first line feed; nil when there is none.
    private static func lineLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let base = bytes.baseAddress, let found = memchr(base, 0x0A, bytes.count) else { return nil }
        return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
    }
}
