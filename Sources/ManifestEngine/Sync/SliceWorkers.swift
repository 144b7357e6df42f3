import HTTP
import Synchronization

/// The workers that all streams of a run share: how many slices are read at once, and where their tasks run.
struct SliceWorkers: Sendable {
    /// Room for one slice each.
    let slots: AsyncLimiter
    let executors: ExecutorTurn

    init(_ run: SourceRun) {
        slots = AsyncLimiter(run.workers)
        executors = ExecutorTurn(run.context.transport.executors(for: run.workers))
    }
}

/// Deals out executors to tasks in turn.
final class ExecutorTurn: Sendable {
    private let executors: [any TaskExecutor]
    private let turn = Atomic(0)

    init(_ executors: [any TaskExecutor]) { self.executors = executors }

    /// The next executor; nil when there is none to prefer.
    func next() -> (any TaskExecutor)? {
        guard !executors.isEmpty else { return nil }
        return executors[turn.wrappingAdd(1, ordering: .relaxed).oldValue % executors.count]
    }
}
