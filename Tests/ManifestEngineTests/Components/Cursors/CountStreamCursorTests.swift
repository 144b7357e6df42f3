import Diagnostics
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("Counting cursor")
struct CountStreamCursorTests {
    private struct Row: Sendable, CustomTestStringConvertible {
        let start: JSONValue
        let input: String?
        let records: [String]
        let begins: String
        let emitted: String?
        let final: String

        var testDescription: String { "\(start.text) \(input ?? "-") \(records)" }
    }

    private static let rows = [
        Row(start: .null, input: nil, records: [], begins: "0", emitted: nil, final: #"{"n":0}"#),
        Row(start: .null, input: nil, records: ["3", "7", "5"], begins: "0", emitted: #"{"n":7}"#, final: #"{"n":7}"#),
        Row(start: 10, input: nil, records: ["3"], begins: "10", emitted: #"{"n":3}"#, final: #"{"n":3}"#),
        Row(start: "10", input: #"{"n":4}"#, records: [], begins: "10", emitted: nil, final: #"{"n":10}"#),
        Row(
            start: 10,
            input: #"{"n":12}"#,
            records: ["12", "15"],
            begins: "12",
            emitted: #"{"n":15}"#,
            final: #"{"n":15}"#
        ),
        Row(start: 0, input: #"{"n":12}"#, records: ["4"], begins: "12", emitted: #"{"n":12}"#, final: #"{"n":12}"#),
        Row(
            start: .null,
            input: #"{"n":5,"x":1}"#,
            records: ["6.5"],
            begins: "5",
            emitted: #"{"n":6.5,"x":1}"#,
            final: #"{"n":6.5,"x":1}"#
        ),
        Row(start: .null, input: #"{"n":0}"#, records: ["0"], begins: "0", emitted: nil, final: #"{"n":0}"#),
        Row(
            start: .null,
            input: #"{"state_type":"integer","slices":[{"start":0,"end":9}]}"#,
            records: ["11"],
            begins: "9",
            emitted: #"{"n":11}"#,
            final: #"{"n":11}"#
        ),
        // No count: the record does not move the state, where the reference gives up the whole sync.
        Row(start: .null, input: nil, records: [#""5""#, "null"], begins: "0", emitted: nil, final: #"{"n":0}"#),
        Row(start: .null, input: #"{"n":"5"}"#, records: [], begins: "5", emitted: nil, final: #"{"n":5}"#),
        // Integers of any size.
        Row(
            start: .null,
            input: nil,
            records: ["5", "9223372036854775809", "9007199254740993"],
            begins: "0",
            emitted: #"{"n":9223372036854775809}"#,
            final: #"{"n":9223372036854775809}"#
        ),
        Row(
            start: .bigInteger("18446744073709551616"),
            input: #"{"n":"18446744073709551617"}"#,
            records: ["18446744073709551618", "18446744073709551617"],
            begins: "18446744073709551617",
            emitted: #"{"n":18446744073709551618}"#,
            final: #"{"n":18446744073709551618}"#
        ),
        Row(
            start: "-99999999999999999999",
            input: nil,
            records: ["-99999999999999999998"],
            begins: "-99999999999999999999",
            emitted: #"{"n":-99999999999999999998}"#,
            final: #"{"n":-99999999999999999998}"#
        ),
    ]

    @Test("begins at the state and returns the highest count", arguments: rows)
    private func sync(_ row: Row) throws {
        var fields: JSONObject = ["cursor_field": "n"]
        if !row.start.isNull { fields["start_value"] = row.start }
        let definition = try IncrementingCountCursor(
            CursorTesting.reader(fields, type: "IncrementingCountCursor")
        )
        let state = try row.input.map { try CursorTesting.object($0) }
        let cursor = try definition.makeCursor(CursorTesting.setup(state: state), in: CursorTesting.scope())
        let slices = try cursor.begin()
        #expect(slices.map { $0.cursor["start"]?.text } == [row.begins])
        var tracker = try cursor.makeTracker(for: slices[0], now: CursorTesting.now(), in: CursorTesting.scope())
        for count in row.records { tracker.observe(try CursorTesting.record(#"{"n":\#(count)}"#)) }
        cursor.close(slices[0], tracker)
        #expect(cursor.stateAfterClose(uptime: 0).map { JSONValue.object($0).text } == row.emitted)
        let final = cursor.finalState(parentState: nil, generationFailed: false, uptime: 0)
        #expect(JSONValue.object(final).text == row.final)
    }

    @Test("a failed slice does not move the state")
    func failure() throws {
        let cursor = try CountStreamCursor(CursorTesting.setup(state: ["n": 4]), field: "n", start: .integer(0))
        cursor.fail(try cursor.begin()[0])
        #expect(cursor.state == ["n": 4])
    }

    @Test("refuses a state that is not a number")
    func unreadableState() throws {
        #expect(throws: EngineFailure.self) {
            try CountStreamCursor(CursorTesting.setup(state: ["n": "new"]), field: "n", start: .integer(0))
        }
    }
}

@Suite("Tracker of counts")
struct CountTrackerTests {
    @Test("keeps records from the state on")
    func window() throws {
        let cursor = try CountStreamCursor(CursorTesting.setup(state: ["n": 4]), field: "n", start: .integer(0))
        let slice = try cursor.begin()[0]
        var tracker = try cursor.makeTracker(for: slice, now: CursorTesting.now(), in: CursorTesting.scope())
        let now = try CursorTesting.now()
        let kept = try [3, 4, 5].map { count in
            tracker.keeps(try CursorTesting.record(#"{"n":\#(count)}"#), now: { now })
        }
        #expect(kept == [false, true, true])
    }

    @Test("sees the highest count and reports once what is not one")
    func highest() throws {
        let log = MessageRecorder()
        let notices = CursorNotices(streamName: "orders", cursorField: "n", messages: log)
        var tracker = CountTracker(key: JSONKey("n"), notices: notices, oldest: .integer(0))
        for text in [#"{"n":3}"#, #"{"n":9.5}"#, #"{"n":4}"#, #"{"n":"12"}"#, #"{"n":true}"#, "{}", #"{"n":null}"#] {
            tracker.observe(try CursorTesting.record(text))
        }
        #expect(tracker.latest == CountValue(.double(9.5)))
        #expect(log.logs.count == 2)
    }
}

@Suite("Counts")
struct CountValueTests {
    @Test(
        "are ordered as numbers, whatever their size",
        arguments: [
            ("1", "2"), ("1", "1.5"), ("-0.5", "0"), ("9007199254740992", "9007199254740993"),
            ("9223372036854775807", "9223372036854775808"), ("18446744073709551615", "18446744073709551616"),
            ("-9223372036854775809", "-9223372036854775808"), ("18446744073709551615", "1.8446744073709552e19"),
        ]
    )
    func order(_ lower: String, _ higher: String) throws {
        let one = try #require(CountValue(try JSONValue(parsing: lower)))
        let other = try #require(CountValue(try JSONValue(parsing: higher)))
        #expect(one < other)
        #expect(!(other < one))
        #expect(one != other)
    }

    @Test(
        "one after another leaves no gap",
        arguments: [
            ("3", "4", true), ("3", "5", false), ("5", "3", true), ("3.5", "4", true),
            ("9223372036854775807", "9223372036854775807", true),
            ("9223372036854775807", "9223372036854775808", true),
            ("18446744073709551615", "18446744073709551617", false),
        ]
    )
    func reach(_ end: String, _ start: String, _ expected: Bool) throws {
        let one = try #require(CountValue(try JSONValue(parsing: end)))
        #expect(one.reaches(try #require(CountValue(try JSONValue(parsing: start)))) == expected)
    }

    @Test(
        "are numbers only",
        arguments: [("3", "3"), ("3.5", "3.5"), (#""3""#, nil), ("true", nil), ("null", nil), ("1e400", nil)]
    )
    func reading(_ text: String, _ expected: String?) throws {
        #expect(CountValue(try JSONValue(parsing: text))?.json.text == expected)
    }
}
