import Glibc
import Synchronization

/// What ends a run before its time: a signal, or a reader of standard output that went away.
///
/// The first one ends the run gracefully: waits and requests end, lines are finished, the state that covers what
/// was written is kept. A second signal ends the process at once, and so does the first while the inputs are still read,
/// which may wait forever where they come from a pipe.
final class Interruption: Sendable {
    /// Why a run ends early; the raw value is the signal's number.
    enum Cause: Int32 {
        case hangup = 1
        case interrupt = 2
        case brokenPipe = 13
        case terminate = 15

        /// The name for display; nil when there is no reader left.
        var name: String? {
            switch self {
            case .interrupt: "SIGINT"
            case .terminate: "SIGTERM"
            case .hangup, .brokenPipe: nil
            }
        }

        /// What a shell says of a process that the signal ended.
        var status: ExitStatus {
            switch self {
            case .hangup: .hungUp
            case .interrupt: .interrupted
            case .brokenPipe: .brokenPipe
            case .terminate: .terminated
            }
        }
    }

    /// The one of this process, since signals are the process's.
    static let shared = Interruption()

    private struct State {
        var isOver = false
        var end: (@Sendable () -> Void)?
    }

    private let number = Atomic<Int32>(0)
    private let hasBegun = Atomic(false)
    private let arrival = Semaphore()
    private let state = Mutex(State())

    /// Why the run ends early; nil while it continues.
    var cause: Cause? { Cause(rawValue: number.load(ordering: .relaxed)) }

    /// Notes that all inputs are read, so that there is a run to end in order.
    func runBegins() { hasBegun.store(true, ordering: .relaxed) }

    /// Ends the run for a cause, unless it is ending already.
    func note(_ cause: Cause) {
        if take(cause.rawValue) { endRun() }
    }

    /// Sets how the run is ended; called at once if the end was already requested.
    func onEnd(_ end: @escaping @Sendable () -> Void) {
        let isOver = state.withLock { state in
            state.end = end
            return state.isOver
        }
        if isOver { end() }
    }

    private func endRun() {
        let end = state.withLock { state in
            state.isOver = true
            return state.end
        }
        end?()
    }

    private func take(_ number: Int32) -> Bool {
        self.number.compareExchange(expected: 0, desired: number, ordering: .relaxed).exchanged
    }

    // MARK: Signals

    /// Watches the signals that ask a process to end; a hangup only where it is not ignored, as under `nohup`.
    func watchSignals() {
        for cause in [Cause.hangup, .interrupt, .terminate] where cause != .hangup || !Self.isIgnored(cause.rawValue) {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { Interruption.shared.receive($0) }
            action.sa_flags = SA_RESTART
            sigaction(cause.rawValue, &action, nil)
        }
        var thread = pthread_t()
        pthread_create(&thread, nil, { _ in Interruption.shared.waitForSignal() }, nil)
    }

    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        sigaction(number, nil, &action)
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    /// Runs in the signal handler, so it does only what is allowed there.
    private func receive(_ number: Int32) {
        guard take(number) else { _exit(128 + number) }
        arrival.raise()
    }

    private func waitForSignal() -> UnsafeMutableRawPointer? {
        arrival.wait()
        let name = cause?.name
        if let cause, !hasBegun.load(ordering: .relaxed) {
            if let name { Console.error("\(name): stopped before the run began") }
            leave(cause.status.rawValue)
        }
        if let name { Console.error("\(name): shutting down; repeat to stop immediately") }
        endRun()
        return nil
    }
}

/// A semaphore of the system, which a signal handler may raise.
///
/// Sendable without the compiler's check because the system's own calls on it are safe from any thread.
private final class Semaphore: @unchecked Sendable {
    private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    init() { sem_init(semaphore, 0, 0) }

    deinit { semaphore.deallocate() }

    func raise() { sem_post(semaphore) }

    func wait() {
        while sem_wait(semaphore) != 0 && errno == EINTR {}
    }
}
