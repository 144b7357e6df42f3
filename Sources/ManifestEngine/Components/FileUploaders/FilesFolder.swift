import Config
import Diagnostics
import Glibc
import JSON
import Text

/// The folder for the files of records, out of which no name leads.
///
/// Each folder on the way is opened in the one above, and links are not followed.
struct FilesFolder {
    private let path: String

    /// Makes the folder where there is none.
    init(_ path: String) throws {
        self.path = path
        var made = path.hasPrefix("/") ? "" : "."
        for step in path.split(separator: "/") {
            made += "/\(step)"
            if mkdir(made, 0o755) != 0, errno != EEXIST { throw Self.fault(path, errno) }
        }
    }

    /// The folder that the reference uses.
    static var standard: String {
        let staging = getenv("AIRBYTE_STAGING_DIRECTORY").map { String(cString: $0) } ?? "/staging/files"
        return Files.isThere(staging) ? staging : "/tmp/airbyte-file-transfer"
    }

    /// A name that no other file has: a UUID of version 4.
    static func randomName() -> String {
        UUIDText.version4(.random(in: .min ... .max), .random(in: .min ... .max))
    }

    /// Opens a file to be written.
    func begin(_ name: String, of stream: String) throws -> FileDownload {
        let steps = [stream, name].flatMap { $0.split(separator: "/") }.filter { $0 != "." }.map(String.init)
        let isSafe = steps.count > 1 && steps.allSatisfy { $0 != ".." && !$0.utf8.contains(0) }
        guard isSafe, let last = steps.last else {
            throw EngineFailure(
                .system,
                "The file name '\(name)' of stream \(stream) leads out of the folder of files."
            )
        }
        var folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw Self.fault(path, errno) }
        for step in steps.dropLast() {
            mkdirat(folder, step, 0o755)
            let next = openat(folder, step, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            let number = errno
            close(folder)
            guard next >= 0 else { throw Self.fault("\(path)/\(steps.joined(separator: "/"))", number) }
            folder = next
        }
        return try FileDownload(last, in: folder, path: path, relativePath: steps.joined(separator: "/"))
    }

    static func fault(_ path: String, _ number: Int32) -> EngineFailure {
        EngineFailure(.system, "The file \(path) cannot be written: \(String(cString: strerror(number))).")
    }
}

/// A file while it is written: it has its name only once it is complete.
final class FileDownload {
    private let folder: Int32
    private let file: Int32
    private let name: String
    private let part: String
    private let path: String
    private let relativePath: String
    private var size = 0

    /// - Parameter folder: the open folder of the file, which is closed with it.
    fileprivate init(_ name: String, in folder: Int32, path: String, relativePath: String) throws {
        self.folder = folder
        self.name = name
        self.path = "\(path)/\(relativePath)"
        self.relativePath = relativePath
        part = ".\(FilesFolder.randomName()).part"
        file = openat(folder, part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard file >= 0 else {
            let number = errno
            close(folder)
            throw FilesFolder.fault(self.path, number)
        }
    }

    func write(_ bytes: Bytes) throws {
        var rest = UnsafeRawBufferPointer(bytes.buffer)[...]
        while !rest.isEmpty {
            let count = Glibc.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw FilesFolder.fault(path, errno) }
            rest = rest.dropFirst(count)
            size += count
        }
    }

    /// Gives the file its name.
    func finish() throws -> RecordFile {
        let isClosed = close(file) == 0
        let isNamed = isClosed && renameat(folder, part, folder, name) == 0
        let number = errno
        if !isNamed { unlinkat(folder, part, 0) }
        close(folder)
        guard isNamed else { throw FilesFolder.fault(path, number) }
        return RecordFile(path: path, relativePath: relativePath, size: size)
    }

    /// Removes what was written.
    func discard() {
        close(file)
        unlinkat(folder, part, 0)
        close(folder)
    }
}
