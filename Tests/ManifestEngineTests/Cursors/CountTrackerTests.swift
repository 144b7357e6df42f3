import JSON
import Testing

@testable import ManifestEngine

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

    @Test("sees the highest count and tells once of what is none")
    func highest() throws {
        let log = CursorLog()
        let notices = CursorNotices(streamName: "orders", cursorField: "n", messages: log)
        var tracker = CountTracker(key: JSONKey("n"), notices: notices, oldest: .integer(0))
        for text in [#"{"n":3}"#, #"{"n":9.5}"#, #"{"n":4}"#, #"{"n":"12"}"#, #"{"n":true}"#, "{}", #"{"n":null}"#] {
            tracker.observe(try CursorTesting.record(text))
        }
        #expect(tracker.latest == CountValue(.double(9.5)))
        #expect(log.texts.count == 2)
    }
}
