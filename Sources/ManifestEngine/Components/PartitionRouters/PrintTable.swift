import Diagnostics
import Glibc
import Text

/// A set of hashes in a temporary file: a table with open addressing, 16 bytes per slot, at most half full.
///
/// Reads and writes go through the system's page cache, so the process itself stays small. Owned by one task.
///
/// Sendable without the compiler's check because whoever owns it guards it, as with any value.
final class PrintTable: @unchecked Sendable {
    /// Slots that are read at a time.
    private static let run = 16
    private static let width = 16

    private var file: TemporaryFile
    private var capacity: Int
    private var count = 0

    /// - Parameter capacity: initial slots; a power of two times `run`.
    init(capacity: Int) throws {
        self.capacity = max(capacity, Self.run)
        file = try Self.makeFile(places: self.capacity)
    }

    /// Adds a hash; false when it was already present.
    func insert(_ print: SeenKeys.Print) throws -> Bool {
        if count * 2 >= capacity { try grow() }
        var place = Int(truncatingIfNeeded: print.low & UInt64(Int.max)) % (capacity / Self.run) * Self.run
        while true {
            let found = try read(at: place)
            for (offset, other) in found.enumerated() {
                if other == print { return false }
                guard other.high == 0 else { continue }
                try write(print, at: place + offset)
                count += 1
                return true
            }
            place = (place + Self.run) % capacity
        }
    }

    private func grow() throws {
        let old = file
        let places = capacity
        file = try Self.makeFile(places: places * 4)
        capacity = places * 4
        count = 0
        for place in stride(from: 0, to: places, by: Self.run) {
            for print in try Self.read(at: place, from: old) where print.high != 0 { _ = try insert(print) }
        }
    }

    // MARK: The file

    private static func makeFile(places: Int) throws -> TemporaryFile {
        guard let file = TemporaryFile() else { throw failure("cannot be created") }
        guard file.extend(to: places * width) else { throw failure("cannot grow") }
        return file
    }

    private func read(at place: Int) throws -> [SeenKeys.Print] { try Self.read(at: place, from: file) }

    private static func read(at place: Int, from file: TemporaryFile) throws -> [SeenKeys.Print] {
        var words = [UInt64](repeating: 0, count: run * 2)
        let isRead = words.withUnsafeMutableBytes { file.read(into: $0, at: place * width) }
        guard isRead else { throw failure("cannot be read") }
        return (0..<run).map { SeenKeys.Print(low: words[$0 * 2], high: words[$0 * 2 + 1]) }
    }

    private func write(_ print: SeenKeys.Print, at place: Int) throws {
        let isWritten = [print.low, print.high].withUnsafeBytes { file.write($0, at: place * Self.width) }
        guard isWritten else { throw Self.failure("cannot be written") }
    }

    private static func failure(_ what: String) -> EngineFailure {
        EngineFailure(
            .system,
            "The temporary file of keys already seen \(what): \(String(cString: strerror(errno))).",
            detail: "TMPDIR names the folder for temporary files."
        )
    }
}
