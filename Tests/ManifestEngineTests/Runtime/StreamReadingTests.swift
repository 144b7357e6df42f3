import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("StreamReading")
struct StreamReadingTests {
    private func slices(_ stream: DeclarativeStream, state: JSONObject? = nil) async throws -> [String] {
        let reading = try StreamReading(stream, run: StreamSample.run(StubTransport([])), state: state)
        var slices: [String] = []
        try await reading.generateSlices { slices.append(JSONValue.object($0.merged).text) }
        return slices
    }

    @Test("without router and cursor there is one slice")
    func one() async throws {
        #expect(try await slices(StreamSample.stream()) == ["{}"])
    }

    @Test("a router gives one slice for each partition")
    func router() async throws {
        let list = "partition_router: {type: ListPartitionRouter, values: [a, b], cursor_field: id}"
        #expect(try await slices(StreamSample.stream(retriever: list)) == [#"{"id":"a"}"#, #"{"id":"b"}"#])
    }

    @Test("a stream without a cursor says so in its state", arguments: [true, false])
    func noCursor(generationFailed: Bool) throws {
        let reading = try StreamReading(StreamSample.stream(), run: StreamSample.run(StubTransport([])), state: nil)
        let state = reading.finalState(generationFailed: generationFailed)
        #expect(JSONValue.object(state).text == #"{"__ab_no_cursor_state_message":true}"#)
    }
}
