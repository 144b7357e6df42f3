import AirbyteProtocol
import Dates
import Diagnostics
import JSON
import Synchronization

/// Reads one stream of a run: makes its slices, has them read side by side, and writes statuses, records and states.
struct StreamReader: Sendable {
    private let selection: StreamSelection
    private let run: SourceRun
    private let output: MessageOutput
    private let progress: ReadProgress
    private let workers: SliceWorkers
    private let destination: any Destination
    private let isAlone: Bool
    private let isRunning = RunningFlag()
    /// Set when the number of records is limited.
    private let quota: RecordQuota?
    /// What failed so far.
    let failures = StreamFailures()

    var name: String { selection.stream.name }

    init(
        _ selection: StreamSelection,
        run: SourceRun,
        isAlone: Bool,
        destination: any Destination,
        output: MessageOutput,
        progress: ReadProgress,
        workers: SliceWorkers
    ) {
        self.selection = selection
        self.run = run
        self.output = output
        self.progress = progress
        self.workers = workers
        self.destination = destination
        self.isAlone = isAlone
        quota = run.context.options.recordLimit.map(RecordQuota.init)
    }

    /// Reads the stream to its end, or as far as possible.
    ///
    /// - Parameter executor: where requests ahead run best, for the parents that the slices are made of.
    func read(on executor: (any TaskExecutor)?) async {
        let uptime = run.context.clock.uptime
        progress.update(name) { stream in
            stream.phase = .reading
            stream.began = uptime()
        }
        output.log(.info, "Stream \(name): reading.")
        output.status(.started, stream: name)
        do {
            let reading = try await StreamReading.open(
                selection.stream,
                run: run,
                state: selection.state,
                catalogCursorField: selection.catalogCursorField
            )
            let writer = try await destination.begin(described(reading))
            let (parentState, fault) = await readSlices(of: reading, into: writer, on: executor)
            try await end(reading, writer, parentState, fault)
        } catch {
            report(EngineFailure.from(error))
            output.status(.incomplete, stream: name)
        }
        progress.update(name) { stream in
            stream.phase = failures.isEmpty ? .complete : .failed
            stream.ended = uptime()
        }
        output.flush()
    }

    private func described(_ reading: StreamReading) -> DestinationStream {
        DestinationStream(
            name: name,
            schema: { try await reading.schema() },
            primaryKey: selection.stream.primaryKey,
            isAlone: isAlone
        )
    }

    // MARK: Slices

    /// Reads slice after slice.
    ///
    /// - Returns: the state of the parents, and why slices could not be made.
    private func readSlices(
        of reading: StreamReading,
        into writer: any StreamWriter,
        on executor: (any TaskExecutor)?
    ) async -> (parentState: JSONObject?, fault: (any Error)?) {
        await withDiscardingTaskGroup { group in
            do {
                let state = try await reading.generateSlices(on: executor) { slice in
                    try checkGoingOn()
                    await workers.slots.acquire()
                    do { try checkGoingOn() } catch {
                        workers.slots.release()
                        throw error
                    }
                    let executor = workers.executors.next()
                    group.addTask(executorPreference: executor) {
                        await read(slice, reading, into: writer, on: executor)
                        workers.slots.release()
                    }
                }
                return (state, nil)
            } catch {
                if quota?.isUsedUp == true { group.cancelAll() }
                return (nil, error)
            }
        }
    }

    /// Throws when no further slice is to be read.
    private func checkGoingOn() throws {
        try quota?.check()
        try Task.checkCancellation()
        if let failure = destination.failure { throw failure }
        // A slice that failed after some records does not mean that there is nothing to read.
        if run.context.options.keepsGoing || isRunning.hasBegun { return }
        if let failure = failures.hopelessness { throw failure }
    }

    private func read(
        _ slice: StreamSlice,
        _ reading: StreamReading,
        into writer: any StreamWriter,
        on executor: (any TaskExecutor)?
    ) async {
        progress.update(name) { stream in
            stream.slices += 1
            stream.slice = slice
        }
        do {
            try await write(slice, reading, to: writer, on: executor)
        } catch {
            reading.cursor?.fail(slice)
            if quota?.isUsedUp == true { return }
            let failure = EngineFailure.from(error).at(slice)
            failures.noteFailedSlice(failure)
            return report(failure)
        }
        failures.noteReadSlice()
        guard let state = reading.cursor?.stateAfterClose(uptime: run.context.clock.uptime()) else { return }
        do { try await commit(state, to: writer) } catch { report(EngineFailure.from(error)) }
    }

    private func write(
        _ slice: StreamSlice,
        _ reading: StreamReading,
        to writer: any StreamWriter,
        on executor: (any TaskExecutor)?
    ) async throws {
        let sliceWriter = try await writer.beginSlice()
        do {
            try await reading.withPages(of: slice, on: executor) { pages in
                for try await page in pages { try await write(page.records, to: sliceWriter) }
            }
            await sliceWriter.end()
        } catch {
            await sliceWriter.end()
            throw error
        }
    }

    private func write(_ records: [Record], to writer: any SliceWriter) async throws {
        let count = quota?.take(upTo: records.count) ?? records.count
        if count > 0 {
            if isRunning.begin() { output.status(.running, stream: name) }
            try await writer.write(records[..<count])
            progress.update(name) { $0.records += count }
        }
        try quota?.check()
    }

    // MARK: End

    private func end(
        _ reading: StreamReading,
        _ writer: any StreamWriter,
        _ parentState: JSONObject?,
        _ fault: (any Error)?
    ) async throws {
        let isCut = quota?.isUsedUp ?? false
        if let fault, !isCut { reportFinal(EngineFailure.from(fault)) }
        if let rest = failures.rest {
            log(rest)
            if failures.isFlooded { output.error(rest, stream: name) }
        }
        if failures.isEmpty, !isCut { tellFindings(of: reading) }
        let records = progress.current.first { $0.name == name }?.records ?? 0
        let remark = isCut ? " (the limit)" : failures.isEmpty ? "" : ", incomplete"
        output.log(.info, "Stream \(name): \(records) records read\(remark).")
        output.status(failures.isEmpty ? .complete : .incomplete, stream: name)
        // What a limit cut off is unread, so there is no final state.
        if !isCut {
            let parents = fault == nil ? parentState : try? await reading.initialParentState()
            try await commit(reading.finalState(parentState: parents, generationFailed: fault != nil), to: writer)
        }
        try await writer.end(isComplete: failures.isEmpty && !isCut)
    }

    private func commit(_ state: JSONObject, to writer: any StreamWriter) async throws {
        output.debug("Stream \(name): the state is now \(JSONValue.object(state).text)")
        try await writer.commit(state)
    }

    // MARK: Failures

    /// Reports settings that match nothing; in a strict run they fail the stream.
    private func tellFindings(of reading: StreamReading) {
        for text in reading.findingTexts {
            if run.context.options.isStrict {
                reportFinal(EngineFailure(.config, "\(text)."))
            } else {
                output.log(.warn, "Stream \(name): \(text).")
                progress.update(name) { $0.warnings.append(text) }
            }
        }
    }

    private func report(_ failure: EngineFailure) {
        // Whoever ended the run early knows; the status alone says that the stream is incomplete.
        if Task.isCancelled { return failures.addFinal(failure) }
        let telling = failures.add(failure)
        if telling == .whole { log(failure) }
        if telling != .counted { output.error(failure, stream: name) }
    }

    private func reportFinal(_ failure: EngineFailure) {
        failures.addFinal(failure)
        if Task.isCancelled { return }
        log(failure)
        output.error(failure, stream: name)
    }

    private func log(_ failure: EngineFailure) { output.failed(failure, stream: name) }
}

/// Recognizes the first record of a stream.
private final class RunningFlag: Sendable {
    private let isSet = Atomic(false)

    var hasBegun: Bool { isSet.load(ordering: .relaxed) }

    /// True once.
    func begin() -> Bool {
        guard !isSet.load(ordering: .relaxed) else { return false }
        return !isSet.exchange(true, ordering: .relaxed)
    }
}
