import Dates
import JSON
import Jinja
import Synchronization

/// The cursor of a stream with partitions that follows a time in each of them.
final class PartitionedStreamCursor: StreamCursor {
    private let rules: DatetimeCursorRules
    private let inputState: JSONObject?
    private let progress: Mutex<PartitionedProgress>

    init(
        _ rules: DatetimeCursorRules,
        state: JSONObject?,
        isGlobal: Bool,
        limit: Int = PartitionedProgress.globalLimit
    ) throws {
        self.rules = rules
        inputState = state
        progress = Mutex(try PartitionedProgress(rules, state: state, isGlobal: isGlobal, limit: limit))
    }

    var cursorField: String { rules.cursorField }
    var state: JSONObject { progress.withLock { $0.state() } }

    func parentState(named name: String, cursorField: String?) -> JSONObject? {
        PartitionedState.parentState(in: inputState, named: name, cursorField: cursorField)
    }

    func start(uptime: Double) { progress.withLock { $0.start(uptime: uptime) } }

    func begin(
        _ partition: StreamSlice,
        parentState: JSONObject?,
        now: DateTime,
        in scope: Scope
    ) throws -> [StreamSlice] {
        let end = try rules.end.moment(now: now, in: scope)
        return progress.withLock { $0.begin(partition, parentState: parentState, until: end) }
    }

    func makeTracker(for slice: StreamSlice, now: DateTime, in scope: Scope) throws -> CursorTracker {
        let initial = progress.withLock { $0.initial(of: slice.partition) }
        return try rules.makeTracker(for: slice, state: initial, followsText: true, now: now, in: scope)
    }

    func close(_ slice: StreamSlice, _ tracker: CursorTracker) {
        guard let seen = tracker.datetime else { return }
        progress.withLock { $0.close(slice, seen) }
    }

    /// A slice that failed stays open, which holds back what counts for all partitions.
    func fail(_ slice: StreamSlice) {}

    func stateAfterClose(uptime: Double) -> JSONObject? { progress.withLock { $0.stateAfterClose(uptime: uptime) } }

    func finalState(parentState: JSONObject?, generationFailed: Bool, uptime: Double) -> JSONObject {
        progress.withLock {
            $0.finalState(parentState: parentState, generationFailed: generationFailed, uptime: uptime)
        }
    }

    func split(_ slice: StreamSlice, minimum: TimeDelta?) throws -> (first: StreamSlice, second: StreamSlice)? {
        try rules.split(slice, minimum: minimum)
    }

    func remainder(of slice: StreamSlice, after tracker: CursorTracker) -> StreamSlice {
        rules.remainder(of: slice, after: tracker)
    }
}
