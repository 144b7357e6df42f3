import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("Progress of partitions")
struct PartitionedProgressTests {
    private func slice(_ progress: inout PartitionedProgress, _ id: Int, _ parentState: JSONObject? = nil) throws
        -> StreamSlice
    {
        let end = try CursorTesting.instant("2024-01-10")
        let partition = StreamSlice(partition: ["id": .integer(id)])
        return try #require(try progress.begin(partition, parentState: parentState, until: end).first)
    }

    private func close(_ progress: inout PartitionedProgress, _ slice: StreamSlice, _ value: String) throws {
        let rules = try CursorTesting.rules()
        let tracker = try rules.makeTracker(
            for: slice,
            state: rules.cutter.start,
            followsText: true,
            now: CursorTesting.now(),
            in: CursorTesting.scope()
        )
        var seen = try #require(tracker.datetime)
        seen.observe(Record(["u": .string(value)]))
        progress.close(slice, seen)
    }

    @Test("a partition that comes twice is read once, whether the first one is still being read or not")
    func duplicates() throws {
        let log = MessageRecorder()
        var progress = try PartitionedProgress(CursorTesting.rules(log: log), state: nil, isGlobal: false)
        let end = try CursorTesting.instant("2024-01-10")
        let first = try slice(&progress, 1)
        #expect(try progress.begin(StreamSlice(partition: ["id": 1]), parentState: nil, until: end).isEmpty)
        try close(&progress, first, "2024-01-05")
        #expect(try progress.begin(StreamSlice(partition: ["id": 1]), parentState: nil, until: end).isEmpty)
        #expect(try !progress.begin(StreamSlice(partition: ["id": "1"]), parentState: nil, until: end).isEmpty)
        #expect(log.logs == ["WARN Stream orders has a duplicate partition; it is read once."])
    }

    @Test("emits a state at first and then after every ten minutes")
    func throttle() throws {
        var progress = try PartitionedProgress(CursorTesting.rules(), state: nil, isGlobal: false)
        let told = [0.0, 1, 600, 600.1, 1200, 1200.2].map { progress.stateAfterClose(uptime: $0) != nil }
        #expect(told == [true, false, false, true, false, true])
    }

    @Test("one state for all is emitted only when parents have a state")
    func globalThrottle() throws {
        var progress = try PartitionedProgress(CursorTesting.rules(), state: nil, isGlobal: true)
        let early = progress.stateAfterClose(uptime: 0)
        try close(&progress, slice(&progress, 1, ["p": [:]]), "2024-01-05")
        let told = [600.0, 601].map { progress.stateAfterClose(uptime: $0) != nil }
        #expect(early == nil)
        #expect(told == [false, true])
    }

    @Test("with too many partitions one state for all is kept")
    func limit() throws {
        let log = MessageRecorder()
        let rules = try CursorTesting.rules(log: log)
        var progress = try PartitionedProgress(rules, state: nil, isGlobal: false, limit: 2)
        for id in 1...4 { try close(&progress, slice(&progress, id), "2024-01-0\(id)") }
        #expect(progress.isGlobal)
        #expect(log.logs.count == 1)
        let final = progress.finalState(parentState: nil, generationFailed: false, uptime: 0)
        #expect(
            JSONValue.object(final).text
                == #"{"use_global_cursor":true,"state":{"u":"2024-01-04"},"lookback_window":0}"#
        )
    }

    @Test("what the state says of its kind counts", arguments: [(false, true), (true, false)])
    func kind(_ manifest: Bool, _ state: Bool) throws {
        let input: JSONObject = ["use_global_cursor": .bool(state), "state": ["u": "2024-01-05"]]
        #expect(try PartitionedProgress(CursorTesting.rules(), state: input, isGlobal: manifest).isGlobal == state)
        let other: JSONObject = ["u": "2024-01-05"]
        #expect(try PartitionedProgress(CursorTesting.rules(), state: other, isGlobal: manifest).isGlobal == manifest)
    }

    @Test("lookback counts whole seconds, rounded up, and nothing moves without records")
    func lookback() throws {
        var progress = try PartitionedProgress(CursorTesting.rules(), state: nil, isGlobal: false)
        progress.start(uptime: 10)
        let before = progress.finalState(parentState: [:], generationFailed: false, uptime: 12.5)
        #expect(before["lookback_window"] == 0 && before["state"] == nil && before["parent_state"] == [:])
        try close(&progress, slice(&progress, 1), "2024-01-05")
        let after = progress.finalState(parentState: [:], generationFailed: false, uptime: 12.5)
        #expect(after["lookback_window"] == 3 && after["state"] == ["u": "2024-01-05"])
    }

    @Test("keeps partitions of the input state, in its order, before new ones")
    func order() throws {
        let input = try CursorTesting.object(
            """
            {"states": [
                {"partition": {"id": 9, "a": 1}, "cursor": {"u": "2024-01-03", "x": 1}},
                {"partition": {"id": 2}, "cursor": {"u": "2024-01-04"}}
            ]}
            """
        )
        var progress = try PartitionedProgress(CursorTesting.rules(), state: input, isGlobal: false)
        try close(&progress, slice(&progress, 1), "2024-01-05")
        try close(&progress, slice(&progress, 2), "2024-01-06")
        let states = progress.state()["states"]
        #expect(
            states?.text == """
                [{"partition":{"a":1,"id":9},"cursor":{"u":"2024-01-03","x":1}},\
                {"partition":{"id":2},"cursor":{"u":"2024-01-06"}},{"partition":{"id":1},"cursor":{"u":"2024-01-05"}}]
                """
        )
    }
}
