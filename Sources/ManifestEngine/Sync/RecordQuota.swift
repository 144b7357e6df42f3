import Synchronization

/// How many records of a stream are still wanted, where a limit was set.
final class RecordQuota: Sendable {
    /// Thrown to end the reading of a stream in order.
    struct UsedUp: Error {}

    private let left: Atomic<Int>

    init(_ limit: Int) { left = Atomic(limit) }

    /// Whether all wanted records were taken.
    var isUsedUp: Bool { left.load(ordering: .relaxed) <= 0 }

    /// Takes one record; throws when none is wanted any more.
    func take() throws {
        if left.wrappingSubtract(1, ordering: .relaxed).oldValue <= 0 { throw UsedUp() }
    }

    /// Throws when all wanted records were taken.
    func check() throws { if isUsedUp { throw UsedUp() } }
}
