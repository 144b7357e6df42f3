import Foundation
import ManifestEngineTesting
import Testing

@Suite("ConformanceSuite")
struct ConformanceSuiteTests {
    /// A folder with one case of this package, changed before it is run.
    private static func with<Result>(
        _ change: (URL) throws -> Void = { _ in },
        only: String? = nil,
        _ body: (ConformanceSuite) async throws -> Result
    ) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "suite-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appending(path: "decoders"),
            withIntermediateDirectories: true
        )
        let test = folder.appending(path: "decoders/json_lines")
        try FileManager.default.copyItem(
            at: Company.package.appending(path: "conformance/decoders/json_lines"),
            to: test
        )
        try change(test)
        return try await body(ConformanceSuite(folder: folder.path, only: only))
    }

    private static func failure(_ change: (URL) throws -> Void) async throws -> ConformanceSuite.Failure? {
        try await with(change) { suite in
            await #expect(throws: ConformanceSuite.Failure.self) { try await suite.cases[0].run() }
        }
    }

    @Test("finds the cases of a folder, and runs them")
    func passes() async throws {
        try await Self.with { suite in
            #expect(suite.cases.map(\.description) == ["decoders/json_lines"])
            for test in suite.cases { try await test.run() }
        }
    }

    @Test(
        "refuses files of a case with words that mean nothing",
        arguments: [
            ("case.json", #"{"strems": ["a"]}"#, "'strems' means nothing there; did you mean 'streams'?"),
            ("case.json", "{", "case.json: it is not JSON"),
            ("api.json", "{}", "it is a list of requests and responses"),
            ("api.json", #"[{"respnse": {}}]"#, "'respnse' means nothing there; did you mean 'response'?"),
            ("api.json", #"[{"request": {"url": "/"}}]"#, "'url' means nothing there"),
            ("config.json", "nothing", "config.json: it is not JSON"),
        ]
    )
    func faults(_ name: String, _ text: String, _ expected: String) async throws {
        let error = await #expect(throws: (any Error).self) {
            try await Self.with({ try Data(text.utf8).write(to: $0.appending(path: name)) }) { suite in
                try await suite.cases[0].run()
            }
        }
        #expect(error.map { "\($0)".contains(expected) } == true, "\(String(describing: error))")
    }

    /// Replaces the text of a golden file.
    private static func edit(
        _ file: String,
        in folder: String = "expected",
        _ change: @escaping (String) -> String
    ) -> (URL) throws -> Void {
        { test in
            let file = test.appending(path: "\(folder)/\(file)")
            try Data(change(String(contentsOf: file, encoding: .utf8)).utf8).write(to: file)
        }
    }

    @Test("says what differs, where, how to run the case and how to record it")
    func fails() async throws {
        let failure = try await Self.failure { test in
            try Self.edit("records.jsonl") { $0.replacing("\"n\":1.5", with: "\"n\":2.5") }(test)
            try Self.edit("outcome.json") { $0.replacing("\"exit\": 0", with: "\"exit\": 1") }(test)
        }
        #expect(
            failure?.description == """
                decoders/json_lines is not as expected
                  decoders/json_lines/expected/outcome.json
                    exit: was 1, is 0
                  decoders/json_lines/expected/records.jsonl
                    records[1].n: was 2.5, is 1.5
                  run it alone: CASE=decoders/json_lines swift test
                  record it anew: conformance/record decoders/json_lines
                """
        )
    }

    @Test("says of a file in ours that it is not recorded", arguments: [false, true])
    func ours(_ hasRecordedDifference: Bool) async throws {
        let failure = try await Self.failure { test in
            let ours = test.appending(path: "ours")
            try FileManager.default.createDirectory(at: ours, withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                at: test.appending(path: "expected/records.jsonl"),
                to: ours.appending(path: "records.jsonl")
            )
            try Self.edit("records.jsonl", in: "ours") { $0.replacing("\"n\":1.5", with: "\"n\":1.50") }(test)
            if hasRecordedDifference {
                try Self.edit("outcome.json") { $0.replacing("\"exit\": 0", with: "\"exit\": 1") }(test)
            }
        }
        let lines = failure?.description.components(separatedBy: "\n") ?? []
        #expect(lines.contains("    records[1].n: was 1.50, is 1.5"))
        #expect(lines.contains("  record it anew: conformance/record decoders/json_lines") == hasRecordedDifference)
        #expect(
            lines.last == "  written by us, not recorded: decoders/json_lines/ours/records.jsonl; "
                + "edit it if the new result is meant, remove it if that is the one in expected"
        )
    }

    @Test("shows the first ten differences, and counts the others by file")
    func many() async throws {
        let failure = try await Self.failure(
            Self.edit("records.jsonl") { text in
                text + (1...12).map { "{\"stream\":\"others\",\"data\":\($0)}\n" }.joined()
            }
        )
        #expect(failure?.differences.count == 12)
        let lines = failure?.description.split(separator: "\n") ?? []
        #expect(lines.count { $0.contains(": missing {") } == 10)
        #expect(lines.contains("  and 2 more: 2 in decoders/json_lines/expected/records.jsonl"))
    }

    @Test(
        "misses a golden file that the recorder writes",
        arguments: ["outcome.json", "requests.jsonl", "records.jsonl", "state.json", ""]
    )
    func missing(_ file: String) async throws {
        let failure = try await Self.failure { test in
            try FileManager.default.removeItem(at: test.appending(path: "expected/\(file)"))
        }
        let path = "decoders/json_lines/expected" + (file.isEmpty ? "" : "/\(file)")
        #expect(failure?.differences.map(\.description) == ["\(path): is missing"])
        #expect(failure?.description.contains("\n  record it anew: conformance/record decoders/json_lines") == true)
    }

    @Test("names a golden file that is not JSON, and a case that cannot be run")
    func broken() async throws {
        let golden = try await Self.failure(Self.edit("state.json") { _ in "{" })
        #expect(golden?.differences.first?.file == "decoders/json_lines/expected/state.json")
        #expect(golden?.differences.first?.text.hasPrefix("is not JSON: ") == true)
        let manifest = try await Self.failure { test in
            try FileManager.default.removeItem(at: test.appending(path: "manifest.yaml"))
        }
        #expect(manifest?.differences.first?.description.hasPrefix("decoders/json_lines: cannot be run: ") == true)
    }

    @Test("takes the case that is named alone, and refuses a folder without a case")
    func choice() async throws {
        let chosen = try await Self.with(only: "decoders/json_lines") { $0.cases.map(\.description) }
        #expect(chosen == ["decoders/json_lines"])
        for (name, change) in [("decoders/other", { _ in }), (nil, FileManager.default.removeItem(at:))] {
            await #expect(throws: (any Error).self) { try await Self.with(change, only: name) { _ in } }
        }
    }
}
