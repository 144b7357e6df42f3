import Foundation
import GongSimulator
import Testing

/// What is said about a catalog, a state or a checkpoint that cannot be used.
@Suite("faults of catalog, state and checkpoint", .timeLimit(.minutes(10)))
struct InputFaultTests {
    private static let file = "input.json"

    // MARK: Catalog

    @Test(
        "a text that is not a catalog",
        arguments: [
            ("{\"streams\": [", "input.json:1:14: error[not-json]", "the catalog is not valid JSON", "check quotes"),
            (
                "{\"streems\": []}", "invalid-catalog", "input.json: the catalog has no list 'streams'",
                "leave --catalog"
            ),
            ("[]", "invalid-catalog", "no list 'streams'", "leave --catalog"),
            (
                "{\"streams\": [{\"nam\": \"users\"}]}", "invalid-catalog", "streams[0] has no stream.name",
                "each entry"
            ),
            (
                "{\"streams\": [\n  {\"stream\": {\"name\": \"users\"}, \"sync_mode\": \"incremntal\"}]}",
                "input.json:2:46: error[invalid-catalog]", "'sync_mode' is \"incremntal\"",
                "did you mean 'incremental'?"
            ),
        ]
    )
    func noCatalog(_ text: String, _ code: String, _ says: String, _ fix: String) async throws {
        try await Bench.with { bench in
            try bench.write(text, to: Self.file)
            let result = try await bench.run("read", "--catalog", Self.file)
            result.expectRefusal(5, says: [code, says, fix])
        }
    }

    @Test("a file that does not exist", arguments: ["--catalog", "--state"])
    func missing(_ option: String) async throws {
        try await Bench.with { bench in
            let result = try await bench.run("read", option, "nowhere.json")
            result.expectRefusal(5, says: ["unreadable-file", "nowhere.json", "check the path"])
        }
    }

    @Test("a stream of the catalog that does not exist fails alone; the others are read")
    func unknownStream() async throws {
        try await Bench.with { bench in
            let catalog =
                "{\"streams\": [{\"stream\": {\"name\": \"usrs\"}}, {\"stream\": {\"name\": \"scorecards\"}}]}"
            try bench.write(catalog, to: Self.file)
            let result = try await bench.run("read", "--catalog", Self.file)
            #expect(result.exit == 1)
            #expect(result.counts == ["scorecards": 6])
            #expect(result.statuses("usrs") == ["INCOMPLETE"])
            #expect(result.statuses("scorecards") == ["STARTED", "RUNNING", "COMPLETE"])
            #expect(result.errorTraces.map(\.stream) == ["usrs", nil])
            #expect(result.errorTraces.allSatisfy { $0.type == "config_error" })
            result.expectErrors(["the stream 'usrs'", "did you mean 'users'?"])
        }
    }

    @Test("a pattern of --stream that matches no stream")
    func patternWithoutMatch() async throws {
        try await Bench.with { bench in
            let result = try await bench.run("read", "--stream", "users", "--stream", "cals*")
            result.expectRefusal(2, says: ["unknown-stream", "'cals*'", "streams: users, calls, extensiveCalls"])
        }
    }

    @Test("a catalog without streams is reported as such")
    func emptyCatalog() async throws {
        try await Bench.with { bench in
            try bench.write("{\"streams\": []}", to: Self.file)
            let result = try await bench.run("read", "--catalog", Self.file)
            #expect(result.exit == 0)
            #expect(result.output.isEmpty)
            result.expectErrors(["no streams to read"])
        }
    }

    @Test("what discover prints is a catalog of all streams, read on from their states")
    func discoveredCatalog() async throws {
        try await Bench.with { bench in
            let arguments = ["discover", Bench.manifestName, "--config", Bench.configName]
            let discovered = try await bench.engine(arguments, pipeline: "> \(Self.file)")
            #expect(discovered.exit == 0)
            let first = try await bench.run("read", "--catalog", Self.file, "--checkpoint", "state.json")
            #expect(first.exit == 0, "\(first.errors)")
            #expect(Set(first.counts.keys) == Set(CommandTests.streams))
            let second = try await bench.run("read", "--catalog", Self.file, "--checkpoint", "state.json")
            #expect(second.counts["calls"] == 1)
        }
    }

    // MARK: State

    @Test(
        "text that is not a state",
        arguments: [
            ("[{", "input.json:1:3: error[not-json]", "the state is not valid JSON", "check quotes"),
            ("{\"calls\": 1}", "invalid-state", "a state file is a list of state messages, found an object", "write ["),
            ("[{}]", "invalid-state", "[0] has neither 'stream' nor 'global'", "as `read` writes them"),
            ("[{\"stream\": {}}]", "invalid-state", "[0] has no stream_descriptor.name", "name the stream"),
            (
                "[{\"stream\": {\"stream_descriptor\": {\"name\": \"calls\"}, \"stream_state\": 5}}]", "invalid-state",
                "the stream_state of 'calls' is an integer instead of an object", "restore the file"
            ),
        ],
        ["--state", "--checkpoint"]
    )
    func noState(_ row: (text: String, code: String, says: String, fix: String), _ option: String) async throws {
        try await Bench.with { bench in
            try bench.write(row.text, to: Self.file)
            let result = try await bench.run("read", option, Self.file)
            result.expectRefusal(5, says: [row.code, row.says, row.fix])
            #expect(try bench.text(of: Self.file) == row.text, "a corrupt file is left as it is")
            #expect(await bench.simulator.requests().isEmpty)
        }
    }

    @Test("an empty state file", arguments: ["", "\n"])
    func emptyState(_ text: String) async throws {
        try await Bench.with { bench in
            try bench.write(text, to: Self.file)
            let result = try await bench.run("read", "--state", Self.file)
            result.expectRefusal(5, says: ["invalid-state", "input.json: the state file is empty", "write []"])
            #expect(await bench.simulator.requests().isEmpty)
        }
    }

    private static func state(_ stream: String, _ started: String) -> String {
        "[{\"type\": \"STREAM\", \"stream\": {\"stream_descriptor\": {\"name\": \"\(stream)\"}, "
            + "\"stream_state\": {\"started\": \"\(started)\"}}}]"
    }

    @Test("a cursor value that cannot be read fails its stream; the others are read")
    func unreadableCursor() async throws {
        try await Bench.with { bench in
            try bench.write(Self.state("calls", "yesterday"), to: Self.file)
            let result = try await bench.run("read", "--state", Self.file, "--stream", "calls", "--stream", "users")
            #expect(result.exit == 1)
            #expect(result.counts == ["users": 12])
            #expect(result.statuses("calls").last == "INCOMPLETE")
            #expect(result.errorTraces.first?.stream == "calls")
            #expect(result.errorTraces.first?.type == "config_error")
            result.expectErrors(["'started'", "\"yesterday\"", "clear it to read from the start"])
        }
    }

    @Test("a misspelt name of a state is pointed out, with its place")
    func misspeltState() async throws {
        try await Bench.with { bench in
            let text = Self.state("calls", "2024-09-01T00:00:00Z").replacing("stream_state", with: "stream_stat")
            try bench.write(text, to: Self.file)
            let result = try await bench.run("read", "--state", Self.file, "--stream", "users")
            #expect(result.exit == 0)
            result.expectErrors([
                "input.json:1:72: warning[unknown-key]", "'stream_stat'", "did you mean 'stream_state'?",
            ])
        }
    }

    @Test("a fault of a catalog on one long line shows its place alone")
    func longCatalog() async throws {
        try await Bench.with { bench in
            let schema = String(repeating: "x", count: 100_000)
            let start = "{\"streams\": [{\"stream\": {\"name\": \"users\", \"json_schema\": {\"a\": \"\(schema)\"}}, "
            try bench.write(start + "\"sync_mode\": \"incremntal\", \"x\": \"\(schema)\"}]}", to: Self.file)
            let result = try await bench.run("read", "--catalog", Self.file)
            result.expectRefusal(5, says: ["'sync_mode' is \"incremntal\"", "^^^^^^^^^^^^"])
            #expect(result.errors.utf8.count < 2000)
        }
    }

    @Test("the state of a stream that does not exist is reported and ignored")
    func stateOfUnknownStream() async throws {
        try await Bench.with { bench in
            try bench.write(Self.state("callz", "2024-09-01T00:00:00Z"), to: Self.file)
            let result = try await bench.run("read", "--state", Self.file, "--stream", "users")
            #expect(result.exit == 0)
            result.expectErrors([
                "warning[unknown-stream]", "the state names the stream 'callz'", "did you mean 'calls'?",
            ])
        }
    }

    // MARK: Checkpoint

    @Test("a checkpoint that cannot be kept is reported before anything is read")
    func unwritableCheckpoint() async throws {
        try await Bench.with { bench in
            let result = try await bench.run("read", "--checkpoint", "nowhere/state.json")
            result.expectRefusal(5, says: ["unwritable-file", "nowhere/state.json", "check that the folder exists"])
            #expect(await bench.simulator.requests().isEmpty)
        }
    }

    @Test("a folder as checkpoint")
    func folderAsCheckpoint() async throws {
        try await Bench.with { bench in
            let result = try await bench.run("read", "--checkpoint", bench.folder.path)
            result.expectRefusal(5, says: ["unwritable-file", "it is a folder", "name a file, not a folder"])
        }
    }
}
