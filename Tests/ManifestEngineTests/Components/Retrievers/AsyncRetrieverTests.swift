import Diagnostics
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("AsyncRetriever")
struct AsyncRetrieverTests {
    private static func yaml(_ more: String = "") -> String {
        """
        creation_requester: {url: "http://api/jobs", http_method: POST}
        polling_requester: {url: "http://api/jobs/{{ creation_response.id }}"}
        status_extractor: {type: DpathExtractor, field_path: [status]}
        status_mapping: {running: [working], completed: [done], failed: [broken], timeout: [late], skipped: [nothing]}
        download_requester: {url: "http://api/rows"}
        abort_requester: {url: "http://api/abort"}
        delete_requester: {url: "http://api/delete"}
        record_selector: {extractor: {field_path: []}}
        \(more)
        """
    }

    /// The statuses of jobs, each the response to one look; then the rows.
    private static func transport(_ statuses: [JSONValue], rows: JSONValue = [["id": 1]]) -> StubTransport {
        var entries: [JSONValue] = [["request": ["path": "/jobs"], "response": ["body": ["id": "j"]]]]
        entries += statuses.map { status in
            ["request": ["path": "/jobs/j"], "times": 1, "response": ["body": ["status": status]]]
        }
        entries.append(["request": ["path": "/rows"], "response": ["body": rows]])
        entries.append(["request": ["path": "/abort"], "response": ["body": [:]]])
        entries.append(["request": ["path": "/delete"], "response": ["body": [:]]])
        return StubTransport(.array(entries))
    }

    /// The paths that were requested, and how many records came or how it failed.
    private func read(
        _ transport: StubTransport,
        _ more: String = "",
        clock: TestClock
    ) async throws -> (paths: [String], result: Result<Int, EngineFailure>) {
        let stream = try DeclarativeStream(
            fields: "name: s\nretriever:\n  type: AsyncRetriever\n"
                + Self.yaml(more).split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
        )
        let run = SliceRun(
            StreamSlice(),
            streamName: "s",
            source: try StreamSample.run(transport, clock: clock)
        )
        let selection = RecordSelection(stream, tracker: nil, context: run.context, scope: run.makeScope())
        var count = 0
        do {
            for try await page in try stream.retriever.pages(of: run, selecting: selection) {
                count += page.records.count
            }
        } catch {
            return (transport.seen.map { String($0.request.url.dropFirst("http://api".count)) }, .failure(.from(error)))
        }
        return (transport.seen.map { String($0.request.url.dropFirst("http://api".count)) }, .success(count))
    }

    @Test(
        "what becomes of a job",
        arguments: [
            (["done"], ["/jobs", "/jobs/j", "/rows", "/delete"], 0.0),
            (["working", "working", "done"], ["/jobs", "/jobs/j", "/jobs/j", "/jobs/j", "/rows", "/delete"], 10),
            (["nothing"], ["/jobs", "/jobs/j"], 0),
            (["broken", "done"], ["/jobs", "/jobs/j", "/jobs", "/jobs/j", "/rows", "/delete"], 5),
            (["late", "done"], ["/jobs", "/jobs/j", "/abort", "/jobs", "/jobs/j", "/rows", "/delete"], 5),
        ] as [([String], [String], Double)]
    )
    func jobs(_ statuses: [String], _ paths: [String], _ waited: Double) async throws {
        let clock = try TestClock("2026-09-10T12:00:00Z")
        let (found, result) = try await read(Self.transport(statuses.map(JSONValue.string)), clock: clock)
        #expect(found == paths)
        #expect(try result.get() == (statuses == ["nothing"] ? 0 : 1))
        #expect(clock.uptime() == waited)
    }

    @Test("three jobs of a slice may fail; the failure says how the last one did")
    func givenUp() async throws {
        let clock = try TestClock("2026-09-10T12:00:00Z")
        let (paths, result) = try await read(Self.transport(["broken", "late", "broken"]), clock: clock)
        #expect(paths.count { $0 == "/jobs" } == 3)
        guard case .failure(let failure) = result else {
            Issue.record("it did not fail")
            return
        }
        #expect(failure.type == .system)
        #expect(failure.message == "The job failed in 3 attempts: the API says that it has failed.")
    }

    @Test("a job that has failed is replaced after the time that the manifest says")
    func retryWait() async throws {
        let clock = try TestClock("2026-09-10T12:00:00Z")
        let more = "failed_retry_wait_time_in_seconds: \"{{ 60 + 1 }}\""
        _ = try await read(Self.transport(["broken", "late", "done"]), more, clock: clock)
        #expect(clock.uptime() == 66)
    }

    @Test(
        "a job that takes too long is aborted and replaced",
        arguments: [("polling_job_timeout: 1", 65.0), ("", 3605)]
    )
    func timeout(_ more: String, _ waited: Double) async throws {
        let clock = try TestClock("2026-09-10T12:00:00Z")
        let looks = Int(waited / 5)
        let statuses = Array(repeating: JSONValue.string("working"), count: looks + 1) + ["done"]
        let (paths, result) = try await read(Self.transport(statuses), more, clock: clock)
        #expect(try result.get() == 1)
        #expect(paths.count { $0 == "/abort" } == 1)
        #expect(clock.uptime() == waited + 5)
    }

    @Test("a status that no list has is waited on, and fails the slice after its records")
    func unknown() async throws {
        let clock = try TestClock("2026-09-10T12:00:00Z")
        let (paths, result) = try await read(Self.transport([.null, "done"]), clock: clock)
        #expect(paths == ["/jobs", "/jobs/j", "/jobs/j", "/rows", "/delete"])
        guard case .failure(let failure) = result else {
            Issue.record("it did not fail")
            return
        }
        #expect(failure.message.contains("the status 'None', which is in no list of 'status_mapping'"))
    }

    @Test("a request for the status that fails is not repeated beyond what the error handler says")
    func refusedPoll() async throws {
        let clock = try TestClock("2026-09-10T12:00:00Z")
        let transport = StubTransport([
            ["request": ["path": "/jobs"], "response": ["body": ["id": "j"]]],
            ["request": ["path": "/jobs/j"], "response": ["status": 404, "body": [:]]],
        ])
        let (paths, result) = try await read(transport, clock: clock)
        #expect(paths == ["/jobs", "/jobs/j"])
        guard case .failure(let failure) = result else {
            Issue.record("it did not fail")
            return
        }
        #expect(failure.message.contains("404"))
    }

    @Test("no more jobs run at once than the source allows", arguments: [1, 3])
    func limit(_ count: Int) async throws {
        let places = AsyncLimiter(count)
        for _ in 0..<count { await places.acquire() }
        places.release()
        await places.acquire()
        let source = SourceRun(context: TokenRun().context, jobs: count)
        for _ in 0..<count { await source.jobPlaces.acquire() }
    }

    @Test(
        "finds what is wrong in the manifest",
        arguments: [
            (
                "download_target_requester: {url: \"http://api/t\"}",
                "'download_target_requester' needs 'download_target_extractor'"
            ),
            ("failed_retry_wait_time_in_seconds: 0", "failed_retry_wait_time_in_seconds"),
            ("polling_job_timeout: soon", "polling_job_timeout"),
        ]
    )
    func faults(_ more: String, _ text: String) throws {
        let faults = try AsyncRetriever.diagnostics(yaml: Self.yaml(more))
        #expect(faults.contains { $0.rendered.contains(text) }, "\(faults.map(\.rendered))")
    }
}
