import Foundation
import GongSimulator
import JSON
import Testing

/// What the commands print and return when all is well.
@Suite("the commands", .timeLimit(.minutes(10)))
struct CommandTests {
    static let streams = ["users", "calls", "extensiveCalls", "scorecards", "answeredScorecards", "callTranscripts"]

    // MARK: spec, check, discover

    @Test("spec: the connection specification, without a configuration")
    func spec() async throws {
        try await Bench.with { bench in
            let result = try await bench.run("spec")
            #expect(result.exit == 0)
            #expect(result.errors.isEmpty)
            let specification = try #require(result.messages.first?["spec"]?["connectionSpecification"])
            #expect(specification["required"]?.array?.compactMap(\.string) == ["credentials"])
            #expect(specification["properties"]?["start_date"] != nil)
        }
    }

    @Test("check: succeeds with one request")
    func check() async throws {
        try await Bench.with { bench in
            let result = try await bench.run("check")
            #expect(result.exit == 0)
            #expect(
                result.lines == ["{\"type\":\"CONNECTION_STATUS\",\"connectionStatus\":{\"status\":\"SUCCEEDED\"}}"]
            )
            #expect(await bench.simulator.requests().map(\.path) == ["/v2/users"])
        }
    }

    @Test("discover: all streams with keys, cursors and schemas, without a request")
    func discover() async throws {
        try await Bench.with { bench in
            let result = try await bench.run("discover")
            #expect(result.exit == 0)
            let entries = try #require(result.messages.first?["catalog"]?["streams"]?.array)
            #expect(entries.compactMap { $0["name"]?.string } == Self.streams)
            #expect(entries.allSatisfy { $0["json_schema"]?["properties"] != nil })
            let calls = try #require(entries.first { $0["name"]?.string == "calls" })
            #expect(calls["default_cursor_field"]?.array?.compactMap(\.string) == ["started"])
            #expect(calls["source_defined_primary_key"]?.text == "[[\"id\"]]")
            #expect(await bench.simulator.requests().isEmpty)
        }
    }

    // MARK: read

    @Test("read: every record of the company, private calls and their transcripts left out")
    func read() async throws {
        try await Bench.with { bench in
            let result = try await bench.run("read")
            #expect(result.exit == 0, "\(result.errors)")
            let counts = bench.simulator.workspace.counts()
            let open = counts.calls - counts.privateCalls
            let expected = [
                "users": counts.users, "calls": open, "extensiveCalls": open, "scorecards": 6,
                "answeredScorecards": counts.manualReviews, "callTranscripts": counts.publicTranscripts,
            ]
            #expect(result.counts == expected)
            #expect(counts.privateCalls > 0)
            #expect(Self.streams.allSatisfy { result.statuses($0) == ["STARTED", "RUNNING", "COMPLETE"] })
            #expect(result.errorTraces.isEmpty)

            let calls = (0..<counts.calls).map(bench.simulator.workspace.call(at:))
            let hidden = Set(calls.filter(\.isPrivate).map(\.id.description))
            let shown = ["calls", "extensiveCalls"].flatMap(result.records).compactMap { $0["id"]?.string }
            #expect(shown.count == 2 * open)
            #expect(hidden.isDisjoint(with: shown))
            #expect(hidden.isDisjoint(with: result.records("callTranscripts").compactMap { $0["callId"]?.string }))
            let asked = await bench.simulator.requests().filter { $0.path == "/v2/calls/transcript" }.map(\.bodyText)
            #expect(!asked.isEmpty)
            #expect(!asked.contains { text in hidden.contains { text.contains($0) } })
        }
    }

    @Test(
        "--stream reads what the patterns fit",
        arguments: [("call*", ["calls", "callTranscripts"]), ("u?ers", ["users"])]
    )
    func patterns(_ pattern: String, _ expected: [String]) async throws {
        try await Bench.with { bench in
            let result = try await bench.run("read", "--stream", pattern)
            #expect(result.exit == 0)
            #expect(Set(result.counts.keys) == Set(expected))
        }
    }

    @Test("--format records names the stream when there are several")
    func namedRecords() async throws {
        try await Bench.with { bench in
            let result = try await bench.run(
                "read",
                "--stream",
                "*sers",
                "--stream",
                "scorecards",
                "--format",
                "records"
            )
            #expect(result.exit == 0)
            let names = result.messages.compactMap { $0["stream"]?.string }
            #expect(names.count { $0 == "users" } == 12)
            #expect(names.count { $0 == "scorecards" } == 6)
            #expect(result.messages.allSatisfy { $0["data"]?.object != nil && $0.object?.count == 2 })
        }
    }

    @Test("--format records prints nothing but the records")
    func bareRecords() async throws {
        try await Bench.with { bench in
            let result = try await bench.run("read", "--stream", "users", "--format", "records", "--quiet")
            #expect(result.exit == 0)
            #expect(result.errors.isEmpty)
            #expect(result.lines.count == 12)
            #expect(result.messages.allSatisfy { $0["emailAddress"]?.string != nil && $0["type"] == nil })
        }
    }

    @Test("--limit: no more records of each stream, no state of what was cut off, exit code 0")
    func limit() async throws {
        try await Bench.with { bench in
            let result = try await bench.run("read", "--stream", "users", "--stream", "calls", "--limit", "3")
            #expect(result.exit == 0, "\(result.errors)")
            #expect(result.counts == ["users": 3, "calls": 3])
            #expect(result.statuses("users").last == "COMPLETE")
            #expect(!result.types.contains("STATE"))
            let wrong = try await bench.run("read", "--limit", "0")
            #expect(wrong.exit == 2)
            wrong.expectErrors(["--limit needs a number of records"])
        }
    }

    @Test("--strict: a field_path that finds nothing fails the stream, which is a warning without it")
    func strict() async throws {
        try await Bench.with { bench in
            try bench.editManifest("field_path: [users]", "field_path: [usres]")
            let plain = try await bench.run("read", "--stream", "users")
            #expect(plain.exit == 0)
            plain.expectErrors(["warn: Stream users: field_path [usres] (gong.yaml:"])
            let strict = try await bench.run("read", "--stream", "users", "--strict")
            #expect(strict.exit == 1)
            #expect(strict.statuses("users").last == "INCOMPLETE")
            strict.expectErrors(["error: users: field_path [usres] (gong.yaml:"])
        }
    }

    @Test("read: a setting without effect is a message with its place, and a line on standard error")
    func idleSetting() async throws {
        try await Bench.with { bench in
            let old = "type: DatetimeBasedCursor\n    start_datetime:"
            let new = "type: DatetimeBasedCursor\n    global_substream_cursor: ①true\n    start_datetime:"
            let place = try #require(try bench.editManifest(old, new))
            let result = try await bench.run("read", "--stream", "calls")
            #expect(result.exit == 0)
            let text =
                "gong.yaml:\(place.line):\(place.column): warning[no-effect]: 'global_substream_cursor' has no effect"
            result.expectErrors([text])
            let warnings = result.messages.filter { $0["log"]?["level"]?.string == "WARN" }
            #expect(warnings.contains { $0["log"]?["message"]?.string?.hasPrefix(text) == true })
        }
    }

    @Test("--quiet keeps errors")
    func quiet() async throws {
        try await Bench.with({ $0.faults = [Fault(.status(400), path: "/v2/users")] }) { bench in
            let result = try await bench.run("read", "--stream", "users", "--stream", "scorecards", "--quiet")
            #expect(result.exit == 1)
            #expect(result.counts == ["scorecards": 6])
            result.expectErrors(["error: users: ", "HTTP 400"])
            #expect(!result.errors.contains("scorecards"))
        }
    }

    // MARK: --checkpoint

    @Test("--checkpoint: the second run begins where the first ended")
    func checkpoint() async throws {
        try await Bench.with { bench in
            let first = try await bench.run("read", "--stream", "calls", "--checkpoint", "state.json")
            #expect(first.exit == 0, "\(first.errors)")
            let kept = try JSONValue(parsing: bench.text(of: "state.json"))
            let stream = kept.array?.first?["stream"]
            let times = first.records("calls").compactMap { $0["started"]?.string }
            let last = try #require(times.max())
            let cursor = try #require(stream?["stream_state"]?["started"]?.string)
            #expect(stream?["stream_descriptor"]?["name"]?.string == "calls")
            #expect(cursor.hasPrefix(last.prefix(19)))
            #expect(try bench.fileNames == [Bench.configName, Bench.manifestName, "state.json"])

            bench.simulator.resetCounts()
            let second = try await bench.run("read", "--stream", "calls", "--checkpoint", "state.json")
            #expect(second.exit == 0)
            #expect(second.records("calls").count == 1)
            let begins = await bench.simulator.requests().compactMap { request in
                request.queryItems.first { $0.name == "fromDateTime" }?.value
            }
            let start = try #require(Instant(iso8601: last))
            #expect(
                begins.compactMap(Instant.init(iso8601:)).map { $0.microseconds / 1_000_000 } == [
                    start.microseconds / 1_000_000
                ]
            )
            #expect(try JSONValue(parsing: bench.text(of: "state.json")) == kept)
        }
    }

    @Test("--checkpoint: what a failing read reached is kept, and other streams' entries stay")
    func checkpointOfFailure() async throws {
        try await Bench.with({ $0.faults = [Fault(.status(400), path: "/v2/calls", frequency: .times(1))] }) { bench in
            let streams = ["--stream", "calls", "--stream", "extensiveCalls", "--checkpoint", "state.json"]
            let arguments = ["read", Bench.manifestName, "--config", Bench.configName] + streams
            let first = try await bench.engine(arguments)
            #expect(first.exit == 1)
            let kept = try JSONValue(parsing: bench.text(of: "state.json")).array ?? []
            let states = kept.compactMap { $0["stream"] }
            let extensive = states.first { $0["stream_descriptor"]?["name"]?.string == "extensiveCalls" }
            #expect(extensive?["stream_state"]?["startdatetime"]?.string != nil)

            let second = try await bench.engine(arguments)
            #expect(second.exit == 0, "\(second.errors)")
            let open = bench.simulator.workspace.counts().calls - bench.simulator.workspace.counts().privateCalls
            #expect(second.counts["calls"] == open)
            #expect(second.counts["extensiveCalls"] == 1)
        }
    }

    // MARK: --update-config

    @Test("without options too, the file keeps a rotated refresh token, so that the next run can log in")
    func rotation() async throws {
        try await Bench.with { bench in
            let secret = "client-secret-that-must-not-show"
            let text = JSONValue.object(bench.oauthConfig).text
            try bench.write(text.replacing(secret, with: "${CLIENT_SECRET}"), to: Bench.configName)
            // So that the second run refreshes as well.
            let expired = ["--set", "credentials.token_expiry_date=2020-01-01T00:00:00Z"]
            var tokens = Set(Bench.secrets.suffix(1))
            for run in 1...2 {
                let inputs = ["read", Bench.manifestName, "--config", Bench.configName]
                let result = try await bench.engine(
                    inputs + ["--stream", "users", "--set", "num_workers=2"] + expired,
                    environment: ["CLIENT_SECRET": secret]
                )
                #expect(result.exit == 0, "run \(run): \(result.errors)")
                #expect(result.counts == ["users": 12])
                let config = try JSONValue(parsing: bench.text(of: Bench.configName))
                let token = try #require(config["credentials"]?["refresh_token"]?.string)
                #expect(tokens.insert(token).inserted, "run \(run): the refresh token was not replaced")
                #expect(config["start_date"]?.string == "2024-07-01T00:00:00Z")
                #expect(config["credentials"]?["client_secret"]?.string == "${CLIENT_SECRET}")
                #expect(config["num_workers"] == nil)
                #expect(try bench.fileNames == [Bench.configName, Bench.manifestName])
            }
        }
    }

    @Test("with --no-update-config the file stays as it is, and the new configuration is a message")
    func noUpdate() async throws {
        try await Bench.with { bench in
            try bench.writeConfig(bench.oauthConfig)
            let before = try bench.text(of: Bench.configName)
            let result = try await bench.run("read", "--stream", "users", "--no-update-config")
            #expect(result.exit == 0, "\(result.errors)")
            #expect(result.types.contains("CONTROL"))
            #expect(try bench.text(of: Bench.configName) == before)
        }
    }
}
