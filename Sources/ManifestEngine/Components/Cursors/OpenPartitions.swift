import DequeModule
import JSON

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

    /// The parents' state of the last partition before the first one that is not finished; nil when there is no news.
    mutating func takeParentState() -> JSONObject? {
        var latest: JSONObject?
        while firstState < first, let state = parentStates.popFirst() {
            firstState += 1
            latest = state ?? latest
        }
        return latest
    }
}
