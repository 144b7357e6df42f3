import JSON
import ManifestEngineTesting
import TestSupport
import Testing

@testable import ManifestEngine

@Suite("Datetime cursor of a stream with partitions")
struct PartitionedStreamCursorTests {
    @Test("syncs as the reference does", arguments: try RecordedTable.rows("replay"))
    func replay(_ row: RecordedRow) throws {
        try CursorReplay(row.input, results: row.expected).play(isPartitioned: true)
    }

    private func cursor(_ state: JSONObject? = nil, isGlobal: Bool = false) throws -> PartitionedStreamCursor {
        let cursor = try PartitionedStreamCursor(CursorTesting.rules(), state: state, isGlobal: isGlobal)
        cursor.start(uptime: 100)
        return cursor
    }

    private static func parent(_ date: String) -> JSONObject { ["parents": ["u": .string(date)]] }

    private static func partition(_ id: String) -> JSONObject {
        ["parent_id": .string(id), "parent_slice": .object([:])]
    }

    /// Reads two parents' children; `failing` names those that fail.
    private func sync(_ cursor: PartitionedStreamCursor, failing: Set<String> = []) throws -> [JSONObject] {
        var states: [JSONObject] = []
        let first = try cursor.begin(Self.partition("p1"), parentState: Self.parent("2024-01-01"))
        let second = try cursor.begin(Self.partition("p2"), parentState: Self.parent("2024-01-04"))
        for (id, slices, values) in [("p1", first, ["2024-01-03"]), ("p2", second, ["2024-01-05", "2024-01-06"])] {
            for slice in slices {
                if failing.contains(id) {
                    cursor.fail(slice)
                    continue
                }
                try cursor.read(slice, values)
                if let state = cursor.stateAfterClose(uptime: 100.5) { states.append(state) }
            }
        }
        let parent = Self.parent("2024-01-04")
        states.append(cursor.finalState(parentState: parent, generationFailed: false, uptime: 100.5))
        return states
    }

    @Test("a sync with parents emits one state at first and one at the end, and the next sync continues from there")
    func perPartition() throws {
        let states = try sync(cursor()).map { JSONValue.object($0).text }
        #expect(
            states == [
                """
                {"use_global_cursor":false,"states":[\
                {"partition":{"parent_id":"p1","parent_slice":{}},"cursor":{"u":"2024-01-03"}},\
                {"partition":{"parent_id":"p2","parent_slice":{}},"cursor":{"u":"2024-01-01"}}],\
                "lookback_window":0,"parent_state":{"parents":{"u":"2024-01-01"}}}
                """,
                """
                {"use_global_cursor":false,"states":[\
                {"partition":{"parent_id":"p1","parent_slice":{}},"cursor":{"u":"2024-01-03"}},\
                {"partition":{"parent_id":"p2","parent_slice":{}},"cursor":{"u":"2024-01-06"}}],\
                "state":{"u":"2024-01-06"},"lookback_window":1,"parent_state":{"parents":{"u":"2024-01-04"}}}
                """,
            ]
        )
        let next = try cursor(CursorTesting.object(states[1]))
        #expect(CursorTesting.bounds(try next.begin(Self.partition("p2"))) == ["2024-01-06..2024-01-10"])
        #expect(CursorTesting.bounds(try next.begin(Self.partition("p3"))) == ["2024-01-05..2024-01-10"])
        #expect(next.parentState(named: "parents", cursorField: "u") == ["u": "2024-01-04"])
    }

    @Test("a partition that failed holds back what counts for all")
    func failedPartition() throws {
        let states = try sync(cursor(), failing: ["p1"])
        #expect(
            JSONValue.object(try #require(states.last)).text == """
                {"use_global_cursor":false,"states":[\
                {"partition":{"parent_id":"p1","parent_slice":{}},"cursor":{"u":"2024-01-01"}},\
                {"partition":{"parent_id":"p2","parent_slice":{}},"cursor":{"u":"2024-01-06"}}],"lookback_window":0}
                """
        )
    }

    @Test("one state for all moves at the end only, and not when a partition failed")
    func global() throws {
        let states = try sync(cursor(isGlobal: true)).map { JSONValue.object($0).text }
        #expect(
            states == [
                #"{"use_global_cursor":true,"lookback_window":0,"parent_state":{"parents":{"u":"2024-01-01"}}}"#,
                """
                {"use_global_cursor":true,"state":{"u":"2024-01-06"},"lookback_window":1,\
                "parent_state":{"parents":{"u":"2024-01-04"}}}
                """,
            ]
        )
        let failed = try sync(cursor(CursorTesting.object(states[1]), isGlobal: true), failing: ["p2"])
        let last = try #require(failed.last)
        #expect(last["state"] == ["u": "2024-01-06"])
        #expect(last["lookback_window"] == 1)
        #expect(last["parent_state"] == .object(Self.parent("2024-01-01")))
    }

    /// Partitions that a parent could not give were not read, so a later sync must not count them as read.
    @Test("parents that failed hold back what counts for all, beyond the partitions that were read")
    func failedGeneration() throws {
        let cursor = try cursor()
        for (id, parent) in [("p1", "2024-01-01"), ("p2", "2024-01-04")] {
            for slice in try cursor.begin(Self.partition(id), parentState: Self.parent(parent)) {
                try cursor.read(slice, ["2024-01-09"])
            }
        }
        let final = cursor.finalState(
            parentState: Self.parent("2024-01-08"),
            generationFailed: true,
            uptime: 200
        )
        #expect(final["state"] == nil)
        #expect(final["lookback_window"] == 0)
        #expect(final["parent_state"] == .object(Self.parent("2024-01-04")))
    }

    /// Where no partition was made, nothing of the parents' state can be left unread.
    @Test("the state of parents that failed before the first partition is emitted")
    func failedEarly() throws {
        let parent = Self.parent("2024-01-03")
        let final = try cursor().finalState(parentState: parent, generationFailed: true, uptime: 200)
        #expect(
            JSONValue.object(final).text == """
                {"use_global_cursor":false,"states":[],"lookback_window":0,\
                "parent_state":{"parents":{"u":"2024-01-03"}}}
                """
        )
        let known = try cursor(["u": "2024-01-02", "parent_state": .object(Self.parent("2024-01-01"))])
            .finalState(parentState: parent, generationFailed: true, uptime: 200)
        #expect(known["parent_state"] == .object(Self.parent("2024-01-01")))
    }

    @Test("the parents' state of a running sync is that of the partitions read without a gap")
    func parentPrefix() throws {
        let cursor = try cursor()
        let slices = try (0..<4).map { number in
            try cursor.begin(Self.partition("p\(number)"), parentState: Self.parent("2024-01-0\(number + 1)"))[0]
        }
        let parents = try [1, 0, 3, 2].map { number in
            try cursor.read(slices[number])
            return cursor.state["parent_state"]?["parents"]?["u"]?.string
        }
        #expect(parents == [nil, "2024-01-02", "2024-01-02", "2024-01-04"])
    }

    @Test("a partition that comes twice is read once")
    func duplicates() throws {
        let log = MessageRecorder()
        let rules = try CursorTesting.rules(["step": "P30D", "cursor_granularity": "P1D"], log: log)
        let cursor = try PartitionedStreamCursor(rules, state: nil, isGlobal: false)
        let slices = try cursor.begin(Self.partition("p1"))
        #expect(try cursor.begin(Self.partition("p1")).isEmpty)
        #expect(try cursor.begin(Self.partition("p1")).isEmpty)
        #expect(log.logs.count == 1)
        try cursor.read(slices[0])
        #expect(try cursor.begin(Self.partition("p1")).isEmpty)
    }

    @Test("closes from many tasks at once")
    func concurrency() async throws {
        let cursor = try cursor()
        let slices = try (0..<200).flatMap { try cursor.begin(Self.partition("p\($0)")) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for slice in slices { group.addTask { try cursor.read(slice, ["2024-01-05"]) } }
            try await group.waitForAll()
        }
        let final = cursor.finalState(parentState: nil, generationFailed: false, uptime: 101)
        #expect(final["state"] == ["u": "2024-01-05"])
        #expect(final["states"]?.array?.count == 200)
    }
}

@Suite("Open partitions")
struct OpenPartitionsTests {
    @Test("emits the parents' state of the partitions finished without a gap")
    func parentStates() {
        var open = OpenPartitions()
        for number in 0..<3 { open.begin("p\(number)", slices: 1, parentState: ["n": .integer(number)]) }
        var told: [JSONObject?] = []
        for number in [1, 0, 2] {
            _ = open.close("p\(number)")
            told.append(open.takeParentState())
        }
        let again = open.takeParentState()
        #expect(told == [nil, ["n": 1], ["n": 2]])
        #expect(again == nil)
    }

    @Test("a partition is finished with its last slice")
    func slices() {
        var open = OpenPartitions()
        open.begin("p", slices: 2, parentState: nil)
        #expect(open.contains("p") && open.hasOpenSlices)
        let results = [open.close("p"), open.close("p"), open.close("p")]
        #expect(results == [false, true, nil])
        #expect(!open.contains("p") && !open.hasOpenSlices)
        let parentState = open.takeParentState()
        #expect(parentState == nil)
    }

    @Test("a partition without slices stays open, but no slice of it does")
    func empty() {
        var open = OpenPartitions()
        open.begin("p", slices: 0, parentState: [:])
        #expect(open.contains("p") && !open.hasOpenSlices)
        open.begin("q", slices: 1, parentState: [:])
        let isFinished = open.close("q")
        let parentState = open.takeParentState()
        #expect(isFinished == true)
        #expect(parentState == nil)
    }
}

@Suite("Partition keys")
struct PartitionKeyTests {
    @Test(
        "sorts members at every depth and keeps types apart",
        arguments: [
            (#"{"id":1}"#, #"{"id":1}"#),
            (#"{"id":"1"}"#, #"{"id":"1"}"#),
            (#"{"parent_slice":{"z":1,"a":2},"id":2}"#, #"{"id":2,"parent_slice":{"a":2,"z":1}}"#),
            (#"{"b":[{"d":1,"c":null}],"a":true}"#, #"{"a":true,"b":[{"c":null,"d":1}]}"#),
            (#"{"é":1,"z":2}"#, #"{"z":2,"é":1}"#),
            (#"{}"#, #"{}"#),
        ]
    )
    func key(_ partition: String, _ key: String) throws {
        let members = try #require(JSONValue(parsing: partition).object)
        #expect(PartitionKey.make(members) == key)
        #expect(PartitionKey.partition(key).text == key)
    }
}
