import JSON
import Testing

@testable import ManifestEngine

@Suite("Cursor tracker")
struct CursorTrackerTests {
    @Test("asks the kind of cursor that it belongs to", arguments: [true, false])
    func kinds(_ isCount: Bool) throws {
        let cursor: any StreamCursor =
            isCount
            ? try CountStreamCursor(CursorTesting.setup(), field: "u", start: .integer(5))
            : try DatetimeStreamCursor(CursorTesting.rules(), state: nil)
        let now = try CursorTesting.now()
        var tracker = try cursor.makeTracker(for: cursor.begin()[0], now: now, in: CursorTesting.scope())
        let (old, new): (JSONValue, JSONValue) = isCount ? (4, 6) : ("2023-12-31", "2024-01-06")
        let kept = [old, new].map { tracker.keeps(Record(["u": $0]), now: { now }) }
        let ends = [old, new].map { tracker.endsFeed(lastRecord: Record(["u": $0]), now: { now }) }
        #expect(kept == [false, true])
        #expect(ends == [true, false])
        tracker.observe(Record(["u": new]))
        #expect((tracker.count?.latest != nil) == isCount)
        #expect((tracker.datetime?.latest != nil) == !isCount)
    }
}
