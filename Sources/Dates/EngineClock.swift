/// Time as the engine sees it: the present moment, a steady count, and waiting.
///
/// Passed in, so that tests need none.
package protocol EngineClock: Sendable {
    /// The present moment, UTC.
    func now() -> DateTime
    /// Seconds of a clock that never jumps.
    func uptime() -> Double
    /// Waits; throws `CancellationError` when the task is cancelled.
    func sleep(seconds: Double, for reason: WaitReason) async throws
}

/// Why the engine waits.
package enum WaitReason: Sendable {
    /// Before a request is retried.
    case retry
    /// Until a job is looked at again.
    case job
    /// Because no more requests are allowed at the moment.
    case budget
}
