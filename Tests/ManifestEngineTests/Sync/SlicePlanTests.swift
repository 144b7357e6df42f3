import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("SlicePlan")
struct SlicePlanTests {
    private static let cursor =
        "incremental_sync: {type: DatetimeBasedCursor, cursor_field: at, datetime_format: \"%Y-%m-%d\", "
        + "start_datetime: \"2026-09-01\", end_datetime: \"2026-09-03\", step: P1D, cursor_granularity: P1D}"
    private static let parents = """
        partition_router: {type: SubstreamPartitionRouter, parent_stream_configs: [{parent_key: id, \
        partition_field: id, incremental_dependency: true, stream: {name: parents, \
        retriever: {requester: {url: "http://api/parents"}, record_selector: {extractor: {field_path: [items]}}}, \
        \(cursor)}}]}
        """
    private static let list = "partition_router: {type: ListPartitionRouter, values: [a, b], cursor_field: id}"

    private static let responses: JSONValue = [
        [
            "request": ["path": "/parents"],
            "response": ["body": ["items": [["id": 1, "at": "2026-09-02"], ["id": 2, "at": "2026-09-02"]]]],
        ],
        [
            "request": ["path": "/items"],
            "response": [
                "body": ["items": [["id": 1, "n": 7, "at": "2026-09-02"], ["id": 2, "n": 9, "at": "2026-09-01"]]]
            ],
        ],
    ]

    /// A reading in a process of its own.
    private static func reading(_ stream: DeclarativeStream, _ state: JSONObject?) async throws -> StreamReading {
        let clock = try TestClock("2026-09-10T12:00:00Z")
        return try await StreamReading.open(
            stream,
            run: StreamSample.run(StubTransport(responses), clock: clock),
            state: state
        )
    }

    /// The state when one process does it all; of its slices those that `fails` names are not read.
    private static func wholeState(
        _ stream: DeclarativeStream,
        _ state: JSONObject?,
        failing fails: Set<Int>
    ) async throws -> JSONObject {
        let reading = try await reading(stream, state)
        var number = 0
        let parentState = try await reading.generateSlices { slice in
            defer { number += 1 }
            if fails.contains(number) { return reading.cursor?.fail(slice) ?? () }
            for try await _ in SlicePages(reading, slice, on: nil) {}
        }
        return reading.finalState(parentState: parentState, generationFailed: false)
    }

    @Test(
        "a plan that was read by others, in any order, comes to the state of one process",
        arguments: [
            ("", "", ""), ("", cursor, ""), ("", cursor, #"{"at":"2026-09-02"}"#), (list, cursor, ""),
            (list, cursor, #"{"states":[{"partition":{"id":"b"},"cursor":{"at":"2026-09-02"}}]}"#),
            (list, cursor, #"{"use_global_cursor":true,"state":{"at":"2026-09-01"}}"#), (parents, cursor, ""),
            (parents, cursor, #"{"parent_state":{"parents":{"at":"2026-09-02"}}}"#),
            ("", "incremental_sync: {type: IncrementingCountCursor, cursor_field: n}", ""),
        ],
        [[], [0], [1, 3]] as [Set<Int>]
    )
    func merged(_ what: (String, String, String), _ fails: Set<Int>) async throws {
        let (router, cursor, text) = what
        let state = text.isEmpty ? nil : try JSONValue(parsing: text).object
        let stream = try StreamSample.stream(retriever: router, cursor)
        let expected = try await Self.wholeState(stream, state, failing: fails)
        let written = JSONValue.object(try await Self.reading(stream, state).plan(state: state).json).text
        let plan = try #require(SlicePlan(try JSONValue(parsing: written)))
        var outcomes: [SliceOutcome] = []
        for (number, slice) in plan.slices.enumerated().reversed() {
            let reader = try await Self.reading(stream, plan.state)
            let outcome =
                fails.contains(number)
                ? .failed(slice, at: plan.moment) : try await reader.read(slice) { _ in }
            outcomes.append(try #require(SliceOutcome(try JSONValue(parsing: JSONValue.object(outcome.json).text))))
        }
        let merged = try await Self.reading(stream, nil).state(of: plan, after: outcomes)
        #expect(JSONValue.object(merged).text == JSONValue.object(expected).text)
        let again = try await Self.reading(stream, nil).state(of: plan, after: outcomes.reversed())
        #expect(JSONValue.object(again).text == JSONValue.object(expected).text)
    }

    @Test("a slice that was read in parts closes its partition with the last of them")
    func parts() async throws {
        let stream = try StreamSample.stream(retriever: Self.list, Self.cursor)
        let plan = try await Self.reading(stream, nil).plan(state: nil)
        var outcomes: [SliceOutcome] = []
        for slice in plan.slices { outcomes.append(try await Self.reading(stream, nil).read(slice) { _ in }) }
        let expected = try await Self.reading(stream, nil).state(of: plan, after: outcomes)
        let halves = outcomes.map { outcome in
            SliceOutcome(slice: outcome.slice, parts: outcome.parts + outcome.parts, ended: outcome.ended)
        }
        let merged = try await Self.reading(stream, nil).state(of: plan, after: halves)
        #expect(JSONValue.object(merged).text == JSONValue.object(expected).text)
    }

    @Test(
        "what is not a plan or an outcome is not read",
        arguments: ["{}", "[]", "{\"stream\":\"a\"}", "{\"slice\":{}}"]
    )
    func foreign(_ text: String) throws {
        let json = try JSONValue(parsing: text)
        #expect(SlicePlan(json).map { _ in true } == nil)
        #expect(SliceOutcome(json).map { _ in true } == nil)
    }
}
