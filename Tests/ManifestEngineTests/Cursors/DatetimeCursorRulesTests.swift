import Diagnostics
import JSON
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
        #expect(try rules.stretch(of: slice) == bounds)
    }

    @Test("refuses a slice whose bounds cannot be read back")
    func unreadable() throws {
        let rules = try CursorTesting.rules()
        #expect(throws: EngineFailure.self) { try rules.stretch(of: StreamSlice()) }
        #expect(throws: EngineFailure.self) {
            try rules.stretch(of: StreamSlice(cursor: ["start_time": "2024-01-01", "end_time": "soon"]))
        }
        do { _ = try rules.stretch(of: StreamSlice(cursor: ["start_time": "soon"])) } catch let failure as EngineFailure
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
        #expect(try rules.stretch(of: slice).start == instant)
    }

    @Test("what is left of a slice begins at the newest record")
    func remainder() throws {
        let log = CursorLog()
        let cursor = try DatetimeStreamCursor(CursorTesting.rules(log: log), state: nil)
        let slice = try cursor.begin()[0]
        var tracker = try cursor.makeTracker(for: slice, now: CursorTesting.now(), in: CursorTesting.scope())
        #expect(CursorTesting.bounds([cursor.remainder(of: slice, after: tracker)]) == ["2024-01-01..2024-01-10"])
        tracker.observe(Record(["u": "2024-01-05"]))
        #expect(CursorTesting.bounds([cursor.remainder(of: slice, after: tracker)]) == ["2024-01-05..2024-01-10"])
        #expect(log.texts.isEmpty)
        tracker.observe(Record(["u": "2024-01-04"]))
        #expect(CursorTesting.bounds([cursor.remainder(of: slice, after: tracker)]) == ["2024-01-05..2024-01-10"])
        #expect(log.texts.count == 1)
    }
}
