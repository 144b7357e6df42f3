import Synchronization

/// Runs tasks one job after the other, in the order they become ready, on the thread of the test.
///
/// What happens side by side elsewhere happens here in one known order.
package final class StepExecutor: TaskExecutor {
    private let jobs = Mutex<[UnownedJob]>([])

    package init() {}

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
    }

    /// Begins a task; it runs when `runAll` does.
    @discardableResult
    package func start(_ body: @escaping @Sendable () async -> Void) -> Task<Void, Never> {
        Task(executorPreference: self) { await body() }
    }

    /// Runs until nothing is ready any more.
    package func runAll() {
        while let job = jobs.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
            job.runSynchronously(on: asUnownedTaskExecutor())
        }
    }

    /// Lets everything that is ready now go on first.
    package func yield() async {
        await withCheckedContinuation { continuation in
            start { continuation.resume() }
        }
    }
}
