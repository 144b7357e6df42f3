import Diagnostics
import JSON
import TestSupport
import Testing

@testable import ManifestEngine

@Suite("Datetime cursor of a stream")
struct DatetimeStreamCursorTests {
    @Test("syncs as the reference does", arguments: try RecordedTable.rows("replay"))
    func replay(_ row: RecordedRow) throws {
        try CursorReplay(row.input, results: row.expected).play(isPartitioned: false)
    }

    private static let fields: JSONObject = ["step": "P3D", "cursor_granularity": "P1D"]

    private func cursor(_ state: JSONObject? = nil, _ fields: JSONObject = Self.fields) throws -> DatetimeStreamCursor {
        try DatetimeStreamCursor(CursorTesting.rules(fields), state: state)
    }

    @Test("a sync and the next one, with lookback")
    func twoSyncs() throws {
        var fields = Self.fields
        fields["lookback_window"] = "P2D"
        let first = try cursor(nil, fields)
        var states: [JSONObject?] = []
        for (slice, value) in zip(try first.begin(), ["2024-01-02", "2024-01-05", "2024-01-09"]) {
            try first.read(slice, [value])
            states.append(first.stateAfterClose(uptime: 0))
        }
        #expect(states == [["u": "2024-01-02"], ["u": "2024-01-05"], ["u": "2024-01-09"]])
        fields["end_datetime"] = "2024-01-13"
        let slices = try cursor(["u": "2024-01-09"], fields).begin()
        #expect(CursorTesting.bounds(slices) == ["2024-01-07..2024-01-09", "2024-01-10..2024-01-13"])
    }

    @Test("slices are joined at the precision that is written, where the reference's state stays at the first one")
    func coarseFormat() throws {
        let cursor = try cursor(nil, ["step": "P3D", "cursor_granularity": "PT1S"])
        let slices = try cursor.begin()
        #expect(CursorTesting.bounds(slices).prefix(2) == ["2024-01-01..2024-01-03", "2024-01-04..2024-01-06"])
        try cursor.read(slices[0], ["2024-01-02"])
        try cursor.read(slices[1], ["2024-01-05"])
        #expect(cursor.state == ["u": "2024-01-05"])
    }

    @Test(
        "a slice that failed holds the state where the records before it end",
        arguments: [
            (failed: 0, state: "2024-01-01"), (failed: 1, state: "2024-01-02"), (failed: 2, state: "2024-01-05"),
        ]
    )
    func failedSlice(_ failed: Int, _ state: String) throws {
        let cursor = try cursor()
        for (number, slice) in try cursor.begin().enumerated() {
            if number == failed {
                cursor.fail(slice)
            } else {
                try cursor.read(slice, [["2024-01-02", "2024-01-05", "2024-01-09"][number]])
            }
        }
        let final = cursor.finalState(parentState: nil, generationFailed: false, uptime: 0)
        #expect(final == ["u": .string(state)])
    }

    @Test("without records the state stays at the start")
    func noRecords() throws {
        let cursor = try cursor()
        for slice in try cursor.begin() { try cursor.read(slice) }
        #expect(cursor.state == ["u": "2024-01-01"])
    }

    @Test(
        "slices closed in any order give the same state",
        arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1]]
    )
    func order(_ order: [Int]) throws {
        let cursor = try cursor()
        let slices = try cursor.begin()
        for number in order { try cursor.read(slices[number], [["2024-01-02", "2024-01-05", "2024-01-09"][number]]) }
        #expect(cursor.state == ["u": "2024-01-09"])
    }

    @Test("the next sync begins where the state of this one ends")
    func resumes() throws {
        let first = try cursor()
        try first.read(first.begin()[0], ["2024-01-03"])
        let slices = try cursor(first.state).begin()
        #expect(CursorTesting.bounds(slices).first == "2024-01-03..2024-01-05")
    }

    @Test("two syncs share nothing")
    func independence() throws {
        let definition = try CursorTesting.definition([:])
        let one = try definition.makeCursor(CursorTesting.setup(), in: CursorTesting.scope())
        let other = try definition.makeCursor(CursorTesting.setup(), in: CursorTesting.scope())
        try one.read(one.begin()[0], ["2024-01-08"])
        #expect(one.state == ["u": "2024-01-08"])
        #expect(other.state == ["u": "2024-01-01"])
    }
}

@Suite("Progress of a cursor")
struct CursorProgressTests {
    @Test(
        "reads a state and returns it",
        arguments: [
            ("{}", "2024-01-01", #"{"u":"2024-01-01"}"#),
            (#"{"u":"2024-01-05"}"#, "2024-01-05", #"{"u":"2024-01-05"}"#),
            (#"{"u":"2023-01-05"}"#, "2024-01-01", #"{"u":"2024-01-01"}"#),
            (#"{"a":1,"u":"2024-01-05","b":null}"#, "2024-01-05", #"{"a":1,"u":"2024-01-05","b":null}"#),
            (#"{"a":1}"#, "2024-01-01", #"{"a":1,"u":"2024-01-01"}"#),
            (
                #"{"state_type":"date-range","slices":[{"start":"2024-01-01","end":"2024-01-04"}]}"#, "2024-01-04",
                #"{"u":"2024-01-01"}"#
            ),
            (
                """
                {"state_type":"date-range","slices":[
                    {"start":"2024-01-01","end":"2024-01-04","most_recent_cursor_value":"2024-01-02"}
                ]}
                """,
                "2024-01-02", #"{"u":"2024-01-02"}"#
            ),
            (#"{"state_type":"date-range","slices":[]}"#, "2024-01-01", #"{"u":"2024-01-01"}"#),
        ]
    )
    func state(_ input: String, _ initial: String, _ output: String) throws {
        let rules = try CursorTesting.rules()
        let progress = try CursorProgress(CursorTesting.object(input), rules: rules)
        #expect(progress.initial == (try CursorTesting.instant(initial)))
        #expect(JSONValue.object(progress.state(rules)).text == output)
    }

    @Test(
        "refuses a state it cannot read",
        arguments: [
            #"{"u":null}"#, #"{"u":"05.01.2024"}"#, #"{"u":{}}"#,
            #"{"state_type":"date-range","slices":[{"start":"2024-01-01"}]}"#,
            #"{"state_type":"date-range","slices":[{"start":"x","end":"2024-01-01"}]}"#,
        ]
    )
    func unreadable(_ input: String) throws {
        let rules = try CursorTesting.rules()
        let state = try CursorTesting.object(input)
        let failure = #expect(throws: EngineFailure.self) { try CursorProgress(state, rules: rules) }
        #expect(failure?.type == .config)
        #expect(failure?.message.contains("'u'") == true)
    }
}
