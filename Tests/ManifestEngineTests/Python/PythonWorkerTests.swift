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

    @Test(
        "programs and processes that a class has started do not delay the end",
        arguments: ["orphan", "forked"]
    )
    func orphan(_ mode: String) async throws {
        let failure = await #expect(throws: EngineFailure.self) {
            try await change(mode, PythonSample.worker(patience: 15))
        }
        #expect(failure?.message.contains("it exited with code 4") == true)
    }

    @Test(
        "what would end or block a program fails or does nothing",
        arguments: [
            ("leave", "SystemExit: 5"), ("interrupt", "KeyboardInterrupt: "), ("signals", nil), ("stdin", nil),
            ("much", nil),
            ("package", "No module named 'no_such_package'"), ("circle", "Circular reference detected"),
        ] as [(String, String?)]
    )
    func ends(_ mode: String, _ text: String?) async throws {
        let worker = PythonSample.worker(patience: 15)
        do {
            _ = try await change(mode, worker)
            #expect(text == nil)
        } catch let failure as EngineFailure {
            #expect(failure.message.contains(text ?? "no failure"))
        }
        #expect(try await change("plain", worker)?["config"] == "c")
    }

    @Test("values that JSON has no form for")
    func odd() async throws {
        let odd = try await change("odd", PythonSample.worker(patience: 15))?["odd"]?.array ?? []
        #expect(odd.count == 11)
        let texts = odd.dropFirst(2).dropLast(2).map(\.text)
        #expect(
            texts == [
                "1000000000000000000000000000000", "\"1.50\"", "\"2026-01-02\"", "\"2026-01-02T03:04:05.000006+00:00\"",
                "[1,2]",
                "[3]", "\"b'x'\"",
            ]
        )
    }

    @Test("imports nothing from the working directory and writes nothing beside the manifest")
    func folder() async throws {
        let found = try await change("folder", PythonSample.worker())
        #expect(found?["folder"] == false && found?["cache"] == false)
    }

    @Test(
        "a class is found by the package that its connector had",
        arguments: [
            "source_sample.components", "source_sample.components.part", "source_declarative_manifest.components",
        ]
    )
    func package(_ module: String) async throws {
        let name = "\(module).Even"
        let even = try PythonSample.component(CustomRecordFilter.self, name, prefix: "")
        #expect(try await even.apply(to: [record, Record(["id": 2])], in: PythonSample.scope()).count == 1)
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
