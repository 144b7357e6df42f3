package import JSON
import Synchronization

/// The lines of one stream's records, made by one task and handed to the output page by page.
///
/// Sendable without the compiler's check because one task at a time has it: the pool hands it out and takes it back.
package final class RecordLines: @unchecked Sendable {
    let stream: String
    let bytes = Bytes(capacity: 16 * 1024)
    /// Without the check for overlapping accesses, which costs as much as counting; nothing hands out access to it.
    @exclusivity(unchecked) private(set) var count = 0
    private let head: [UInt8]
    private let tail = Bytes(capacity: 64)
    private let format: MessageOutput.Format
    private let now: @Sendable () -> Int

    init(stream: String, format: MessageOutput.Format, now: @escaping @Sendable () -> Int) {
        self.stream = stream
        self.format = format
        self.now = now
        let name = JSONValue.string(stream).text
        head = format == .messages ? Array("{\"type\":\"RECORD\",\"record\":{\"stream\":\(name),\"data\":".utf8) : []
        stamp()
    }

    /// Takes the time for the records that follow.
    package func stamp() {
        tail.removeAll()
        if format == .messages {
            tail.append(",\"emitted_at\":")
            tail.append(integer: now())
            tail.append("}}")
        }
        tail.append("\n")
    }

    /// Appends the line of a record.
    package func append(_ record: Record) {
        bytes.append(contentsOf: head)
        record.write(to: bytes)
        bytes.append(tail.base, tail.count)
        count += 1
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

    init(stream: String, format: MessageOutput.Format, now: @escaping @Sendable () -> Int) {
        make = { RecordLines(stream: stream, format: format, now: now) }
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
