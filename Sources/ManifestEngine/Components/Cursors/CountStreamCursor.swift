import Dates
import Diagnostics
import JSON
import Jinja
import Manifest
import Synchronization
import Text

/// The cursor of a stream that follows a count.
final class CountStreamCursor: StreamCursor {
    private struct Progress {
        var read: IntervalList<CountValue>
        /// Whether a slice with records was closed since the last state.
        var hasNews = false
    }

    let cursorField: String
    private let key: JSONKey
    private let notices: CursorNotices
    private let initial: CountValue
    private let carried: JSONObject
    private let progress: Mutex<Progress>

    init(_ setup: CursorSetup, field: String, start: CountValue) throws {
        let state = setup.state ?? [:]
        cursorField = field
        key = JSONKey(field)
        notices = CursorNotices(streamName: setup.streamName, cursorField: field, messages: setup.messages)
        let isList = state["state_type"]?.string.map { ["date-range", "integer"].contains($0) } ?? false
        let first = state["slices"]?.array?.first
        let stored = isList ? first?["most_recent_cursor_value"] ?? first?["end"] : state[field]
        let known = try stored.map { try Self.count($0, setup.streamName, field) } ?? start
        initial = known.isZero ? start : max(start, known)
        carried = isList ? [:] : state
        let interval = CursorInterval(start: start, end: initial, latest: initial.isZero ? nil : initial)
        progress = Mutex(Progress(read: IntervalList([interval], reaches: { $0.reaches($1) })))
    }

    private static func count(_ value: JSONValue, _ stream: String, _ field: String) throws -> CountValue {
        if let count = CountValue(value) { return count }
        if let count = value.string.flatMap({ CountValue(digits: $0) }) { return count }
        throw EngineFailure(
            .config,
            "The state of stream \(stream) has a value of '\(field)' that is not a number: \(value.text). "
                + "Correct the state, or clear it to read from the start."
        )
    }

    var state: JSONObject {
        let value = progress.withLock { $0.read.stateValue } ?? initial
        var state = carried
        state[cursorField] = value.json
        return state
    }

    func parentState(named name: String, cursorField: String?) -> JSONObject? { nil }

    func start(uptime: Double) {}

    func begin(_ partition: StreamSlice, parentState: JSONObject?, now: DateTime, in scope: Scope) -> [StreamSlice] {
        var slice = partition
        slice.cursor = ["start": initial.json, "end": .double(.infinity)]
        return [slice]
    }

    func resume(_ partition: StreamSlice, slices: [StreamSlice], parentState: JSONObject?) {}

    func makeTracker(for slice: StreamSlice, now: DateTime, in scope: Scope) -> CursorTracker {
        CursorTracker(CountTracker(key: key, notices: notices, oldest: initial))
    }

    func close(_ slice: StreamSlice, _ tracker: CursorTracker) {
        guard let latest = tracker.count?.latest, !latest.isZero else { return }
        progress.withLock { progress in
            let interval = CursorInterval(start: initial, end: latest, latest: latest)
            progress.read.add(interval, reaches: { $0.reaches($1) })
            progress.hasNews = true
        }
    }

    func replace(_ slice: StreamSlice, by others: [StreamSlice]) {}

    func fail(_ slice: StreamSlice) {}

    func stateAfterClose(uptime: Double) -> JSONObject? {
        let hasNews = progress.withLock { progress in
            defer { progress.hasNews = false }
            return progress.hasNews
        }
        return hasNews ? state : nil
    }

    func finalState(parentState: JSONObject?, generationFailed: Bool, uptime: Double) -> JSONObject { state }

    func split(_ slice: StreamSlice, minimum: TimeDelta?) -> (first: StreamSlice, second: StreamSlice)? { nil }

    func remainder(of slice: StreamSlice, after tracker: CursorTracker) -> StreamSlice {
        guard let latest = tracker.count?.latest else { return slice }
        var rest = slice
        rest.cursor["start"] = latest.json
        return rest
    }
}

/// Follows the counts of a slice's records.
struct CountTracker: Sendable {
    private let key: JSONKey
    private let notices: CursorNotices
    private let oldest: CountValue
    /// The highest count seen.
    private(set) var latest: CountValue?

    init(key: JSONKey, notices: CursorNotices, oldest: CountValue) {
        self.key = key
        self.notices = notices
        self.oldest = oldest
    }

    /// What was seen, to continue with in another process.
    var seen: JSONObject { latest.map { ["latest": $0.json] } ?? [:] }

    /// Continues with what was seen; false when that is not from a count.
    mutating func restore(_ seen: JSONObject) -> Bool {
        latest = seen["latest"].flatMap(CountValue.init)
        return seen["latest"] == nil || latest != nil
    }

    mutating func observe(_ record: Record) {
        guard let value = value(of: record) else { return }
        if latest.map({ $0 < value }) ?? true { latest = value }
    }

    func keeps(_ record: Record) -> Bool { value(of: record).map { $0 >= oldest } ?? true }

    /// What keeps the count of a record from being read; nil when nothing does.
    func complaint(about record: Record) -> CursorComplaint? {
        guard let value = record.get(key), !value.isNull else { return .missing }
        return CountValue(value) == nil ? .unreadable(value: value.text, formats: ["a number"]) : nil
    }

    private func value(of record: Record) -> CountValue? {
        guard let value = record.get(key), !value.isNull else {
            notices.missingValue()
            return nil
        }
        guard let count = CountValue(value) else {
            notices.unreadableValue(value.text)
            return nil
        }
        return count
    }
}

/// A count of a record: an integer of any size, or a number with a fraction.
struct CountValue: Comparable, Sendable {
    private let number: ExactNumber

    private init(_ number: ExactNumber) { self.number = number }

    /// The count of a finite JSON number; nil for anything else, as a state cannot hold it.
    init?(_ value: JSONValue) {
        if case .double(let number) = value.opened, !number.isFinite { return nil }
        guard let number = ExactNumber(value) else { return nil }
        self.number = number
    }

    /// The count of an integer in decimal digits, as Python's `int` reads it; nil for other text.
    init?(digits: String) {
        guard let number = PythonNumber.integer(digits) else { return nil }
        self.init(JSONValue(number))
    }

    static func integer(_ number: Int) -> CountValue { CountValue(ExactNumber(number)) }

    /// The count as slices and states hold it.
    var json: JSONValue { number.json }

    var isZero: Bool { number.isZero }

    static func < (left: CountValue, right: CountValue) -> Bool { left.number < right.number }

    /// Whether the count after this one is another or later.
    func reaches(_ other: CountValue) -> Bool { number.adding(1) >= other.number }
}
