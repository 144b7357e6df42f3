package import JSON
import Synchronization

/// The lines of one stream's records, made by one task and handed to the output page by page.
///
/// Sendable without the compiler's check because one task at a time has it: the pool hands it out and takes it back.
package final class RecordLines: @unchecked Sendable {
    /// What is around a record.
    enum Shape {
        /// A RECORD message.
        case message
        case bare
        /// An object with the members `stream` and `data`.
        case named
    }

    let stream: String
    let bytes = Bytes(capacity: 16 * 1024)
    /// Without the check for overlapping accesses, which costs as much as counting; nothing hands out access to it.
    @exclusivity(unchecked) package private(set) var count = 0
    private let head: [UInt8]
    private let tail = Bytes(capacity: 64)
    private let shape: Shape
    private let now: @Sendable () -> Int

    init(stream: String, shape: Shape, now: @escaping @Sendable () -> Int) {
        self.stream = stream
        self.shape = shape
        self.now = now
        let name = JSONValue.string(stream).text
        head =
            switch shape {
            case .message: Array("{\"type\":\"RECORD\",\"record\":{\"stream\":\(name),\"data\":".utf8)
            case .bare: []
            case .named: Array("{\"stream\":\(name),\"data\":".utf8)
            }
        stamp()
    }

    /// Takes the time for the records that follow.
    package func stamp() {
        tail.removeAll()
        switch shape {
        case .message:
            tail.append(",\"emitted_at\":")
            tail.append(integer: now())
            tail.append("}}")
        case .bare: break
        case .named: tail.append("}")
        }
        tail.append("\n")
    }

    /// Appends the line of a record.
    package func append(_ record: Record) {
        bytes.append(contentsOf: head)
        record.write(to: bytes)
        if let file = record.file { append(file) }
        bytes.append(tail.base, tail.count)
        count += 1
    }

    /// Appends the file of a record to its message.
    private func append(_ file: RecordFile) {
        guard case .message = shape else { return }
        bytes.append(",\"file_reference\":")
        bytes.append(json: file.json)
    }

    /// Whether it is time to write the lines out, even within a page.
    package var isFull: Bool { bytes.count >= 256 * 1024 }

    func removeAll() {
        bytes.removeAll()
        count = 0
    }
}

/// Hands out the lines of one stream, and takes them back for the next slice: their room is made once for each task that
/// reads at a time.
package final class RecordLinePool: Sendable {
    private let make: @Sendable () -> RecordLines
    private let free = Mutex<[RecordLines]>([])

    init(stream: String, shape: RecordLines.Shape, now: @escaping @Sendable () -> Int) {
        make = { RecordLines(stream: stream, shape: shape, now: now) }
    }

    /// Empty lines, stamped with the present time.
    package func take() -> RecordLines {
        guard let lines = free.withLock({ $0.popLast() }) else { return make() }
        lines.removeAll()
        lines.stamp()
        return lines
    }

    /// Takes lines back that their task is done with; those that a huge record has swollen are let go.
    package func give(_ lines: RecordLines) {
        if lines.bytes.capacity <= Self.largestKept { free.withLock { $0.append(lines) } }
    }

    private static let largestKept = 4 * 1024 * 1024
}
