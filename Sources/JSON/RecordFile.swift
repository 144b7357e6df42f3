/// The file that belongs to a record, where its stream downloads files.
package final class RecordFile: Sendable, Equatable {
    /// Where the file is.
    package let path: String
    /// The path below the folder of all files: the stream, then the name.
    package let relativePath: String
    /// Bytes in the file.
    package let size: Int

    package init(path: String, relativePath: String, size: Int) {
        self.path = path
        self.relativePath = relativePath
        self.size = size
    }

    /// The file as a RECORD message shows it.
    package var json: JSONValue {
        [
            "staging_file_url": .string(path),
            "source_file_relative_path": .string(relativePath),
            "file_size_bytes": .integer(size),
        ]
    }

    package static func == (left: RecordFile, right: RecordFile) -> Bool {
        left.path == right.path && left.relativePath == right.relativePath && left.size == right.size
    }
}
