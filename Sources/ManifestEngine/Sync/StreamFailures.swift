import Diagnostics
import Synchronization

/// The failures of one stream, as they come from many slices: the first few are kept whole, the rest is counted by cause.
///
/// Some more have a message of the protocol each, as in the reference, so that only a flood of them differs.
///
/// Also tells when going on is hopeless: the first slices all failed in one way, and none was read.
final class StreamFailures: Sendable {
    private struct State {
        var named: [EngineFailure] = []
        var causes: [(cause: Cause, count: Int)] = []
        var unlisted = 0
        var total = 0
        /// Slices that failed before any was read.
        var inARow = 0
        var firstCause: Cause?
        var isHopeful = false
    }

    private struct Cause: Equatable {
        let type: FailureType
        let text: String

        init(_ failure: EngineFailure) {
            type = failure.type
            text = failure.cause ?? failure.message
        }
    }

    /// How much is said about a failure.
    enum Telling {
        /// All there is to say.
        case whole
        /// A message of the protocol.
        case message
        /// Nothing but its part in a count.
        case counted
    }

    /// Failures that are told in whole.
    static let namedFailures = 5
    /// Failures that have a message of the protocol.
    static let messages = 50
    /// Slices that fail in the same way, from the first one on, before a stream gives up.
    static let hopeless = 20
    /// Causes that are counted one by one.
    private static let listedCauses = 10

    private let state = Mutex(State())

    var isEmpty: Bool { state.withLock { $0.named.isEmpty } }

    /// Adds a failure, and says how much is to be said about it.
    func add(_ failure: EngineFailure) -> Telling {
        state.withLock { state in
            state.total += 1
            if state.total <= Self.namedFailures {
                state.named.append(failure)
                return .whole
            }
            let cause = Cause(failure)
            if let place = state.causes.firstIndex(where: { $0.cause == cause }) {
                state.causes[place].count += 1
            } else if state.causes.count < Self.listedCauses {
                state.causes.append((cause, 1))
            } else {
                state.unlisted += 1
            }
            return state.total <= Self.messages ? .message : .counted
        }
    }

    /// Adds a failure that is told whatever came before.
    func addFinal(_ failure: EngineFailure) { state.withLock { $0.named.append(failure) } }

    /// A slice failed.
    func noteFailedSlice(_ failure: EngineFailure) {
        state.withLock { state in
            guard !state.isHopeful else { return }
            let cause = Cause(failure)
            state.isHopeful = state.firstCause.map { $0 != cause } ?? false
            state.firstCause = cause
            state.inARow += 1
        }
    }

    /// A slice was read to its end.
    func noteReadSlice() { state.withLock { $0.isHopeful = true } }

    /// The failure to give up with; nil as long as there is hope.
    var hopelessness: EngineFailure? {
        state.withLock { state in
            guard !state.isHopeful, state.inARow >= Self.hopeless, let cause = state.firstCause else { return nil }
            return EngineFailure(
                cause.type,
                "Gave up: the first \(state.inARow) slices all failed in the same way, so the others were not tried. "
                    + "Cause: \(cause.text)",
                detail: "With --keep-going every slice is tried."
            )
        }
    }

    /// Whether there were so many failures that some have no message of their own.
    var isFlooded: Bool { state.withLock { $0.total > Self.messages } }

    /// What there is to say about the failures that were not told in whole; nil when there are none.
    var rest: EngineFailure? {
        state.withLock { state in
            guard let first = state.causes.first else { return nil }
            let count = state.causes.reduce(state.unlisted) { $0 + $1.count }
            var lines = state.causes.map { "\($0.count) × \($0.cause.text) (\($0.cause.type.rawValue))" }
            if state.unlisted > 0 { lines.append("\(state.unlisted) × other causes") }
            return EngineFailure(first.cause.type, "\(count) more slices failed: \(lines.joined(separator: "; "))")
        }
    }

    /// The failures that were told in whole, and one for the rest.
    var all: [EngineFailure] { state.withLock { $0.named } + (rest.map { [$0] } ?? []) }
}
