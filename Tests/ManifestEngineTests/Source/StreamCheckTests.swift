import Dates
import Diagnostics
import HTTP
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("StreamCheck")
struct StreamCheckTests {
    private func check(_ stream: DeclarativeStream, _ transport: StubTransport) async throws -> EngineFailure? {
        await StreamCheck(run: try StreamSample.run(transport, isCheck: true)).failure(of: stream)
    }

    private static let many: JSONValue = [
        StreamSample.page([["id": 1]], next: 2), StreamSample.page([["id": 2]], page: "2"),
    ]

    @Test("the first record is enough: no further page and no further slice is asked for")
    func firstRecord() async throws {
        let transport = StubTransport(Self.many)
        let stream = try StreamSample.stream(retriever: StreamSample.paginator, StreamSample.cursor)
        #expect(try await check(stream, transport)?.message == nil)
        #expect(transport.seen.count == 1)
    }

    @Test("a first slice without records is fine, after all of its pages")
    func noRecords() async throws {
        let transport = StubTransport([StreamSample.page([], next: 2), StreamSample.page([], page: "2")])
        let stream = try StreamSample.stream(retriever: StreamSample.paginator, StreamSample.cursor)
        #expect(try await check(stream, transport)?.message == nil)
        #expect(transport.seen.count == 2)
    }

    @Test("no slice at all is a failure")
    func noSlices() async throws {
        let router = "partition_router: {type: ListPartitionRouter, values: [], cursor_field: id}"
        let failure = try await check(StreamSample.stream(retriever: router), StubTransport([]))
        #expect(failure?.type == .config)
        #expect(failure?.message == "there is nothing to read: no slices were found")
    }

    @Test("a response that fails the stream fails the check, with what it was")
    func refused() async throws {
        let failure = try await check(StreamSample.stream(), StubTransport([StreamSample.refusal("/items")]))
        #expect(failure?.type == .config)
        #expect(failure?.detail?.contains("result: HTTP 403") == true)
    }

    @Test("a server that accepts and never responds is given up after ten seconds")
    func silent() async throws {
        let clock = try TestClock("2026-09-10T12:00:00Z")
        let transport = SilentTransport(clock: clock)
        let run = try StreamSample.run(transport, isCheck: true, clock: clock, options: RunOptions().ofCheck)
        let failure = await StreamCheck(run: run).failure(of: try StreamSample.stream())
        #expect(failure?.message == "Gave up after 1 attempt. The last one: timed out waiting for data")
        #expect(clock.uptime() == RunOptions.checkPatience)
    }
}

/// A server that accepts requests and lets them wait until the client's time is up.
private struct SilentTransport: HTTPTransport {
    let clock: TestClock

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        try? await clock.sleep(seconds: RunOptions.checkPatience, for: .budget)
        throw TransportError(.timeout, "timed out waiting for data")
    }
}
