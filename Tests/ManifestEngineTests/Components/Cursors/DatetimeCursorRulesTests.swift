import Dates
import Diagnostics
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("Rules of a datetime cursor")
struct DatetimeCursorRulesTests {
    @Test("a slice keeps what its partition carries")
    func slice() throws {
        let rules = try CursorTesting.rules()
        let partition = StreamSlice(partition: ["id": 1], extraFields: ["name": "a"])
        let bounds = (start: try CursorTesting.instant("2024-01-02"), end: try CursorTesting.instant("2024-01-03"))
        let slice = rules.slice(bounds, of: partition)
        #expect(slice.partition == ["id": 1] && slice.extraFields == ["name": "a"])
        #expect(slice.cursor == ["start_time": "2024-01-02", "end_time": "2024-01-03"])
        #expect(try rules.bounds(of: slice) == bounds)
    }

    @Test("refuses a slice whose bounds cannot be read back")
    func unreadable() throws {
        let rules = try CursorTesting.rules()
        #expect(throws: EngineFailure.self) { try rules.bounds(of: StreamSlice()) }
        #expect(throws: EngineFailure.self) {
            try rules.bounds(of: StreamSlice(cursor: ["start_time": "2024-01-01", "end_time": "soon"]))
        }
        do { _ = try rules.bounds(of: StreamSlice(cursor: ["start_time": "soon"])) } catch let failure as EngineFailure
        {
            #expect(failure.message.hasSuffix(#"cannot be read back: start_time "soon", end_time null."#))
        }
    }

    @Test("years before 1000 are written with four digits and read back", arguments: ["0001-01-01", "0999-12-31"])
    func earlyYears(_ day: String) throws {
        let rules = try CursorTesting.rules()
        let instant = try CursorTesting.instant(day)
        let slice = rules.slice((start: instant, end: instant), of: StreamSlice())
        #expect(slice.cursor == ["start_time": .string(day), "end_time": .string(day)])
        #expect(try rules.bounds(of: slice).start == instant)
    }

    @Test("what is left of a slice begins at the newest record")
    func remainder() throws {
        let log = MessageRecorder()
        let cursor = try DatetimeStreamCursor(CursorTesting.rules(log: log), state: nil)
        let slice = try cursor.begin()[0]
        var tracker = try cursor.makeTracker(for: slice, now: CursorTesting.now(), in: CursorTesting.scope())
        #expect(CursorTesting.bounds([cursor.remainder(of: slice, after: tracker)]) == ["2024-01-01..2024-01-10"])
        tracker.observe(Record(["u": "2024-01-05"]))
        #expect(CursorTesting.bounds([cursor.remainder(of: slice, after: tracker)]) == ["2024-01-05..2024-01-10"])
        #expect(log.logs.isEmpty)
        tracker.observe(Record(["u": "2024-01-04"]))
        #expect(CursorTesting.bounds([cursor.remainder(of: slice, after: tracker)]) == ["2024-01-05..2024-01-10"])
        #expect(log.logs.count == 1)
    }
}

@Suite("End of a sync")
struct CursorEndTests {
    /// With clamping the end is the last unit before the period that the end is in.
    @Test(
        "finds the end of a sync",
        arguments: [
            ("{}", "2024-05-01T00:00:00Z"),
            (#"{"end_datetime":"2024-04-20"}"#, "2024-04-20T00:00:00Z"),
            (#"{"end_datetime":"{{ config['to'] }}"}"#, "2024-04-18T00:00:00Z"),
            (#"{"clamping":{"target":"MONTH"}}"#, "2024-04-30T00:00:00Z"),
            (#"{"end_datetime":"2024-04-20","clamping":{"target":"DAY"}}"#, "2024-04-19T23:59:59Z"),
            (
                #"{"end_datetime":"2024-04-20","clamping":{"target":"MONTH"},"step":"P1M","cursor_granularity":"PT1H"}"#,
                "2024-03-31T23:00:00Z"
            ),
        ]
    )
    func end(_ fields: String, _ expected: String) throws {
        let base: JSONObject = ["end_datetime": ""]
        let config: JSONObject = ["to": "2024-04-18"]
        let rules = try CursorTesting.rules(base.merging(CursorTesting.object(fields)) { $1 }, config: config)
        let end = try rules.end.moment(now: CursorTesting.now(), in: CursorTesting.scope(config: config))
        #expect(end == (try CursorTesting.instant(expected)))
    }
}

@Suite("DatePrecision")
struct DatePrecisionTests {
    @Test(
        "the smallest unit that a format writes",
        arguments: [
            ("%Y-%m-%dT%H:%M:%S.%fZ", "PT0.000001S"), ("%Y-%m-%dT%H:%M:%S.%_msZ", "PT0.001S"), ("%s", "PT1S"),
            ("%ms", "PT0.001S"), ("%s_as_float", "PT0.000001S"), ("%epoch_microseconds", "PT0.000001S"),
            ("%Y-%m-%dT%H:%M:%SZ", "PT1S"), ("%Y-%m-%dT%H:%M", "PT1M"), ("%Y-%m-%dT%H", "PT1H"), ("%Y-%m-%d", "P1D"),
            ("%d/%m/%Y", "P1D"), ("%Y-%m", "P1M"), ("%Y", "P1Y"), ("today", nil),
        ] as [(String, String?)]
    )
    func unit(pattern: String, unit: String?) {
        #expect(DatePrecision.text(of: pattern) == unit)
        #expect((DatePrecision.unit(of: pattern) == nil) == (unit == nil))
    }

    @Test("durations of every kind are compared")
    func finer() throws {
        let second = try ISO8601Duration.parse("PT1S")
        let month = try ISO8601Duration.parse("P1M")
        #expect(DatePrecision.isFiner(second, than: month))
        #expect(!DatePrecision.isFiner(month, than: second))
        #expect(!DatePrecision.isFiner(second, than: second))
    }
}
