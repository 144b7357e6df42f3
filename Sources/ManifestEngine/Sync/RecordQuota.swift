import Synchronization

/// How many records of a stream are still wanted, where a limit was set.
final class RecordQuota: Sendable {
    /// Thrown to end the reading of a stream without an error.
    struct UsedUp: Error {}

    private let left: Atomic<Int>

    init(_ limit: Int) { left = Atomic(limit) }

    /// Whether all wanted records were taken.
    var isUsedUp: Bool { left.load(ordering: .relaxed) <= 0 }

    /// Takes records while some are wanted; returns how many of `count` were taken.
    func take(upTo count: Int) -> Int {
        let before = left.wrappingSubtract(count, ordering: .relaxed).oldValue
        return min(count, max(0, before))
    }

    /// Throws once all wanted records were taken.
    func check() throws { if isUsedUp { throw UsedUp() } }
}
