import Config
import Diagnostics
import Glibc
import Synchronization

/// Standard output and standard error.
enum Console {
    /// The lines that are drawn again and again at the foot of the terminal.
    static let foot = TerminalFoot()
    private static let secrets = Mutex(SecretMask())

    /// Hides secrets in everything that goes to standard error from now on.
    static func hide(_ mask: SecretMask) { secrets.withLock { $0 = mask } }

    private static func masked(_ text: String) -> String { secrets.withLock { $0 }.masked(text) }

    /// Writes a line to standard output; the process ends if that cannot be written.
    static func out(_ text: String) {
        guard let number = write(text + "\n", to: STDOUT_FILENO) else { return }
        guard number != EPIPE else { leave(ExitStatus.brokenPipe.rawValue) }
        error("error: \(StandardOutput.WriteError(number: number))")
        leave(ExitStatus.failed.rawValue)
    }

    /// Writes a line to standard error, above what is drawn at the foot of the terminal.
    static func error(_ text: String) { foot.write(above: plain(masked(text)) + "\n") }

    /// Reports the failure of a stream.
    static func error(_ failure: EngineFailure, of stream: String) {
        error(["error: \(stream): \(failure.message)", failure.detail].compactMap(\.self).joined(separator: "\n"))
    }

    /// The text without control codes, which an API could use to draw on the terminal.
    static func plain(_ text: String) -> String {
        let isControl = { (scalar: Unicode.Scalar) in
            scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
        }
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { plain.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
        return String(plain)
    }

    /// Writes text to standard error as it is.
    static func raw(_ text: String) { _ = write(masked(text), to: STDERR_FILENO) }

    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }
    /// Whether one person reads both.
    static var areTerminals: Bool { outputIsTerminal && errorIsTerminal }

    /// Reopens descriptors that the caller closed.
    ///
    /// Otherwise the next file or socket to be opened would take the number and get what is meant for the console.
    static func reserveDescriptors() {
        for file in STDIN_FILENO...STDERR_FILENO where fcntl(file, F_GETFD) < 0 { _ = open("/dev/null", O_RDONLY) }
    }

    /// The number of the error, if it cannot be written.
    private static func write(_ text: String, to file: Int32) -> Int32? {
        var text = text
        return text.withUTF8 { FileWriter.write($0, to: file) }
    }
}

/// Ends the process with a code.
func leave(_ code: Int32) -> Never { exit(code) }
