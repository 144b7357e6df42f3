package import AirbyteProtocol
package import JSON

/// Writes records and states as messages of the Airbyte protocol, or the records alone, see `MessageOutput`.
///
/// A record stays in the bytes that it came in. A state is written after all records it stands for, and then handed to
/// whoever keeps states beside the output.
package struct ProtocolDestination: Destination {
    private let output: MessageOutput
    private let onCommit: @Sendable (_ stream: String, _ state: JSONObject) throws -> Void

    /// - Parameter onCommit: gets each state after it was written.
    package init(
        _ output: MessageOutput,
        onCommit: @escaping @Sendable (_ stream: String, _ state: JSONObject) throws -> Void = { _, _ in }
    ) {
        self.output = output
        self.onCommit = onCommit
    }

    package var failure: (any Error)? { output.failure }

    package func begin(_ stream: DestinationStream) -> any StreamWriter {
        Writer(
            name: stream.name,
            output: output,
            pool: output.recordLines(stream: stream.name, isAlone: stream.isAlone),
            onCommit: onCommit
        )
    }

    private struct Writer: StreamWriter {
        let name: String
        let output: MessageOutput
        let pool: RecordLinePool
        let onCommit: @Sendable (_ stream: String, _ state: JSONObject) throws -> Void

        func beginSlice() -> any SliceWriter { LineWriter(pool, output) }

        func commit(_ state: JSONObject) throws {
            output.state(stream: name, state)
            try onCommit(name, state)
        }
    }
}

/// Writes the records of a slice as lines.
private final class LineWriter: SliceWriter {
    private let pool: RecordLinePool
    private let output: MessageOutput
    private let lines: RecordLines

    init(_ pool: RecordLinePool, _ output: MessageOutput) {
        self.pool = pool
        self.output = output
        lines = pool.take()
    }

    func write(_ records: ArraySlice<Record>) throws {
        lines.stamp()
        for record in records {
            lines.append(record)
            if lines.isFull { try output.write(lines) }
        }
        try output.write(lines)
    }

    func end() { pool.give(lines) }
}
