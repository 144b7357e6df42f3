import Dates
import Diagnostics
import JSON

/// The input state of a stream with partitions, read but not yet applied.
struct PartitionedState: Sendable {
    /// Partitions and their cursors, in the order of the state.
    private(set) var partitions: [(partition: JSONObject, cursor: JSONObject)] = []
    /// The value that holds for all partitions.
    private(set) var global: CursorInstant?
    /// Seconds before the global value where unknown partitions start.
    private(set) var lookback = 0
    private(set) var parentState: JSONObject?
    /// Whether one value is kept for all partitions; nil when the state is of neither form.
    private(set) var isGlobal: Bool?

    init(_ state: JSONObject, rules: DatetimeCursorRules) throws {
        parentState = state["parent_state"]?.object.flatMap { $0.isEmpty ? nil : $0 }
        guard state["states"] != nil || state["state"] != nil else {
            global = try Self.global(state, rules)
            return
        }
        isGlobal = state["use_global_cursor"]?.bool ?? false
        lookback = try Self.seconds(state["lookback_window"] ?? .integer(0), rules)
        partitions = try (state["states"]?.array ?? []).map { try Self.partition($0, rules) }
        global = try state["state"]?.object.flatMap { try Self.global($0, rules) }
    }

    private static func global(_ state: JSONObject, _ rules: DatetimeCursorRules) throws -> CursorInstant? {
        guard let value = state[rules.cursorField] else { return nil }
        guard let instant = rules.format.read(value) else {
            throw fault(rules, "'\(rules.cursorField)' is \(value.text), which matches no datetime format")
        }
        return instant
    }

    private static func partition(
        _ value: JSONValue,
        _ rules: DatetimeCursorRules
    ) throws -> (partition: JSONObject, cursor: JSONObject) {
        guard let partition = value["partition"]?.object, let cursor = value["cursor"]?.object else {
            throw fault(rules, "an element of 'states' has no 'partition' and 'cursor': \(value.text)")
        }
        return (partition, cursor)
    }

    private static func seconds(_ value: JSONValue, _ rules: DatetimeCursorRules) throws -> Int {
        switch value.opened {
        case .integer(let number): return number
        case .double(let number): if let whole = Int(exactly: number.rounded(.towardZero)) { return whole }
        case .string(let text): if let number = Int(text) { return number }
        default: break
        }
        throw fault(rules, "'lookback_window' is not a number of seconds: \(value.text)")
    }

    private static func fault(_ rules: DatetimeCursorRules, _ what: String) -> EngineFailure {
        EngineFailure(
            .config,
            "The state of stream \(rules.streamName) cannot be read: \(what). Correct the state, or clear it to read "
                + "from the start."
        )
    }

    /// Where a partition without its own state starts: at the global value less the lookback, as the format can
    /// write it; without a global value at the start of the stream.
    func freshProgress(_ rules: DatetimeCursorRules) throws -> CursorProgress {
        guard let global else { return try CursorProgress(nil, rules: rules) }
        var text = rules.format.text(global)
        if lookback != 0, let known = rules.format.read(text) {
            let earlier = (try? TimeDelta(seconds: lookback)).flatMap { known.subtracting(.fixed($0)) }
            text = rules.format.text(earlier ?? rules.cutter.start)
        }
        return try CursorProgress([rules.cursorField: .string(text)], rules: rules)
    }

    // MARK: Parents

    /// The part of a child's input state that a parent stream starts from: the parent's own entry, else the child's
    /// global state, else a value that is all the child's state holds; nil without any of these.
    static func parentState(in state: JSONObject?, named name: String, cursorField: String?) -> JSONObject? {
        guard let state, !state.isEmpty else { return nil }
        if let own = state["parent_state"]?[name]?.object { return own }
        if let global = state["state"] { return global.object }
        guard state.count == 1, let cursorField, let value = state.values.first?.opened else { return nil }
        switch value {
        case .string, .integer, .double, .bigInteger: return [cursorField: value]
        default: return nil
        }
    }
}
