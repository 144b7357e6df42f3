import Glibc
import ManifestEngine

/// Files as the commands read and write them.
enum Files {
    /// The content of a file; `-` is standard input.
    static func read(_ path: String, role: String) throws -> [UInt8] {
        let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw unreadable(path, role, errno) }
        defer { if file != STDIN_FILENO { close(file) } }
        var content: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = Glibc.read(file, &chunk, chunk.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw unreadable(path, role, errno)
            }
            if count == 0 { return content }
            content += chunk[..<count]
        }
    }

    /// The content of a file, or nil when there is none of that name.
    static func readIfThere(_ path: String, role: String) throws -> [UInt8]? {
        access(path, F_OK) == 0 ? try read(path, role: role) : nil
    }

    /// Replaces a file in one step: whoever reads it sees the old content or the new one, whole.
    static func replace(_ path: String, with text: String) throws {
        let part = "\(path).part-\(getpid())"
        let file = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw unwritable(path, errno) }
        var text = text
        let failure = text.withUTF8 { FileWriter.write($0, to: file) } ?? (fsync(file) == 0 ? nil : errno)
        close(file)
        if let failure {
            unlink(part)
            throw unwritable(path, failure)
        }
        keepMode(of: path, on: part)
        guard rename(part, path) == 0 else {
            let number = errno
            unlink(part)
            throw unwritable(path, number)
        }
    }

    private static func keepMode(of path: String, on part: String) {
        var information = stat()
        if stat(path, &information) == 0 { chmod(part, information.st_mode & 0o777) }
    }

    private static func unreadable(_ path: String, _ role: String, _ number: Int32) -> ManifestFault {
        ManifestFault(
            Diagnostic(
                code: "unreadable-file",
                "\(path): the \(role) cannot be read: \(String(cString: strerror(number)))",
                fix: remedy(number)
            )
        )
    }

    private static func remedy(_ number: Int32) -> String {
        switch number {
        case ENOENT, ENOTDIR: "check the path"
        case EISDIR: "name a file, not a folder"
        default: "check the permissions of the file"
        }
    }

    /// Throws when a file could not be replaced because of the folder it is in.
    static func checkReplaceable(_ path: String) throws {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        guard access(folder, W_OK | X_OK) == 0 else { throw unwritable(path, errno) }
    }

    private static func unwritable(_ path: String, _ number: Int32) -> ManifestFault {
        ManifestFault(
            Diagnostic(
                code: "unwritable-file",
                "\(path) cannot be written: \(String(cString: strerror(number)))",
                fix: "check that the folder exists and may be written to"
            )
        )
    }
}
