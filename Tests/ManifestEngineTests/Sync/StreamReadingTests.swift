import JSON
import ManifestEngine
import ManifestEngineTesting
import Testing

@Suite("StreamReading")
struct StreamReadingTests {
    private func slices(_ stream: DeclarativeStream, state: JSONObject? = nil) async throws -> [String] {
        let reading = try await StreamReading.open(stream, run: StreamSample.run(StubTransport([])), state: state)
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

    @Test(
        "returns the state of its parents before they are read, as far as it follows them",
        arguments: [
            ("", cursor, cursor, nil, "{}"), ("incremental_dependency: true", cursor, "", nil, "{}"),
            ("incremental_dependency: true", "", cursor, nil, #"{"parents":{"__ab_no_cursor_state_message":true}}"#),
            ("incremental_dependency: true", cursor, cursor, nil, #"{"parents":{"u":"2026-09-01"}}"#),
            (
                "incremental_dependency: true", cursor, cursor, ["parent_state": ["parents": ["u": "2026-09-04"]]],
                #"{"parents":{"u":"2026-09-04"}}"#
            ),
        ] as [(String, String, String, JSONObject?, String)]
    )
    func parents(_ dependency: String, _ parent: String, _ own: String, _ state: JSONObject?, _ expected: String)
        async throws
    {
        let requester = "requester: {url: \"http://h\"}, record_selector: {extractor: {field_path: []}}"
        let router = """
            partition_router: {type: SubstreamPartitionRouter, parent_stream_configs: [{parent_key: id, \
            partition_field: id, stream: {name: parents, retriever: {\(requester)}, \(parent)}, \(dependency)}]}
            """
        let stream = try StreamSample.stream(retriever: router, own)
        let reading = try await StreamReading.open(stream, run: StreamSample.run(StubTransport([])), state: state)
        #expect(try await reading.initialParentState().map(JSONValue.object)?.text == expected)
    }

    private static let cursor =
        "incremental_sync: {type: DatetimeBasedCursor, cursor_field: u, datetime_format: \"%Y-%m-%d\", "
        + "start_datetime: \"2026-09-01\"}"

    @Test("a stream without a cursor says so in its state", arguments: [true, false])
    func noCursor(generationFailed: Bool) async throws {
        let reading = try await StreamReading.open(
            StreamSample.stream(),
            run: StreamSample.run(StubTransport([])),
            state: nil
        )
        let state = reading.finalState(generationFailed: generationFailed)
        #expect(JSONValue.object(state).text == #"{"__ab_no_cursor_state_message":true}"#)
    }
}
