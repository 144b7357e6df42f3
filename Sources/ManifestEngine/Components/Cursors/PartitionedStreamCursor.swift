import Dates
import DequeModule
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
        return try progress.withLock { try $0.begin(partition, parentState: parentState, until: end) }
    }

    func resume(_ partition: StreamSlice, slices: [StreamSlice], parentState: JSONObject?) {
        progress.withLock { $0.resume(partition, slices: slices.count, parentState: parentState) }
    }

    func makeTracker(for slice: StreamSlice, now: DateTime, in scope: Scope) throws -> CursorTracker {
        let initial = progress.withLock { $0.initial(of: slice.partition) }
        return try rules.makeTracker(for: slice, state: initial, followsText: true, now: now, in: scope)
    }

    func close(_ slice: StreamSlice, _ tracker: CursorTracker) {
        guard let seen = tracker.datetime else { return }
        progress.withLock { $0.close(slice, seen) }
    }

    func replace(_ slice: StreamSlice, by others: [StreamSlice]) {
        progress.withLock { $0.replace(slice, by: others.count) }
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

/// The partitions that were begun and are not read to their end, numbered in the order they were made.
struct OpenPartitions: Sendable {
    private struct Open: Sendable {
        let number: Int
        var slices: Int
    }

    private var open: [String: Open] = [:]
    private var count = 0
    /// Numbers from `first` on that are finished although earlier ones are not.
    private var finished: Set<Int> = []
    /// The number below which all partitions are finished.
    private var first = 0
    /// What the parents' state was when each partition from `firstState` on was made.
    private var parentStates: Deque<JSONObject?> = []
    private var firstState = 0

    /// Whether a partition was begun and is not finished.
    func contains(_ key: String) -> Bool { open[key] != nil }

    /// Whether any partition has a slice that was not read to its end.
    var hasOpenSlices: Bool { open.values.contains { $0.slices > 0 } }

    /// Begins a partition.
    ///
    /// One without slices is never finished, as no slice of it ends.
    mutating func begin(_ key: String, slices: Int, parentState: JSONObject?) {
        open[key] = Open(number: count, slices: slices)
        parentStates.append(parentState)
        count += 1
    }

    /// Other slices come in the place of one.
    mutating func replaceSlice(of key: String, by count: Int) { open[key]?.slices += count - 1 }

    /// Ends a slice; nil when the partition is not open, else whether it is finished now.
    mutating func close(_ key: String) -> Bool? {
        guard let partition = open[key] else { return nil }
        open[key]?.slices -= 1
        guard partition.slices <= 1 else { return false }
        open[key] = nil
        finished.insert(partition.number)
        while finished.remove(first) != nil { first += 1 }
        return true
    }

    /// The parents' state of the last partition before the first one that is not finished; nil when it has not changed.
    mutating func takeParentState() -> JSONObject? {
        var latest: JSONObject?
        while firstState < first, let state = parentStates.popFirst() {
            firstState += 1
            latest = state ?? latest
        }
        return latest
    }
}

/// Partitions as strings: compact JSON with the members of all objects sorted by name.
///
/// Numbers and strings differ, and so does anything else in a partition, such as `parent_slice`.
enum PartitionKey {
    /// The key of a partition.
    static func make(_ partition: JSONObject) -> String {
        let bytes = Bytes(capacity: 64)
        append(.object(partition), to: bytes)
        return bytes.text
    }

    private static func append(_ value: JSONValue, to bytes: Bytes) {
        switch value.opened {
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, name) in names(members).enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                bytes.appendQuoted(name)
                bytes.append(UInt8(ascii: ":"))
                append(members[name] ?? .null, to: bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                append(element, to: bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case let scalar: bytes.append(json: scalar)
        }
    }

    /// The names in the order of their code points.
    private static func names(_ members: JSONObject) -> [String] {
        members.count < 2
            ? Array(members.keys) : members.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The partition of a key, its members in the order of the key.
    static func partition(_ key: String) -> JSONValue {
        ((try? JSONValue(parsing: key)) ?? .object([:])).resolved
    }
}
