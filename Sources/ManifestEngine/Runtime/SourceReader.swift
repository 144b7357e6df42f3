package import JSON
import Synchronization

/// A stream to read, and where to begin.
package struct StreamSelection: Sendable {
    package let stream: DeclarativeStream
    package let state: JSONObject?
    package let catalogCursorField: [String]?

    package init(_ stream: DeclarativeStream, state: JSONObject? = nil, catalogCursorField: [String]? = nil) {
        self.stream = stream
        self.state = state
        self.catalogCursorField = catalogCursorField
    }
}

/// Reads streams side by side and writes their messages.
///
/// Streams begin in the order given, as many at once as there are workers; slices of all streams share the workers.
/// Records of a slice keep their order, and a state comes after all records it stands for.
package struct SourceReader: Sendable {
    private let run: SourceRun
    private let output: MessageOutput
    private let progress: ReadProgress
    private let slots: AsyncLimiter
    private let executors: ExecutorTurn
    /// Gets the state of a stream whenever one is emitted, after it was written.
    private let onState: @Sendable (_ stream: String, _ state: JSONObject) -> Void

    package init(
        run: SourceRun,
        output: MessageOutput,
        progress: ReadProgress,
        onState: @escaping @Sendable (_ stream: String, _ state: JSONObject) -> Void = { _, _ in }
    ) {
        self.run = run
        self.output = output
        self.progress = progress
        self.onState = onState
        slots = AsyncLimiter(run.workers)
        executors = ExecutorTurn(run.context.transport.executors(for: run.workers))
    }

    /// Reads the streams picked; an unknown one in the catalog counts as failed.
    ///
    /// - Returns: the failures, by stream, in the order they came.
    package func read(_ choice: StreamChoice.Choice) async -> [(stream: String, failure: EngineFailure)] {
        let failures = FailureList()
        for (name, diagnostic) in zip(choice.unknownNames, choice.unknown) {
            report(ManifestFault(diagnostic), name, failures)
            output.status(.incomplete, stream: name)
        }
        for stream in choice.refused {
            report(stream.failure, stream.name, failures)
            output.status(.incomplete, stream: stream.name)
        }
        let active = AsyncLimiter(run.workers)
        await withDiscardingTaskGroup { group in
            for selection in choice.selections {
                await active.acquire()
                group.addTask(executorPreference: executors.next()) {
                    await read(selection, failures)
                    active.release()
                }
            }
        }
        let all = failures.all
        if !all.isEmpty { reportEnd(all) }
        return all
    }

    /// Says at the very end which streams are not complete.
    private func reportEnd(_ failures: [(stream: String, failure: EngineFailure)]) {
        let lines = failures.map { "\($0.stream): \($0.failure.message)" }
        let message = "These streams were not read to their end:\n" + lines.joined(separator: "\n")
        output.log(.fatal, message)
        output.error(EngineFailure(.config, message))
    }

    private func read(_ selection: StreamSelection, _ failures: FailureList) async {
        let name = selection.stream.name
        let uptime = run.context.clock.uptime
        progress.update(name) { stream in
            stream.phase = .reading
            stream.began = uptime()
        }
        output.log(.info, "Stream \(name): reading.")
        output.status(.started, stream: name)
        let before = failures.count(of: name)
        await readSlices(of: selection, failures)
        let hasFailed = failures.count(of: name) > before
        progress.update(name) { stream in
            stream.phase = hasFailed ? .failed : .complete
            stream.ended = uptime()
        }
        output.flush()
    }

    private func readSlices(of selection: StreamSelection, _ failures: FailureList) async {
        let name = selection.stream.name
        let reading: StreamReading
        do {
            reading = try StreamReading(
                selection.stream,
                run: run,
                state: selection.state,
                catalogCursorField: selection.catalogCursorField
            )
        } catch {
            report(error, name, failures)
            output.status(.incomplete, stream: name)
            return
        }
        let isRunning = RunningFlag()
        let pool = output.recordLines(stream: name)
        let (parentState, generationError) = await withDiscardingTaskGroup { group in
            do {
                let state = try await reading.generateSlices { slice in
                    await slots.acquire()
                    group.addTask(executorPreference: executors.next()) {
                        await read(slice, reading, pool, isRunning, failures)
                        slots.release()
                    }
                }
                return (state, (any Error)?.none)
            } catch {
                return (nil, error)
            }
        }
        if let generationError { report(generationError, name, failures) }
        let hasFailed = failures.count(of: name) > 0
        let records = progress.current.first { $0.name == name }?.records ?? 0
        output.log(.info, "Stream \(name): \(records) records read\(hasFailed ? ", not complete" : "").")
        output.status(hasFailed ? .incomplete : .complete, stream: name)
        // A router that failed has nothing to tell of its parents.
        let keepsParents = selection.stream.retriever.router?.keepsParentState ?? false
        let parents = generationError != nil && keepsParents ? [:] : parentState
        emit(reading.finalState(parentState: parents, generationFailed: generationError != nil), name)
    }

    private func read(
        _ slice: StreamSlice,
        _ reading: StreamReading,
        _ pool: RecordLinePool,
        _ isRunning: RunningFlag,
        _ failures: FailureList
    ) async {
        let name = reading.stream.name
        progress.update(name) { stream in
            stream.slices += 1
            stream.slice = slice
        }
        let lines = pool.take()
        defer { pool.give(lines) }
        do {
            try await SliceReader(reading, slice).read(
                record: { record in
                    if isRunning.begin() { output.status(.running, stream: name) }
                    lines.append(record)
                    if lines.isFull { try flush(lines, name) }
                },
                endOfPage: {
                    try flush(lines, name)
                    lines.stamp()
                }
            )
        } catch {
            try? flush(lines, name)
            reading.cursor?.fail(slice)
            report(error, name, failures)
            return
        }
        if let state = reading.cursor?.stateAfterClose(uptime: run.context.clock.uptime()) { emit(state, name) }
    }

    private func flush(_ lines: RecordLines, _ name: String) throws {
        let count = lines.count
        try output.write(lines)
        if count > 0 { progress.update(name) { $0.records += count } }
    }

    private func emit(_ state: JSONObject, _ name: String) {
        output.state(stream: name, state)
        onState(name, state)
    }

    private func report(_ error: any Error, _ name: String, _ failures: FailureList) {
        let failure = EngineFailure.from(error)
        failures.add(name, failure)
        output.log(.error, "Stream \(name): \(failure.message)")
        output.error(failure, stream: name)
    }
}

/// Failures of a read, as they come from many tasks.
private final class FailureList: Sendable {
    private let list = Mutex<[(stream: String, failure: EngineFailure)]>([])

    var all: [(stream: String, failure: EngineFailure)] { list.withLock { $0 } }
    func add(_ stream: String, _ failure: EngineFailure) { list.withLock { $0.append((stream, failure)) } }
    func count(of stream: String) -> Int { list.withLock { $0.count { $0.stream == stream } } }
}

/// Deals tasks out to executors, one after the other.
private final class ExecutorTurn: Sendable {
    private let executors: [any TaskExecutor]
    private let turn = Atomic(0)

    init(_ executors: [any TaskExecutor]) { self.executors = executors }

    /// The next executor; nil when there is none to prefer.
    func next() -> (any TaskExecutor)? {
        guard !executors.isEmpty else { return nil }
        return executors[turn.wrappingAdd(1, ordering: .relaxed).oldValue % executors.count]
    }
}

/// Tells the first record of a stream.
private final class RunningFlag: Sendable {
    private let isSet = Atomic(false)

    /// True once.
    func begin() -> Bool {
        guard !isSet.load(ordering: .relaxed) else { return false }
        return !isSet.exchange(true, ordering: .relaxed)
    }
}
