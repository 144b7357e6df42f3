import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("SourceReader")
struct SourceReaderTests {
    /// What a read wrote and gave back.
    private struct Outcome {
        let lines: [String]
        let failures: [String]
        let phases: [ReadProgress.Phase]
        let states: [String]

        /// The messages about one stream.
        func lines(of name: String) -> [String] { lines.filter { $0.hasPrefix("\(name) ") } }
    }

    /// A message in short: the stream and what is said about it.
    private static func short(_ message: JSONValue) -> String {
        if let record = message["record"] {
            return "\(record["stream"]?.string ?? "-") \((record["data"] ?? .null).text)"
        }
        if let state = message["state"]?["stream"] {
            let count = message["state"]?["sourceStats"]?["recordCount"] ?? .null
            return "\(name(state)) STATE \((state["stream_state"] ?? .null).text) \(count.text)"
        }
        if let status = message["trace"]?["stream_status"] {
            return "\(name(status)) \(status["status"]?.string ?? "-")"
        }
        if let error = message["trace"]?["error"] { return "\(name(error)) ERROR \(error["message"]?.string ?? "-")" }
        return "LOG \(message["log"]?["level"]?.string ?? "-") \(message["log"]?["message"]?.string ?? "-")"
    }

    private static func name(_ value: JSONValue) -> String {
        value["stream_descriptor"]?["name"]?.string ?? "all"
    }

    private func read(
        _ streams: [DeclarativeStream],
        _ answers: JSONValue,
        catalog: String? = nil,
        states: StateInput = StateInput(),
        workers: Int = 1
    ) async throws -> Outcome {
        let destination = MemoryDestination()
        let clock = try TestClock("2026-09-10T12:00:00Z")
        let output = MessageOutput(to: destination, clock: clock, secrets: SecretMask())
        let context = RunContext(config: [:], transport: StubTransport(answers), clock: clock, messages: output)
        let progress = ReadProgress(streams.map(\.name))
        let emitted = Notes()
        let reader = SourceReader(
            run: SourceRun(context: context, workers: workers, streams: streams),
            output: output,
            progress: progress,
            onState: { name, state in emitted.add("\(name) \(JSONValue.object(state).text)") }
        )
        let choice = try StreamChoice(streams).selections(
            catalog: catalog.map {
                try ConfiguredCatalog(InputFile(name: "catalog.json", bytes: Array($0.utf8), role: "catalog"))
            },
            catalogName: "catalog.json",
            patterns: [],
            states: states
        )
        let failures = await reader.read(choice)
        output.flush()
        return Outcome(
            lines: try destination.messages().map(Self.short),
            failures: failures.map { "\($0.stream): \($0.failure.message)" },
            phases: progress.current.map(\.phase),
            states: emitted.lines
        )
    }

    private static let noCursor = #"{"__ab_no_cursor_state_message":true}"#

    @Test("one stream: the statuses in order, records before the state that counts them")
    func one() async throws {
        let outcome = try await read([StreamSample.stream()], [StreamSample.page([["id": 1], ["id": 2]])])
        #expect(
            outcome.lines == [
                "LOG INFO Stream items: reading.", "items STARTED", "items RUNNING", #"items {"id":1}"#,
                #"items {"id":2}"#, "LOG INFO Stream items: 2 records read.", "items COMPLETE",
                "items STATE \(Self.noCursor) 2.0",
            ]
        )
        #expect(outcome.failures.isEmpty)
        #expect(outcome.phases == [.complete])
        #expect(outcome.states == ["items \(Self.noCursor)"])
    }

    @Test("a stream without records never runs, but is complete")
    func empty() async throws {
        let outcome = try await read([StreamSample.stream()], [StreamSample.page([])])
        #expect(outcome.lines(of: "items") == ["items STARTED", "items COMPLETE", "items STATE \(Self.noCursor) 0.0"])
    }

    @Test("the others complete when one stream fails", arguments: [1, 3])
    func oneFails(workers: Int) async throws {
        let streams = try ["a", "b", "c"].map { try StreamSample.stream($0) }
        let answers: JSONValue = [
            StreamSample.page([["id": 1]], path: "/a"), StreamSample.refusal("/b"),
            StreamSample.page([["id": 3]], path: "/c"),
        ]
        let outcome = try await read(streams, answers, workers: workers)
        for (name, id) in [("a", 1), ("c", 3)] {
            #expect(
                outcome.lines(of: name) == [
                    "\(name) STARTED", "\(name) RUNNING", "\(name) {\"id\":\(id)}", "\(name) COMPLETE",
                    "\(name) STATE \(Self.noCursor) 1.0",
                ]
            )
        }
        let reason = try #require(outcome.failures.first).dropFirst("b: ".count)
        #expect(outcome.failures.count == 1)
        #expect(
            outcome.lines(of: "b") == [
                "b STARTED", "b ERROR \(reason)", "b INCOMPLETE", "b STATE \(Self.noCursor) 0.0",
            ]
        )
        #expect(outcome.phases == [.complete, .failed, .complete])
        #expect(
            outcome.lines.suffix(2) == [
                "LOG FATAL These streams were not read to their end:\nb: \(reason)",
                "all ERROR These streams were not read to their end:\nb: \(reason)",
            ]
        )
    }

    @Test("an unknown stream in the catalog fails alone")
    func unknown() async throws {
        let catalog = #"{"streams":[{"stream":{"name":"itmes"}},{"stream":{"name":"items"}}]}"#
        let outcome = try await read([StreamSample.stream()], [StreamSample.page([["id": 1]])], catalog: catalog)
        #expect(outcome.lines(of: "items").contains("items COMPLETE"))
        #expect(outcome.lines(of: "itmes").map { $0.prefix(16) } == ["itmes ERROR erro", "itmes INCOMPLETE"])
        #expect(outcome.failures.count == 1)
        let message = "catalog.json: the catalog names the stream 'itmes', which is not there"
        #expect(outcome.failures.first?.contains(message) == true)
        #expect(outcome.lines.last?.hasPrefix("all ERROR These streams were not read to their end:\nitmes: ") == true)
    }

    @Test("a state that cannot be used fails its stream only")
    func badState() async throws {
        let streams = [try StreamSample.stream("a", StreamSample.cursor), try StreamSample.stream("b")]
        var states = StateInput()
        states.set(["at": "yesterday"], for: "a")
        let outcome = try await read(streams, [StreamSample.page([["id": 1]], path: "/b")], states: states)
        let lines = outcome.lines(of: "a")
        #expect(lines.count == 3)
        #expect(lines.first == "a STARTED")
        #expect(lines.last == "a INCOMPLETE")
        #expect(outcome.lines(of: "b").contains("b COMPLETE"))
        #expect(outcome.phases == [.failed, .complete])
    }
}
