import Glibc

/// A file without a name: gone with its owner, or with the process.
///
/// In the folder that `TMPDIR` names, or `/tmp`. Reads and writes of different places may go on side by side.
package final class TemporaryFile: Sendable {
    private let descriptor: Int32

    /// Makes an empty file; nil when that cannot be done, `errno` then says why.
    package init?() {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var file = open(folder, O_RDWR | Self.withoutName | O_CLOEXEC, 0o600)
        if file < 0 { file = Self.makeAndUnlink(in: folder) }
        descriptor = file
        guard file >= 0 else { return nil }
    }

    /// The flag `O_TMPFILE`, which Swift's module of the C library leaves out.
    private static let withoutName = 0o20000000 | O_DIRECTORY

    /// For file systems that make no files without a name: a file whose name is taken away at once.
    private static func makeAndUnlink(in folder: String) -> Int32 {
        var name = Array("\(folder)/engine-XXXXXX".utf8CString)
        let file = mkstemp(&name)
        if file >= 0 { unlink(name) }
        return file
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Gives the file a length and fills what is new with zeros; false when that fails.
    package func extend(to length: Int) -> Bool { ftruncate(descriptor, off_t(length)) == 0 }

    /// Fills a buffer from a place; false when the file does not have that much there.
    package func read(into target: UnsafeMutableRawBufferPointer, at offset: Int) -> Bool {
        guard let base = target.baseAddress else { return true }
        var done = 0
        while done < target.count {
            let count = pread(descriptor, base + done, target.count - done, off_t(offset + done))
            if count <= 0 { return false }
            done += count
        }
        return true
    }

    /// Writes a buffer at a place; false when that fails.
    package func write(_ source: UnsafeRawBufferPointer, at offset: Int) -> Bool {
        guard let base = source.baseAddress else { return true }
        var done = 0
        while done < source.count {
            let count = pwrite(descriptor, base + done, source.count - done, off_t(offset + done))
            if count <= 0 { return false }
            done += count
        }
        return true
    }
}
