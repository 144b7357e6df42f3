import NIOCore

/// Runs tasks on the thread of an event loop.
///
/// A request that is sent from its loop's own thread wakes no other thread, and neither does its response: for small pages
/// that is a good part of all CPU. Tasks that need more than one core are spread over several loops.
final class LoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(_ loop: any EventLoop) { self.loop = loop }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
