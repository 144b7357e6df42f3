package import Diagnostics
import Glibc

/// Why a file cannot be replaced.
package enum FileObstacle: Sendable, Equatable {
    case isFolder
    /// A pipe, a device, a socket.
    case isNoFile
    /// It is not writable.
    case isReadOnly
    /// What the system says, by its error number.
    case system(Int32)

    /// The reason, for the middle of a sentence.
    package var reason: String {
        switch self {
        case .isFolder: "it is a folder"
        case .isNoFile: "it is not a regular file"
        case .isReadOnly: "it is read-only"
        case .system(let number): String(cString: strerror(number))
        }
    }

    private var remedy: String {
        switch self {
        case .isFolder, .isNoFile: "name a file, not a folder or a device"
        case .isReadOnly: "make it writable, or name another file"
        case .system(ENOENT), .system(ENOTDIR): "check that the folder exists"
        case .system(EMFILE), .system(ENFILE): "allow more open files, with 'ulimit -n 1024'"
        case .system: "check that the folder exists and may be written to"
        }
    }

    /// The fault of a file that was to be replaced.
    package func fault(_ path: String) -> ManifestFault {
        ManifestFault(Diagnostic(code: "unwritable-file", "\(path) cannot be written: \(reason)", fix: remedy))
    }
}
