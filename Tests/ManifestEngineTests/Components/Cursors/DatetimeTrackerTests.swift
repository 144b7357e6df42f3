import Dates
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("Tracker of times")
struct DatetimeTrackerTests {
    private func tracker(
        _ fields: JSONObject = [:],
        state: String? = nil,
        log: MessageRecorder = MessageRecorder()
    ) throws -> CursorTracker {
        let rules = try CursorTesting.rules(fields, log: log)
        let cursor = try DatetimeStreamCursor(rules, state: state.map { ["u": .string($0)] })
        let slice = StreamSlice(cursor: ["start_time": "2024-01-01", "end_time": "2024-01-10"])
        return try cursor.makeTracker(for: slice, now: CursorTesting.now(), in: CursorTesting.scope())
    }

    @Test(
        "sees the newest record",
        arguments: [
            ([], nil), (["2024-01-03"], "2024-01-03"), (["2024-01-03", "2024-01-05", "2024-01-04"], "2024-01-05"),
        ] as [([String], String?)]
    )
    func newest(_ values: [String], _ expected: String?) throws {
        var tracker = try tracker()
        for value in values { tracker.observe(try CursorTesting.record(#"{"id":1,"u":"\#(value)"}"#)) }
        #expect(tracker.datetime?.latest == (try expected.map { try CursorTesting.instant($0) }))
        #expect(tracker.datetime?.isAscending == (values.count < 3))
    }

    /// The window is from the state, or the lookback before it but not before the start, to the end.
    @Test(
        "keeps what is inside the window",
        arguments: [
            (nil, nil, ["2023-12-31": false, "2024-01-01": true, "2024-01-10": true, "2024-01-11": false]),
            ("2024-01-05", nil, ["2024-01-04": false, "2024-01-05": true]),
            ("2024-01-05", "P2D", ["2024-01-02": false, "2024-01-03": true]),
            ("2024-01-05", "P30D", ["2023-12-31": false, "2024-01-01": true]),
        ] as [(String?, String?, [String: Bool])]
    )
    func window(_ state: String?, _ lookback: String?, _ expected: [String: Bool]) throws {
        var tracker = try tracker(lookback.map { ["lookback_window": .string($0)] } ?? [:], state: state)
        let now = try CursorTesting.now()
        for (value, isKept) in expected {
            let record = Record(["u": .string(value)])
            let results = [tracker.keeps(record, now: { now }), !tracker.endsFeed(lastRecord: record, now: { now })]
            #expect(results == [isKept, isKept], "\(value)")
        }
    }

    @Test("a record without a cursor value is kept, does not end a feed, and is reported once")
    func withoutValue() throws {
        let log = MessageRecorder()
        var tracker = try tracker(log: log)
        let now = try CursorTesting.now()
        for text in [#"{"id":1}"#, #"{"u":null}"#, #"{"u":"soon"}"#, #"{"u":["2024-01-02"]}"#] {
            let record = try CursorTesting.record(text)
            tracker.observe(record)
            let results = [tracker.keeps(record, now: { now }), !tracker.endsFeed(lastRecord: record, now: { now })]
            #expect(results == [true, true], "\(text)")
        }
        let endsEmpty = tracker.endsFeed(lastRecord: nil, now: { now })
        #expect(!endsEmpty)
        #expect(tracker.datetime?.latest == nil)
        #expect(log.logs.count == 2)
        #expect(
            log.logs.allSatisfy { $0.hasPrefix("WARN A record of stream") || $0.hasPrefix("WARN The cursor field") }
        )
    }

    @Test("a window that ends now moves on with the clock, which is asked only then")
    func movingEnd() throws {
        let rules = try CursorTesting.rules(["end_datetime": ""])
        let cursor = try DatetimeStreamCursor(rules, state: nil)
        let slice = StreamSlice(cursor: ["start_time": "2024-01-01", "end_time": "2024-05-01"])
        var tracker = try cursor.makeTracker(for: slice, now: CursorTesting.now(), in: CursorTesting.scope())
        let nextDay = try DateTime(year: 2024, month: 5, day: 2, offset: .utc)
        var questions = 0
        let kept = ["2024-05-01", "2024-05-02", "2024-05-02", "2024-05-03"].map { value in
            tracker.keeps(
                Record(["u": .string(value)]),
                now: {
                    questions += 1
                    return nextDay
                }
            )
        }
        #expect(kept == [true, true, true, false])
        #expect(questions == 2)
    }
}

@Suite("Notices of a cursor")
struct CursorNoticesTests {
    @Test("warns once of each kind, and names stream and field")
    func once() {
        let log = MessageRecorder()
        let notices = CursorNotices(streamName: "orders", cursorField: "changed", messages: log)
        for _ in 0..<3 {
            notices.missingValue()
            notices.unreadableValue("\"soon\"")
            notices.duplicatePartition()
            notices.unordered()
        }
        notices.switchedToGlobal(limit: 10_000)
        #expect(log.logs.count == 5)
        #expect(log.logs.allSatisfy { $0.contains("orders") })
        #expect(log.logs.count { $0.hasPrefix("WARN") && $0.contains("'changed'") } == 3)
        #expect(log.logs.last?.hasPrefix("INFO") == true)
    }
}
