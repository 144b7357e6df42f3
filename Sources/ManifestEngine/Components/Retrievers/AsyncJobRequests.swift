import Diagnostics
import HTTP
import JSON
import Jinja
import Manifest

/// The requests about the jobs of an `AsyncRetriever`, and what their responses say.
struct AsyncJobRequests: Sendable {
    let creation: any Requester
    let polling: any Requester
    let targets: (any Requester)?
    let abortion: (any Requester)?
    let deletion: (any Requester)?
    let decoder: any Decoder
    let statusExtractor: any Extractor
    let targetExtractor: (any Extractor)?
    let statuses: AsyncJobStatusMap

    /// Creates a job for a slice.
    func create(for run: SliceRun) async throws -> AsyncJob {
        let sent = try await send(creation, run, run.makeScope())
        guard !sent.isPassedOver else {
            throw EngineFailure(
                .system,
                "The request that creates a job got status \(sent.response.status), which the error handler ignores.",
                detail: run.shown(sent.request)
            )
        }
        return AsyncJob(creation: try JobResponse(sent), began: run.context.clock.uptime())
    }

    /// Asks for the status of a job.
    ///
    /// - Returns: the status in the words of the API, what it means (nil when it is unknown), and the response.
    func poll(_ job: AsyncJob, _ run: SliceRun) async throws -> (
        status: String, meaning: AsyncJobStatusMap.Meaning?, response: SentResponse
    ) {
        let scope = job.scope(run)
        let sent = try await send(polling, run, scope)
        let status = try await values(of: sent, by: statusExtractor, in: scope).first
        let text = status.map { $0.isNull ? "None" : $0.pythonText } ?? "None"
        return (text, statuses.meaning(of: text), sent)
    }

    /// What is to be downloaded of a job that has completed.
    func targets(of job: AsyncJob, _ run: SliceRun) async throws -> [JSONValue] {
        guard let targetExtractor else { return [.string("")] }
        let scope = job.scope(run)
        guard let targets else {
            guard let completion = job.completion else { return [] }
            return try await values(of: completion.sent, by: targetExtractor, in: scope)
        }
        scope.setSlice(.object(SliceObject(StreamSlice())))
        return try await values(of: send(targets, run, scope), by: targetExtractor, in: scope)
    }

    /// Ends a job that is no longer wanted, if the manifest says how.
    func abort(_ job: AsyncJob, _ run: SliceRun) async throws {
        if let abortion { _ = try await send(abortion, run, job.scope(run)) }
    }

    /// Deletes a job whose records were read, if the manifest says how.
    func delete(_ job: AsyncJob, _ run: SliceRun) async throws {
        if let deletion { _ = try await send(deletion, run, job.scope(run)) }
    }

    private func send(_ requester: any Requester, _ run: SliceRun, _ scope: Scope) async throws -> SentResponse {
        try await run.source.requests(of: requester).send(
            in: scope,
            run: run.source,
            pathToken: nil,
            injected: RequestParts(),
            wantsPieces: false
        )
    }

    private func values(
        of sent: SentResponse,
        by extractor: any Extractor,
        in scope: Scope
    ) async throws -> [JSONValue] {
        let decoder = extractor.ownDecoder ?? decoder
        let page = try decoder.decode(sent.response, recordDepth: extractor.recordDepth)
        return try await extractor.extract(from: page, in: scope)
    }
}
