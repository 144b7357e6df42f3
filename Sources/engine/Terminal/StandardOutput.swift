import AirbyteProtocol
import Config
import Glibc
import Synchronization

/// Standard output as the destination of messages.
///
/// A run that was killed may have left half a line at the end of the file it wrote to. The first write begins a new line
/// then, so that the torn line stays the only one that cannot be read.
final class StandardOutput: ByteDestination {
    struct WriteError: Error, CustomStringConvertible {
        let number: Int32
        var description: String { "standard output cannot be written: \(String(cString: strerror(number)))" }
    }

    private let file: Int32
    private let hasBegun = Atomic(false)

    init(_ file: Int32 = STDOUT_FILENO) { self.file = file }

    func write(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        if !hasBegun.exchange(true, ordering: .relaxed), Self.continuesLine(file) { try send([UInt8(ascii: "\n")]) }
        try send(bytes)
    }

    private func send(_ bytes: [UInt8]) throws { try bytes.withUnsafeBufferPointer { try send($0) } }

    private func send(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard let number = FileWriter.write(bytes, to: file) else { return }
        if number == EPIPE { Interruption.shared.note(.brokenPipe) }
        throw WriteError(number: number)
    }

    /// Puts what was written on the disk, when it goes into a file there.
    func sync() {
        var information = stat()
        if fstat(file, &information) == 0, information.st_mode & S_IFMT == S_IFREG { fdatasync(file) }
    }

    // MARK: The end of the existing content

    /// Whether the next write to a regular file would continue a line that another process started.
    static func continuesLine(_ file: Int32) -> Bool {
        var information = stat()
        guard fstat(file, &information) == 0, information.st_mode & S_IFMT == S_IFREG else { return false }
        let appends = fcntl(file, F_GETFL) & O_APPEND != 0
        let place = appends ? information.st_size : lseek(file, 0, SEEK_CUR)
        // Where the byte cannot be read, a blank line does no harm, and a destroyed one would.
        return place > 0 && byte(of: file, at: place - 1) != UInt8(ascii: "\n")
    }

    /// A byte of a file that may be open for writing only; nil when it cannot be read.
    private static func byte(of file: Int32, at place: off_t) -> UInt8? {
        var byte: UInt8 = 0
        if pread(file, &byte, 1, place) == 1 { return byte }
        let reader = open("/proc/self/fd/\(file)", O_RDONLY | O_CLOEXEC)
        guard reader >= 0 else { return nil }
        defer { close(reader) }
        return pread(reader, &byte, 1, place) == 1 ? byte : nil
    }
}
