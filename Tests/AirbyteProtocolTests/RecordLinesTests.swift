import Dates
import Diagnostics
import JSON
import ManifestEngineTesting
import Testing

@testable import AirbyteProtocol

@Suite("RecordLines")
struct RecordLinesTests {
    private static func output(_ clock: TestClock, _ format: MessageOutput.Format = .messages) -> MessageOutput {
        MessageOutput(to: MemoryDestination(), format: format, clock: clock, secrets: SecretMask())
    }

    @Test("a record is one line with its stream and time")
    func line() throws {
        let lines = Self.output(try TestClock("2026-09-10T12:00:00Z")).recordLines(stream: "say \"a\"").take()
        lines.append(try Record(json: #"{"id":1}"#))
        lines.append(Record(["id": 2]))
        #expect(
            lines.bytes.text == """
                {"type":"RECORD","record":{"stream":"say \\"a\\"","data":{"id":1},"emitted_at":1789041600000}}
                {"type":"RECORD","record":{"stream":"say \\"a\\"","data":{"id":2},"emitted_at":1789041600000}}

                """
        )
        #expect(lines.count == 2)
    }

    @Test("the time is taken when asked for, not for each record")
    func stamp() async throws {
        let clock = try TestClock("2026-09-10T12:00:00Z")
        let lines = Self.output(clock).recordLines(stream: "a").take()
        try await clock.sleep(seconds: 1.5, for: .budget)
        lines.append(Record(["id": 1]))
        lines.stamp()
        lines.append(Record(["id": 2]))
        let times = lines.bytes.text.split(separator: "\n").map { $0.dropLast(2).suffix(13) }
        #expect(times == ["1789041600000", "1789041601500"])
    }

    @Test("with several streams and without messages a line names the stream")
    func named() throws {
        let output = Self.output(try TestClock("2026-09-10T12:00:00Z"), .records)
        let lines = output.recordLines(stream: "say \"a\"", isAlone: false).take()
        lines.append(Record(["id": 1]))
        lines.stamp()
        lines.append(Record(["id": 2]))
        let text = #"{"stream":"say \"a\"","data":{"id":1}}"# + "\n" + #"{"stream":"say \"a\"","data":{"id":2}}"# + "\n"
        #expect(lines.bytes.text == text)
    }

    @Test("without messages a line is the record alone")
    func records() throws {
        let lines = Self.output(try TestClock("2026-09-10T12:00:00Z"), .records).recordLines(stream: "a").take()
        lines.append(Record(["id": 1]))
        lines.stamp()
        lines.append(Record(["id": 2]))
        #expect(lines.bytes.text == "{\"id\":1}\n{\"id\":2}\n")
    }

    @Test("lines are full at 256 KiB and empty after they were handed over")
    func full() throws {
        let output = Self.output(try TestClock("2026-09-10T12:00:00Z"), .records)
        let lines = output.recordLines(stream: "a").take()
        let record = Record(["text": .string(String(repeating: "x", count: 1013))])
        for _ in 0..<255 { lines.append(record) }
        #expect(!lines.isFull)
        for _ in 0..<2 { lines.append(record) }
        #expect(lines.isFull)
        try output.write(lines)
        #expect(!lines.isFull)
        #expect(lines.count == 0)
        #expect(lines.bytes.count == 0)
    }

    @Test("lines that come back are empty and carry the new time when they are taken again")
    func pool() async throws {
        let clock = try TestClock("2026-09-10T12:00:00Z")
        let pool = Self.output(clock).recordLines(stream: "a")
        let first = pool.take()
        let other = pool.take()
        #expect(first !== other)
        first.append(Record(["id": 1]))
        pool.give(first)
        try await clock.sleep(seconds: 1, for: .budget)
        let again = pool.take()
        #expect(again === first)
        #expect(again.count == 0)
        again.append(Record(["id": 2]))
        #expect(
            again.bytes.text == #"{"type":"RECORD","record":{"stream":"a","data":{"id":2},"emitted_at":1789041601000}}"#
                + "\n"
        )
    }

    @Test("lines that grew very large are let go")
    func swollen() throws {
        let pool = Self.output(try TestClock("2026-09-10T12:00:00Z")).recordLines(stream: "a")
        let lines = pool.take()
        lines.append(Record(["text": .string(String(repeating: "x", count: 5_000_000))]))
        pool.give(lines)
        #expect(pool.take() !== lines)
    }
}
