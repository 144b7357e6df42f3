package import AirbyteProtocol
package import Diagnostics
package import JSON
import Synchronization

/// A stream to read, and where to begin.
package struct StreamSelection: Sendable {
    package let stream: DeclarativeStream
    package let state: JSONObject?
    package let catalogCursorField: [String]?
    /// The schema that the catalog has for the stream; nil without a catalog.
    package let catalogSchema: JSONObject?

    package init(
        _ stream: DeclarativeStream,
        state: JSONObject? = nil,
        catalogCursorField: [String]? = nil,
        catalogSchema: JSONObject? = nil
    ) {
        self.stream = stream
        self.catalogSchema = catalogSchema
        self.state = state
        self.catalogCursorField = catalogCursorField
    }
}

/// Reads streams side by side and writes their messages.
///
/// Streams begin in the order given, as many at once as there are workers; slices of all streams share the workers.
/// Records of a slice keep their order, and a state comes after all records it covers.
package struct SourceReader: Sendable {
    /// A failure, and the stream that failed.
    package typealias Failure = (stream: String, failure: EngineFailure)

    private let run: SourceRun
    private let output: MessageOutput
    private let progress: ReadProgress
    private let destination: any Destination

    /// - Parameters:
    ///   - output: gets messages about the streams.
    ///   - destination: gets their records and states; the same output if nil.
    package init(
        run: SourceRun,
        output: MessageOutput,
        destination: (any Destination)? = nil,
        progress: ReadProgress
    ) {
        self.run = run
        self.output = output
        self.progress = progress
        self.destination = destination ?? ProtocolDestination(output)
    }

    /// Reads the selected streams; one that is unknown or refused counts as failed.
    ///
    /// - Returns: the failures, stream by stream in the order given; of a stream with many, the first few and one that
    ///   counts the others.
    package func read(_ choice: StreamChoice.Choice) async -> [Failure] {
        let unread =
            zip(choice.unknownNames, choice.unknown).map { reportUnread($0, EngineFailure.from(ManifestFault($1))) }
            + choice.refused.map { reportUnread($0.name, $0.failure) }
        run.expect(choice.selections.map(\.stream))
        for selection in choice.selections {
            if let schema = selection.catalogSchema { run.select(schema, of: selection.stream.name) }
        }
        let workers = SliceWorkers(run)
        let isAlone = choice.selections.count + unread.count == 1
        let readers = choice.selections.map { selection in
            StreamReader(
                selection,
                run: run,
                isAlone: isAlone,
                destination: destination,
                output: output,
                progress: progress,
                workers: workers
            )
        }
        let active = AsyncLimiter(run.workers)
        await withDiscardingTaskGroup { group in
            for reader in readers {
                await active.acquire()
                if Task.isCancelled || destination.failure != nil { break }
                let executor = workers.executors.next()
                group.addTask(executorPreference: executor) {
                    await reader.read(on: executor)
                    active.release()
                }
            }
        }
        let all = unread + readers.flatMap { reader in reader.failures.all.map { (reader.name, $0) } }
        if !all.isEmpty && !Task.isCancelled { reportEnd(all) }
        return all
    }

    private func reportUnread(_ name: String, _ failure: EngineFailure) -> Failure {
        output.failed(failure, stream: name)
        output.error(failure, stream: name)
        output.status(.incomplete, stream: name)
        return (name, failure)
    }

    /// Says at the very end which streams are incomplete.
    private func reportEnd(_ failures: [Failure]) {
        let lines = failures.map { "\($0.stream): \($0.failure.message)" }
        let message = "These streams are incomplete:\n" + lines.joined(separator: "\n")
        output.log(.fatal, message)
        output.error(EngineFailure(.config, message))
    }
}
