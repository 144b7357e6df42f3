import Dates
import Diagnostics
import JSON
import ManifestEngineTesting
import Synchronization
import TestSupport
import Testing

@testable import AirbyteProtocol

@Suite("MessageOutput")
struct MessageOutputTests {
    /// Keeps each write apart.
    private final class ChunkDestination: ByteDestination {
        private let content = Mutex<[String]>([])

        var chunks: [String] { content.withLock { $0 } }

        func write(_ bytes: UnsafeBufferPointer<UInt8>) {
            content.withLock { $0.append(String(decoding: bytes, as: UTF8.self)) }
        }
    }

    /// Fails every time, and counts.
    private final class BrokenDestination: ByteDestination {
        struct Broken: Error {}

        private let attempts = Mutex(0)

        var count: Int { attempts.withLock { $0 } }

        func write(_ bytes: UnsafeBufferPointer<UInt8>) throws {
            attempts.withLock { $0 += 1 }
            throw Broken()
        }
    }

    private static let now = 1_789_041_600_000

    private static func clock() throws -> TestClock { try TestClock("2026-09-10T12:00:00Z") }

    private static func records(_ output: MessageOutput, stream: String, count: Int) throws -> RecordLines {
        let lines = output.recordLines(stream: stream).take()
        for id in 0..<count { lines.append(try Record(json: "{\"id\":\(id)}")) }
        return lines
    }

    // MARK: Order and counts

    @Test("states come after the records handed over before, and count those since the last one of the stream")
    func stateCounts() throws {
        let destination = MemoryDestination()
        let output = MessageOutput(to: destination, clock: try Self.clock(), secrets: SecretMask())
        try output.write(Self.records(output, stream: "a", count: 2))
        try output.write(Self.records(output, stream: "b", count: 1))
        output.state(stream: "a", ["x": 1])
        output.state(stream: "a", ["x": 2])
        try output.write(Self.records(output, stream: "a", count: 1))
        output.state(stream: "b", [:])
        output.state(stream: "a", ["x": 3])
        output.flush()
        let short = try destination.messages().map { message in
            guard let state = message["state"] else { return message["record"]?["stream"]?.string ?? "-" }
            let name = state["stream"]?["stream_descriptor"]?["name"]?.string ?? "-"
            return "\(name) \((state["sourceStats"]?["recordCount"] ?? .null).text)"
        }
        #expect(short == ["a", "a", "b", "a 2.0", "a 0.0", "a", "b 1.0", "a 1.0"])
    }

    @Test("times are whole milliseconds in errors, others in the protocol's form")
    func times() throws {
        let destination = MemoryDestination()
        let output = MessageOutput(to: destination, clock: try Self.clock(), secrets: SecretMask())
        output.status(.started, stream: "a")
        output.error(EngineFailure(.system, "no"))
        let times = try destination.messages().map { ($0["trace"]?["emitted_at"] ?? .null).text }
        #expect(times == ["\(Self.now).0", "\(Self.now)"])
    }

    @Test("a held-back stream says so")
    func rateLimited() throws {
        let destination = MemoryDestination()
        let output = MessageOutput(to: destination, clock: try Self.clock(), secrets: SecretMask())
        output.rateLimited(stream: "a")
        let status = Messages.streamStatus(.running, stream: "a", isRateLimited: true, now: Double(Self.now))
        #expect(destination.lines == [status.text])
    }

    @Test("only records are written when records are asked for")
    func recordsOnly() throws {
        let destination = MemoryDestination()
        let logs = Notes()
        let output = MessageOutput(
            to: destination,
            format: .records,
            clock: try Self.clock(),
            secrets: SecretMask(),
            logs: { level, text in logs.add("\(level.rawValue) \(text)") }
        )
        output.log(.info, "hello")
        output.status(.running, stream: "a")
        try output.write(Self.records(output, stream: "a", count: 1))
        try output.write(Self.records(output, stream: "a", count: 2))
        output.error(EngineFailure(.system, "no"))
        #expect(destination.text == "{\"id\":0}\n")
        output.state(stream: "a", [:])
        #expect(destination.text == "{\"id\":0}\n{\"id\":0}\n{\"id\":1}\n")
        #expect(logs.lines == ["INFO hello"])
    }

    @Test("a very long log line is cut")
    func longLog() throws {
        let logs = Notes()
        let output = MessageOutput(
            to: MemoryDestination(),
            clock: try Self.clock(),
            secrets: SecretMask(),
            logs: { _, text in logs.add(text) }
        )
        output.log(.info, String(repeating: "x", count: 1_000_000))
        output.log(.info, String(repeating: "x", count: MessageOutput.longestLog))
        #expect(logs.lines.map(\.count) == [MessageOutput.longestLog + 1, MessageOutput.longestLog])
    }

    // MARK: Secrets

    @Test("secrets are masked in log lines and in errors of a stream, in message and detail")
    func secrets() throws {
        let destination = MemoryDestination()
        let mask = SecretMask(["s3cret"])
        let logs = Notes()
        let output = MessageOutput(
            to: destination,
            clock: try Self.clock(),
            secrets: mask,
            logs: { _, text in logs.add(text) }
        )
        mask.add("late")
        output.log(.info, "key s3cret and late")
        output.error(EngineFailure(.config, "not with s3cret", detail: "sent late"), stream: "a")
        output.flush()
        #expect(
            destination.lines == [
                #"{"type":"LOG","log":{"level":"INFO","message":"key **** and ****"}}"#,
                Messages.error(
                    EngineFailure(.config, "not with ****", detail: "sent ****"),
                    stream: "a",
                    now: Self.now
                ).text,
            ]
        )
        #expect(logs.lines == ["key **** and ****"])
    }

    @Test("lighter log lines than asked for are dropped", arguments: LogLevel.allCases)
    func levels(lowest: LogLevel) throws {
        let destination = MemoryDestination()
        let output = MessageOutput(
            to: destination,
            clock: try Self.clock(),
            secrets: SecretMask(),
            lowestLevel: lowest
        )
        for level in LogLevel.allCases { output.log(level, "x") }
        output.flush()
        let levels = try destination.messages().compactMap { $0["log"]?["level"]?.string }
        #expect(levels == LogLevel.allCases.drop { $0 != lowest }.map(\.rawValue))
    }

    @Test("a changed configuration goes to the caller and out at once, as it is")
    func config() throws {
        let destination = MemoryDestination()
        let configs = Notes()
        let output = MessageOutput(
            to: destination,
            clock: try Self.clock(),
            secrets: SecretMask(["new"]),
            onConfig: { configs.add(JSONValue.object($0).text) }
        )
        output.log(.info, "first")
        output.configChanged(["token": "new"])
        #expect(configs.lines == [#"{"token":"new"}"#])
        #expect(destination.lines.last == Messages.config(["token": "new"], now: Double(Self.now)).text)
    }

    // MARK: Writing out

    @Test("little is gathered for a while, then written out together")
    func interval() async throws {
        let destination = ChunkDestination()
        let clock = try Self.clock()
        let output = MessageOutput(to: destination, clock: clock, secrets: SecretMask())
        output.send(1)
        #expect(destination.chunks == ["1\n"])
        output.send(2)
        try await clock.sleep(seconds: 0.1, for: .budget)
        output.send(3)
        #expect(destination.chunks.count == 1)
        try await clock.sleep(seconds: 0.15, for: .budget)
        output.send(4)
        #expect(destination.chunks == ["1\n", "2\n3\n4\n"])
        output.send(5)
        output.flush()
        output.flush()
        #expect(destination.chunks == ["1\n", "2\n3\n4\n", "5\n"])
    }

    @Test(
        "a terminal gets each message at once; so does everybody with those that must not wait",
        arguments: [true, false]
    )
    func atOnce(isTerminal: Bool) throws {
        let destination = ChunkDestination()
        let output = MessageOutput(
            to: destination,
            clock: try Self.clock(),
            secrets: SecretMask(),
            flushesAtOnce: isTerminal
        )
        for number in 1...3 { output.send(.integer(number), flush: !isTerminal) }
        #expect(destination.chunks == ["1\n", "2\n", "3\n"])
    }

    @Test("large runs of records are written after what is gathered, and every write ends with a line")
    func large() throws {
        let destination = ChunkDestination()
        let output = MessageOutput(to: destination, clock: try Self.clock(), secrets: SecretMask())
        output.send(1)
        output.send(2)
        let lines = try Self.records(output, stream: "a", count: 1500)
        try output.write(lines)
        #expect(destination.chunks.count == 3)
        #expect(destination.chunks.prefix(2) == ["1\n", "2\n"])
        #expect(lines.count == 0)
        for _ in 0..<3000 { output.send(["text": "some words to fill the buffer"]) }
        output.flush()
        #expect(destination.chunks.count == 5)
        #expect(destination.chunks.allSatisfy { $0.hasSuffix("\n") })
        #expect(destination.chunks.joined().split(separator: "\n").count == 4502)
    }

    @Test("nothing is written for no records")
    func noRecords() throws {
        let destination = ChunkDestination()
        let output = MessageOutput(to: destination, clock: try Self.clock(), secrets: SecretMask())
        try output.write(output.recordLines(stream: "a").take())
        #expect(destination.chunks.isEmpty)
    }

    @Test("a destination that fails is asked once, and records are refused from then on")
    func broken() throws {
        let destination = BrokenDestination()
        let output = MessageOutput(to: destination, clock: try Self.clock(), secrets: SecretMask(), flushesAtOnce: true)
        #expect(output.failure == nil)
        output.send(1)
        #expect(output.failure is BrokenDestination.Broken)
        output.send(2)
        for count in [1, 2000] {
            #expect(throws: BrokenDestination.Broken.self) {
                try output.write(Self.records(output, stream: "a", count: count))
            }
        }
        #expect(destination.count == 1)
    }
}
