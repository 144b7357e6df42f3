import Diagnostics
import JSON
import Jinja
import Manifest

/// The pages that the job of a slice makes: creates the job, waits for it, downloads target after target.
final class AsyncJobPages: PageReader {
    private let retriever: AsyncRetriever
    private let patience: AsyncJobPatience
    private let run: SliceRun
    private let selection: RecordSelection
    /// The job that has completed, and what is still to be downloaded of it, the next one last.
    private var work: (job: AsyncJob, targets: [JSONValue])?
    private var download: Pages?
    private var hasBegun = false
    /// The status that no list of `status_mapping` has.
    private var unknownStatus: String?

    init(_ retriever: AsyncRetriever, _ patience: AsyncJobPatience, _ run: SliceRun, _ selection: RecordSelection) {
        self.retriever = retriever
        self.patience = patience
        self.run = run
        self.selection = selection
    }

    func next() async throws -> Page? {
        if !hasBegun {
            hasBegun = true
            if let job = try await completeJob() {
                work = (job, try await retriever.jobs.targets(of: job, run).reversed())
            }
        }
        while let work {
            if let page = try await download?.next() { return page }
            guard let target = work.targets.last else { return try await end(work.job) }
            self.work?.targets.removeLast()
            download = pages(of: target, work.job)
        }
        return nil
    }

    func stop() async { await download?.stop() }

    private func end(_ job: AsyncJob) async throws -> Page? {
        work = nil
        try await retriever.jobs.delete(job, run)
        guard let unknownStatus else { return nil }
        throw Self.unknown(unknownStatus)
    }

    private func pages(of target: JSONValue, _ job: AsyncJob) -> Pages {
        let download = SliceRun(run) { [run] scope in job.set(in: scope, run, target: target) }
        return retriever.downloads.pages(of: download, selecting: selection)
    }

    // MARK: The job

    /// Creates jobs until one has completed; nil when there is nothing to download.
    private func completeJob() async throws -> AsyncJob? {
        let places = run.source.jobPlaces
        await places.acquire()
        defer { places.release() }
        var last = ""
        for attempt in 1...AsyncJobPatience.attempts {
            try Task.checkCancellation()
            switch try await outcome() {
            case .completed(let job): return job
            case .skipped: return nil
            case .failed(let text, let wait):
                last = text
                warn(text)
                guard attempt < AsyncJobPatience.attempts else { break }
                try await sleep(max(wait, AsyncJobPatience.pollInterval))
            }
        }
        throw EngineFailure(.system, "The job failed in \(AsyncJobPatience.attempts) attempts: \(last)")
    }

    /// What becomes of a job.
    private enum Outcome {
        case completed(AsyncJob)
        case skipped
        /// - Parameter wait: seconds until another one is created.
        case failed(String, wait: Double)
    }

    private func outcome() async throws -> Outcome {
        var job: AsyncJob
        do { job = try await retriever.jobs.create(for: run) } catch {
            let failure = EngineFailure.from(error)
            if failure.type == .config || error is CancellationError { throw error }
            return .failed("it could not be created: \(failure.message)", wait: 0)
        }
        while true {
            switch try await poll(&job) {
            case .completed: return .completed(job)
            case .skipped: return .skipped
            case .failed: return .failed("the API says that it has failed.", wait: patience.retryWait)
            case .timeout: return try await giveUp(job, "the API says that it took too long.")
            case .running: break
            }
            guard run.context.clock.uptime() - job.began <= patience.timeout else {
                return try await giveUp(job, "it took longer than \(Int(patience.timeout / 60)) minutes.")
            }
            try await sleep(AsyncJobPatience.pollInterval)
        }
    }

    private func poll(_ job: inout AsyncJob) async throws -> AsyncJobStatusMap.Meaning {
        let polled = try await retriever.jobs.poll(job, run)
        run.context.messages.debug("Stream \(run.streamName): the status of the job is '\(polled.status)'")
        guard let meaning = polled.meaning else {
            if unknownStatus == nil { warn("its status '\(polled.status)' is not in 'status_mapping'.") }
            unknownStatus = polled.status
            return .running
        }
        if meaning == .completed { job.completion = try JobResponse(polled.response) }
        return meaning
    }

    /// Aborts a job that takes too long.
    private func giveUp(_ job: AsyncJob, _ reason: String) async throws -> Outcome {
        do { try await retriever.jobs.abort(job, run) } catch {
            if error is CancellationError { throw error }
            warn("it could not be aborted: \(EngineFailure.from(error).message)")
        }
        return .failed(reason, wait: 0)
    }

    private func sleep(_ seconds: Double) async throws {
        try await run.context.clock.sleep(seconds: seconds, for: .job)
    }

    private func warn(_ text: String) {
        let slice = run.slice.summary
        let job = "Stream \(run.streamName): the job\(slice.isEmpty ? "" : " of the slice \(slice)"): \(text)"
        run.context.messages.log(.warn, run.context.secrets.masked(job))
    }

    private static func unknown(_ status: String) -> EngineFailure {
        EngineFailure(
            .system,
            "A job had the status '\(status)', which is in no list of 'status_mapping'. Its records are complete.",
            detail: "Add the status to one of the lists."
        )
    }
}
