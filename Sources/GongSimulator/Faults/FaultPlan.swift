/// The faults in force, with the count of requests that matched each.
struct FaultPlan: Sendable {
    private var entries: [(fault: Fault, matches: Int)] = []

    init(_ faults: [Fault]) {
        entries = faults.map { ($0, 0) }
    }

    /// Counts a request against every fault it matches; returns the first fault that strikes, if any.
    mutating func strike(method: String, path: String) -> Fault? {
        var struck: Fault?
        for index in entries.indices where entries[index].fault.matches(method: method, path: path) {
            entries[index].matches += 1
            if struck == nil, entries[index].fault.strikes(matchNumber: entries[index].matches) {
                struck = entries[index].fault
            }
        }
        return struck
    }
}
