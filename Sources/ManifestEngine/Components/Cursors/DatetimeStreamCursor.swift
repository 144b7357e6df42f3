import Dates
import Diagnostics
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

    func resume(_ partition: StreamSlice, slices: [StreamSlice], parentState: JSONObject?) {}

    func makeTracker(for slice: StreamSlice, now: DateTime, in scope: Scope) throws -> CursorTracker {
        let initial = progress.withLock { $0.initial }
        return try rules.makeTracker(for: slice, state: initial, followsText: false, now: now, in: scope)
    }

    func close(_ slice: StreamSlice, _ tracker: CursorTracker) {
        guard let seen = tracker.datetime else { return }
        progress.withLock { $0.add(seen.interval, cutter: rules.cutter) }
    }

    func replace(_ slice: StreamSlice, by others: [StreamSlice]) {}

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

/// How far a stream or a partition was read.
struct CursorProgress: Sendable {
    /// Up to where earlier syncs read.
    let initial: CursorInstant
    private var read: IntervalList<CursorInstant>
    /// The input state, where it holds more than the cursor field; it is emitted again with that field set.
    private let carried: JSONObject?

    /// Reads a state, of a stream or of a partition; throws when the cursor value is unreadable.
    init(_ state: JSONObject?, rules: DatetimeCursorRules) throws {
        let state = state ?? [:]
        if let kind = state["state_type"]?.string, Self.intervalKinds.contains(kind) {
            let intervals = try (state["slices"]?.array ?? []).map { try Self.interval($0, rules) }
            initial = intervals.first.map { $0.latest ?? $0.end } ?? rules.cutter.start
            read = IntervalList(
                intervals.isEmpty ? [Self.interval(upTo: initial, rules)] : intervals,
                reaches: rules.cutter.reaches
            )
            carried = nil
            return
        }
        let start = rules.cutter.start
        let known = try state[rules.cursorField].map { try Self.instant($0, rules) } ?? start
        initial = known >= start ? known : start
        read = IntervalList([Self.interval(upTo: initial, rules)], reaches: rules.cutter.reaches)
        carried = state.isEmpty || state.count == 1 && state[rules.cursorField] != nil ? nil : state
    }

    private static let intervalKinds = ["date-range", "integer"]

    private static func interval(upTo end: CursorInstant, _ rules: DatetimeCursorRules) -> CursorInterval<CursorInstant>
    {
        CursorInterval(start: rules.cutter.start, end: end, latest: end)
    }

    private static func interval(
        _ value: JSONValue,
        _ rules: DatetimeCursorRules
    ) throws -> CursorInterval<CursorInstant> {
        CursorInterval(
            start: try instant(value["start"] ?? .null, rules),
            end: try instant(value["end"] ?? .null, rules),
            latest: try value["most_recent_cursor_value"].map { try instant($0, rules) }
        )
    }

    private static func instant(_ value: JSONValue, _ rules: DatetimeCursorRules) throws -> CursorInstant {
        if let instant = rules.format.read(value) { return instant }
        throw EngineFailure(
            .config,
            "The state of stream \(rules.streamName) has a value of '\(rules.cursorField)' that matches no datetime format: "
                + "\(value.text). Correct the state, or clear it to read from the start."
        )
    }

    /// What was read, in order.
    var intervals: [CursorInterval<CursorInstant>] { read.intervals }

    /// Adds a slice that was read to its end.
    mutating func add(_ interval: CursorInterval<CursorInstant>, cutter: SliceCutter) {
        read.add(interval, reaches: cutter.reaches)
    }

    /// The value that the state holds.
    var value: CursorInstant { read.stateValue ?? initial }

    /// The state: the cursor field, and what else the input state held.
    func state(_ rules: DatetimeCursorRules) -> JSONObject {
        let text = JSONValue.string(rules.format.text(value))
        guard var state = carried else { return [rules.cursorField: text] }
        state[rules.cursorField] = text
        return state
    }
}
