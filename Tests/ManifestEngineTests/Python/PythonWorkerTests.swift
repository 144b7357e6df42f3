import Diagnostics
import JSON
import Jinja
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("PythonWorker", .enabled(if: PythonSample.isThere))
struct PythonWorkerTests {
    private let record = Record(["id": 1])

    private func change(_ mode: String, _ worker: PythonWorker) async throws -> JSONObject? {
        let change = try PythonSample.component(CustomTransformation.self, "Change", "mode: \(mode)", worker: worker)
        return try await change.apply(to: [record], in: PythonSample.scope()).first?.members
    }

    @Test("one process runs many calls side by side, each with its own reply")
    func many() async throws {
        let worker = PythonSample.worker()
        let even = try PythonSample.component(CustomRecordFilter.self, "Even", worker: worker)
        try await withThrowingTaskGroup(of: [JSONValue?].self) { group in
            for number in 0..<200 {
                group.addTask {
                    let records = (0..<3).map { Record(["id": .integer(number * 3 + $0)]) }
                    return try await even.apply(to: records, in: PythonSample.scope()).map { $0.members["id"] }
                }
            }
            var found: [Int] = []
            for try await ids in group { found += ids.compactMap { $0?.integer } }
            #expect(found.sorted() == Array(stride(from: 0, to: 600, by: 2)))
        }
        let pids = [try await change("pid", worker)?["pid"], try await change("pid", worker)?["pid"]]
        #expect(pids[0]?.integer != nil && pids[0] == pids[1])
    }

    @Test(
        "an exception fails its call, with the traceback",
        arguments: [
            ("fail", FailureType.system, "failed: ValueError: cannot change 1"),
            ("traced", .config, "the account is closed"),
        ]
    )
    func exception(_ mode: String, _ type: FailureType, _ text: String) async throws {
        let failure = await #expect(throws: EngineFailure.self) { try await change(mode, PythonSample.worker()) }
        #expect(failure?.type == type)
        #expect(failure?.message.hasSuffix(text) == true)
        #expect(failure?.detail?.contains("in transform") == true)
    }

    @Test("the end of the process fails what waits for it, with its last words, and the next call starts another one")
    func crash() async throws {
        let worker = PythonSample.worker()
        let before = try await change("pid", worker)?["pid"]
        let failure = await #expect(throws: EngineFailure.self) { try await change("exit", worker) }
        #expect(failure?.message.contains("it exited with code 3") == true)
        #expect(failure?.detail?.contains("the last words") == true)
        let after = try await change("pid", worker)?["pid"]
        #expect(after?.integer != nil && after != before)
    }

    @Test("a call that does not return fails, and the others go on")
    func hang() async throws {
        let worker = PythonSample.worker(patience: 5)
        let failure = await #expect(throws: EngineFailure.self) { try await change("hang", worker) }
        #expect(failure?.message.hasSuffix("did not return within 5.0 s.") == true)
        #expect(try await change("plain", worker)?["config"] == "c")
    }

    @Test("what a class prints is no reply")
    func printing() async throws {
        #expect(try await change("print", PythonSample.worker())?["id"] == 1)
    }

    @Test("a call ends with its task")
    func cancelled() async throws {
        let task = Task { try await change("hang", PythonSample.worker()) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test("large records of any letters come back whole")
    func large() async throws {
        let text = String(repeating: "äö\u{1F600}\\\"\n\u{2028}", count: 100_000)
        let even = try PythonSample.component(CustomRecordFilter.self, "Even")
        let kept = try await even.apply(to: [Record(["id": 2, "text": .string(text)])], in: PythonSample.scope())
        #expect(kept.first?.members["text"] == .string(text))
    }

    @Test("an interpreter that does not exist is a fault of the configuration")
    func missing() async throws {
        let failure = await #expect(throws: EngineFailure.self) {
            try await change("plain", PythonWorker("no-such-python", folder: ""))
        }
        #expect(failure?.type == .config)
        #expect(failure?.message == "The Python program 'no-such-python' cannot be started: No such file or directory.")
    }
}
