import Dates
import JSON
import Jinja
import Synchronization

/// The cursor of a stream without partitions that follows a time.
final class DatetimeStreamCursor: StreamCursor {
    private let rules: DatetimeCursorRules
    private let progress: Mutex<CursorProgress>

    init(_ rules: DatetimeCursorRules, state: JSONObject?) throws {
        self.rules = rules
        progress = Mutex(try CursorProgress(state, rules: rules))
    }

    var cursorField: String { rules.cursorField }
    var state: JSONObject { progress.withLock { $0 }.state(rules) }

    func parentState(named name: String, cursorField: String?) -> JSONObject? { nil }

    func start(uptime: Double) {}

    func begin(
        _ partition: StreamSlice,
        parentState: JSONObject?,
        now: DateTime,
        in scope: Scope
    ) throws -> [StreamSlice] {
        let end = try rules.end.moment(now: now, in: scope)
        let intervals = progress.withLock { $0.intervals }
        return rules.cutter.slices(besides: intervals, until: end).map { rules.slice($0, of: partition) }
    }

    func makeTracker(for slice: StreamSlice, now: DateTime, in scope: Scope) throws -> CursorTracker {
        let initial = progress.withLock { $0.initial }
        return try rules.makeTracker(for: slice, state: initial, followsText: false, now: now, in: scope)
    }

    func close(_ slice: StreamSlice, _ tracker: CursorTracker) {
        guard let seen = tracker.datetime else { return }
        progress.withLock { $0.add(seen.interval, cutter: rules.cutter) }
    }

    func fail(_ slice: StreamSlice) {}

    func stateAfterClose(uptime: Double) -> JSONObject? { state }

    func finalState(parentState: JSONObject?, generationFailed: Bool, uptime: Double) -> JSONObject { state }

    func split(_ slice: StreamSlice, minimum: TimeDelta?) throws -> (first: StreamSlice, second: StreamSlice)? {
        try rules.split(slice, minimum: minimum)
    }

    func remainder(of slice: StreamSlice, after tracker: CursorTracker) -> StreamSlice {
        rules.remainder(of: slice, after: tracker)
    }
}
