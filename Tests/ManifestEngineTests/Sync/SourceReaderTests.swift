import AirbyteProtocol
import Config
import Diagnostics
import JSON
import ManifestEngine
import ManifestEngineTesting
import TestSupport
import Testing

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
        _ responses: JSONValue,
        catalog: String? = nil,
        states: StateInput = StateInput(),
        workers: Int = 1,
        options: RunOptions = RunOptions()
    ) async throws -> Outcome {
        let destination = MemoryDestination()
        let clock = try TestClock("2026-09-10T12:00:00Z")
        let output = MessageOutput(to: destination, clock: clock, secrets: SecretMask())
        let context = RunContext(
            config: [:],
            transport: StubTransport(responses),
            clock: clock,
            messages: output,
            options: options
        )
        let progress = ReadProgress(streams.map(\.name))
        let emitted = Notes()
        let reader = SourceReader(
            run: SourceRun(context: context, workers: workers, streams: streams),
            output: output,
            destination: ProtocolDestination(output) { name, state in
                emitted.add("\(name) \(JSONValue.object(state).text)")
            },
            progress: progress
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
        let responses: JSONValue = [
            StreamSample.page([["id": 1]], path: "/a"), StreamSample.refusal("/b"),
            StreamSample.page([["id": 3]], path: "/c"),
        ]
        let outcome = try await read(streams, responses, workers: workers)
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
                "LOG FATAL These streams are incomplete:\nb: \(reason)",
                "all ERROR These streams are incomplete:\nb: \(reason)",
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
        let message = "catalog.json: the catalog names the stream 'itmes', which does not exist"
        #expect(outcome.failures.first?.contains(message) == true)
        #expect(outcome.lines.last?.hasPrefix("all ERROR These streams are incomplete:\nitmes: ") == true)
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

    // MARK: Many slices that fail

    private static func partitioned(_ count: Int) throws -> DeclarativeStream {
        let values = (1...count).map(String.init).joined(separator: ", ")
        return try DeclarativeStream(
            fields: """
                name: items
                retriever:
                  requester: {url: "http://api/{{ stream_partition.id }}"}
                  record_selector: {extractor: {field_path: [items]}}
                  partition_router: {type: ListPartitionRouter, values: [\(values)], cursor_field: id}
                """
        )
    }

    private static let forbidden: JSONValue = [["response": ["status": 403]]]

    @Test("a stream whose first twenty slices fail in one way gives up, and says little")
    func givesUp() async throws {
        let outcome = try await read([Self.partitioned(500)], Self.forbidden)
        let errors = outcome.lines(of: "items").filter { $0.hasPrefix("items ERROR") }
        #expect(errors.count == 21)
        #expect(errors[20].hasPrefix("items ERROR Gave up: the first 20 slices all failed in the same way"))
        #expect(outcome.failures.last == "items: 15 more slices failed: 15 × HTTP 403 (config_error)")
        #expect(outcome.lines.count { $0.contains("The request failed and is not retried:") } == 20)
        #expect(outcome.lines(of: "items").contains("items INCOMPLETE"))
        #expect(outcome.failures.count == 7)
    }

    @Test("a run that keeps going reads every slice, and says little all the same")
    func keepsGoing() async throws {
        var options = RunOptions()
        options.keepsGoing = true
        let outcome = try await read([Self.partitioned(500)], Self.forbidden, options: options)
        #expect(outcome.failures.last == "items: 495 more slices failed: 495 × HTTP 403 (config_error)")
        #expect(outcome.lines(of: "items").count { $0.hasPrefix("items ERROR") } == 51)
        #expect(outcome.lines.count < 90)
    }

    @Test("one slice that can be read keeps the stream going")
    func oneIsRead() async throws {
        let fine: JSONValue = ["request": ["path": "/7"], "response": ["body": ["items": [["id": 7]]]]]
        let outcome = try await read([Self.partitioned(100)], [fine, ["response": ["status": 403]]])
        #expect(outcome.lines(of: "items").contains(#"items {"id":7}"#))
        #expect(outcome.failures.last == "items: 94 more slices failed: 94 × HTTP 403 (config_error)")
    }

    @Test("slices that fail after records keep the stream going")
    func failsLater() async throws {
        let values = (1...50).map(String.init).joined(separator: ", ")
        let stream = try DeclarativeStream(
            fields: """
                name: items
                retriever:
                  requester: {url: "http://api/{{ stream_partition.id }}"}
                  record_selector: {extractor: {field_path: [items]}}
                  \(StreamSample.paginator)
                  partition_router: {type: ListPartitionRouter, values: [\(values)], cursor_field: id}
                """
        )
        let responses: JSONValue = [
            ["request": ["query": ["page": "2"]], "response": ["status": 403]],
            ["response": ["body": ["items": [["id": 1]], "next": 2]]],
        ]
        let outcome = try await read([stream], responses)
        #expect(outcome.lines(of: "items").count { $0 == #"items {"id":1}"# } == 50)
    }

    // MARK: Limits

    @Test("a limit ends the stream in order, before the state of what was cut off", arguments: [1, 4])
    func limit(workers: Int) async throws {
        var options = RunOptions()
        options.recordLimit = 3
        let page: JSONValue = [
            "response": ["body": ["items": [["id": 1, "at": "2026-09-02"], ["id": 2, "at": "2026-09-02"]]]]
        ]
        let stream = try StreamSample.stream("items", StreamSample.cursor)
        let outcome = try await read([stream], [page], workers: workers, options: options)
        #expect(outcome.lines(of: "items").count { $0.contains(#""id""#) } == 3)
        #expect(outcome.lines(of: "items").last == "items COMPLETE")
        #expect(outcome.failures.isEmpty)
        #expect(outcome.phases == [.complete])
        // One worker reads the first day to its end.
        #expect(outcome.states.count <= 1)
    }

    @Test("no page is requested beyond a limit")
    func limitOfPages() async throws {
        var options = RunOptions()
        options.recordLimit = 2
        let stream = try StreamSample.stream(retriever: StreamSample.paginator)
        let outcome = try await read([stream], [StreamSample.page([["id": 1], ["id": 2]], next: 2)], options: options)
        #expect(outcome.failures.isEmpty)
        #expect(outcome.lines.contains("LOG INFO Stream items: 2 records read (the limit)."))
        #expect(outcome.states.isEmpty)
    }

    // MARK: Settings that find nothing

    private static let elsewhere: JSONValue = [["response": ["body": ["itmes": [["id": 1]]]]]]

    @Test("a setting that finds nothing is a warning, and everything else stays as it is")
    func finding() async throws {
        let outcome = try await read([StreamSample.stream()], Self.elsewhere)
        let warnings = outcome.lines.filter { $0.hasPrefix("LOG WARN") }
        #expect(warnings.count == 1)
        #expect(warnings.first?.hasPrefix("LOG WARN Stream items: field_path [items] (") == true)
        #expect(outcome.lines(of: "items") == ["items STARTED", "items COMPLETE", "items STATE \(Self.noCursor) 0.0"])
        #expect(outcome.failures.isEmpty)
    }

    @Test("in a strict run it fails the stream")
    func strict() async throws {
        var options = RunOptions()
        options.isStrict = true
        let outcome = try await read([StreamSample.stream()], Self.elsewhere, options: options)
        #expect(outcome.lines(of: "items").suffix(2) == ["items INCOMPLETE", "items STATE \(Self.noCursor) 0.0"])
        #expect(outcome.failures.first?.hasPrefix("items: field_path [items] (") == true)
        #expect(outcome.phases == [.failed])
    }
}
