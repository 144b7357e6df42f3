import Diagnostics
import Glibc

/// Files as they are read whole; `ReplaceableFile` writes.
package enum Files {
    /// The content of a file; `-` is standard input.
    package static func read(_ path: String, role: String) throws -> [UInt8] {
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

    /// The content of a file, or nil when there is no such file.
    package static func readIfThere(_ path: String, role: String) throws -> [UInt8]? {
        isThere(path) ? try read(path, role: role) : nil
    }

    /// Whether there is a file of a name.
    package static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

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
        case EMFILE, ENFILE: "allow more open files, with 'ulimit -n 1024'"
        case EISDIR: "name a file, not a folder"
        default: "check the permissions of the file"
        }
    }
}
