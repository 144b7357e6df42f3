import JSON
import Text

/// How far the partitions of a stream were read: each by itself, or all by one value.
///
/// The rules of the state, without locks and clocks. What a partition costs in memory is its key and one interval.
struct PartitionedProgress: Sendable {
    /// With more partitions than this, one value for all is kept.
    static let globalLimit = 10_000
    /// Minimum seconds between two states of a running sync.
    static let emissionInterval = 600.0

    private struct Partition: Sendable {
        let key: String
        var progress: CursorProgress
        /// The partition as the state shows it; nil after a change.
        var shown: JSONValue?
    }

    private let rules: DatetimeCursorRules
    private let limit: Int
    /// Whether one value for all partitions is kept.
    private(set) var isGlobal: Bool
    /// Partitions with their own state: those of the input state, then the new ones.
    private var partitions: [Partition] = []
    private var places: [String: Int] = [:]
    private var partitionCount = 0
    private var open = OpenPartitions()

    /// Where partitions without their own state start.
    private let fresh: CursorProgress
    private var globalText: String?
    /// The value for all partitions that holds once the sync has succeeded.
    private var nextGlobalText: String?
    /// Seconds.
    private var lookback: Int
    private var parentState: JSONObject?
    private var hasRecords = false
    /// Whether a partition was made in this sync.
    private var hasBegun = false
    /// The partitions that were begun, as parents may give the same one twice.
    private var begun = SeenKeys()
    private var startUptime: Double?
    private var lastEmission: Double?

    /// Reads the input state; throws for a value it cannot read.
    ///
    /// A state that says whether it is one for all partitions outweighs the manifest.
    init(
        _ rules: DatetimeCursorRules,
        state: JSONObject?,
        isGlobal: Bool,
        limit: Int = globalLimit
    ) throws {
        self.rules = rules
        self.limit = limit
        let input = try PartitionedState(state ?? [:], rules: rules)
        self.isGlobal = input.isGlobal ?? isGlobal
        lookback = input.lookback
        parentState = input.parentState
        globalText = input.global.map(rules.format.text)
        nextGlobalText = globalText
        fresh = try input.freshProgress(rules)
        for (partition, cursor) in input.partitions {
            add(PartitionKey.make(partition), try CursorProgress(cursor, rules: rules))
        }
        partitionCount = input.partitions.count
    }

    private mutating func add(_ key: String, _ progress: CursorProgress) {
        if let place = places[key] {
            partitions[place].progress = progress
        } else {
            places[key] = partitions.count
            partitions.append(Partition(key: key, progress: progress))
        }
    }

    mutating func start(uptime: Double) { startUptime = startUptime ?? uptime }

    // MARK: Slices

    /// Begins a partition and returns its slices; none when the same partition came before.
    ///
    /// Throws a system failure when there is no room to remember the partition.
    mutating func begin(
        _ partition: StreamSlice,
        parentState: JSONObject?,
        until end: CursorInstant
    ) throws -> [StreamSlice] {
        let (key, progress) = progress(of: partition)
        guard try begun.insert(.string(key)) else {
            rules.notices.duplicatePartition()
            return []
        }
        let slices = rules.cutter.slices(besides: progress.intervals, until: end)
        open.begin(key, slices: slices.count, parentState: parentState)
        return slices.map { rules.slice($0, of: partition) }
    }

    /// Begins a partition whose slices were made elsewhere.
    mutating func resume(_ partition: StreamSlice, slices: Int, parentState: JSONObject?) {
        let (key, _) = progress(of: partition)
        if !open.contains(key) { open.begin(key, slices: slices, parentState: parentState) }
    }

    /// The key and the progress of a partition, which becomes known by this.
    private mutating func progress(of partition: StreamSlice) -> (key: String, progress: CursorProgress) {
        if !isGlobal && partitionCount > limit {
            rules.notices.switchedToGlobal(limit: limit)
            isGlobal = true
        }
        hasBegun = true
        let key = PartitionKey.make(partition.partition)
        if let place = places[key] { return (key, partitions[place].progress) }
        partitionCount += 1
        if !isGlobal { add(key, fresh) }
        return (key, fresh)
    }

    /// Up to where earlier syncs read what a slice belongs to.
    func initial(of partition: JSONObject) -> CursorInstant {
        guard !isGlobal, let place = places[PartitionKey.make(partition)] else { return fresh.initial }
        return partitions[place].progress.initial
    }

    /// Other slices of the same partition are read in the place of one.
    mutating func replace(_ slice: StreamSlice, by count: Int) {
        open.replaceSlice(of: PartitionKey.make(slice.partition), by: count)
    }

    /// Takes in a slice that was read to its end.
    mutating func close(_ slice: StreamSlice, _ seen: DatetimeTracker) {
        let key = PartitionKey.make(slice.partition)
        guard let isFinished = open.close(key) else { return }
        if let latest = seen.latestText {
            hasRecords = true
            raiseGlobal(to: latest)
        }
        if !isGlobal, let place = places[key] {
            partitions[place].progress.add(seen.interval, cutter: rules.cutter)
            partitions[place].shown = nil
            if isFinished { raiseGlobal(to: partitions[place].progress.value) }
        }
        if let state = open.takeParentState() { parentState = state }
    }

    private mutating func raiseGlobal(to instant: CursorInstant) {
        let text = rules.format.text(instant)
        if nextGlobalText.map({ CursorFormat.isText(text, after: $0) }) ?? true { nextGlobalText = text }
    }

    // MARK: State

    /// The state to emit while the sync runs: at most one per interval, and none without news of the parents where only
    /// those have news.
    mutating func stateAfterClose(uptime: Double) -> JSONObject? {
        if let last = lastEmission, uptime - last <= Self.emissionInterval { return nil }
        lastEmission = uptime
        if isGlobal && parentState?.isEmpty ?? true { return nil }
        return state()
    }

    /// The state at the end.
    ///
    /// What counts for all partitions moves only when every one was made and read.
    mutating func finalState(parentState: JSONObject?, generationFailed: Bool, uptime: Double) -> JSONObject {
        if !generationFailed && !open.hasOpenSlices {
            if hasRecords {
                globalText = nextGlobalText
                lookback = Int(saturating: (uptime - (startUptime ?? uptime)).rounded(.up))
            }
            self.parentState = parentState
        } else if !hasBegun && self.parentState == nil {
            // The parents failed before the first partition: their state is emitted as it is.
            self.parentState = parentState
        }
        return state()
    }

    /// The current state.
    mutating func state() -> JSONObject {
        var state: JSONObject = ["use_global_cursor": .bool(isGlobal)]
        if !isGlobal { state["states"] = .array(partitions.indices.map { shown($0) }) }
        if let globalText { state["state"] = .object([rules.cursorField: .string(globalText)]) }
        state["lookback_window"] = .integer(lookback)
        if let parentState { state["parent_state"] = .object(parentState) }
        return state
    }

    private mutating func shown(_ place: Int) -> JSONValue {
        if let shown = partitions[place].shown { return shown }
        let shown = JSONValue.object([
            "partition": PartitionKey.partition(partitions[place].key),
            "cursor": .object(partitions[place].progress.state(rules)),
        ])
        partitions[place].shown = shown
        return shown
    }
}
