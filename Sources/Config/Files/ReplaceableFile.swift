import Glibc

/// A file that is replaced in one step: whoever reads it sees the old content or the new one, whole.
///
/// A symbolic link stays one; what it leads to is replaced. Mode and group are kept, and the owner where the system lets
/// the process give files away. For a moment the new content lies beside the file as `NAME.part-NUMBER`, locked by its
/// run; `sweep` removes what dead runs left of these.
package struct ReplaceableFile: Sendable {
    /// As the user named it.
    package let path: String
    /// The file itself, at the end of all links.
    private let target: String

    package init(_ path: String) {
        self.path = path
        target = Self.target(of: path)
    }

    private static func target(of path: String, links: Int = 0) -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &buffer, buffer.count)
        guard count > 0, links < 40 else { return path }
        let link = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
        return target(of: link.hasPrefix("/") ? link : folder(of: path) + link, links: links + 1)
    }

    /// The folder of a path, with the slash at its end.
    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
    }

    // MARK: Whether it can be replaced

    /// Why the file cannot be replaced, as far as that is known beforehand; nil when it can.
    package var obstacle: FileObstacle? {
        var information = stat()
        if stat(target, &information) == 0 {
            if information.st_mode & S_IFMT == S_IFDIR { return .isFolder }
            guard information.st_mode & S_IFMT == S_IFREG else { return .isNoFile }
            // The superuser may write to such a file, but somebody wanted it to stay as it is.
            guard information.st_mode & 0o222 != 0 else { return .isReadOnly }
            guard access(target, W_OK) == 0 else { return .system(errno) }
        }
        return access(Self.folder(of: target), W_OK | X_OK) == 0 ? nil : .system(errno)
    }

    /// Throws when the file cannot be replaced.
    package func check() throws {
        if let obstacle { throw obstacle.fault(path) }
    }

    // MARK: Replacing

    /// Puts text into the file.
    package func replace(with text: String) throws {
        let (part, file) = try openPart()
        var text = text
        var failure = text.withUTF8 { FileWriter.write($0, to: file) }
        keepOwnerAndMode(on: file)
        if failure == nil, fsync(file) != 0 { failure = errno }
        if failure == nil, rename(part, target) != 0 { failure = errno }
        if failure != nil { unlink(part) }
        close(file)
        // A file that is mounted by itself, as into a container, cannot be renamed over.
        if failure == EBUSY { failure = overwrite(text) }
        if let failure { throw FileObstacle.system(failure).fault(path) }
    }

    /// A new file beside the target, open and locked.
    private func openPart() throws -> (path: String, file: Int32) {
        while true {
            let part = "\(target).part-\(UInt64.random(in: .min ... .max))"
            let file = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard file >= 0 else { throw FileObstacle.system(errno).fault(path) }
            _ = flock(file, LOCK_EX)
            // Before it was locked, another run's sweep may have taken it for the file of a dead run.
            var information = stat()
            if fstat(file, &information) == 0, information.st_nlink > 0 { return (part, file) }
            close(file)
        }
    }

    private func keepOwnerAndMode(on file: Int32) {
        var information = stat()
        guard stat(target, &information) == 0 else { return }
        if fchown(file, information.st_uid, information.st_gid) != 0 {
            _ = fchown(file, uid_t.max, information.st_gid)
        }
        fchmod(file, information.st_mode & 0o7777)
    }

    private func overwrite(_ text: String) -> Int32? {
        let file = open(target, O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { return errno }
        defer { close(file) }
        var text = text
        if let failure = text.withUTF8({ FileWriter.write($0, to: file) }) { return failure }
        return ftruncate(file, off_t(text.utf8.count)) == 0 && fsync(file) == 0 ? nil : errno
    }

    // MARK: What dead runs left

    /// Removes the half-made files of runs that are dead; a lock shows that a run is alive, even in another container.
    package func sweep() {
        let folder = Self.folder(of: target)
        let prefix = String(target.dropFirst(folder == "./" && !target.hasPrefix("./") ? 0 : folder.count)) + ".part-"
        guard let listing = opendir(folder) else { return }
        defer { closedir(listing) }
        while let entry = readdir(listing) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            let number = name.dropFirst(prefix.count)
            guard name.hasPrefix(prefix), !number.isEmpty, number.allSatisfy(\.isNumber) else { continue }
            Self.removeIfDead(folder + name)
        }
    }

    private static func removeIfDead(_ part: String) {
        let file = open(part, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return }
        if flock(file, LOCK_EX | LOCK_NB) == 0 { unlink(part) }
        close(file)
    }
}
