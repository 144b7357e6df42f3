import Glibc
import ManifestEngine

/// Standard output and standard error.
enum Console {
    /// Writes a line to standard output.
    static func out(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

    /// Writes a line to standard error.
    static func error(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

    /// Writes text to standard error as it is.
    static func raw(_ text: String) { write(text, to: STDERR_FILENO) }

    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Gives descriptors that the caller closed a file of their own.
    ///
    /// Otherwise the next file or socket to be opened would take the number and get what is meant for the console.
    static func reserveDescriptors() {
        for file in STDIN_FILENO...STDERR_FILENO where fcntl(file, F_GETFD) < 0 { _ = open("/dev/null", O_RDONLY) }
    }

    private static func write(_ text: String, to file: Int32) {
        var text = text
        text.withUTF8 { _ = FileWriter.write($0, to: file) }
    }
}

/// Ends the process with a code.
func leave(_ code: Int32) -> Never { exit(code) }

/// Writes bytes to a file descriptor.
enum FileWriter {
    /// Writes all bytes; the error number when that fails.
    static func write(_ bytes: UnsafeBufferPointer<UInt8>, to file: Int32) -> Int32? {
        guard let base = bytes.baseAddress else { return nil }
        var done = 0
        while done < bytes.count {
            let count = Glibc.write(file, base + done, bytes.count - done)
            if count < 0 {
                if errno == EINTR { continue }
                return errno
            }
            done += count
        }
        return nil
    }
}

/// Standard output as the destination of messages.
struct StandardOutput: ByteDestination {
    struct WriteError: Error, CustomStringConvertible {
        let number: Int32
        var description: String { "standard output cannot be written: \(String(cString: strerror(number)))" }
    }

    func write(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        if let number = FileWriter.write(bytes, to: STDOUT_FILENO) { throw WriteError(number: number) }
    }
}
