import Diagnostics
import Synchronization

/// The failures of one stream, collected from many slices: the first few are kept whole, the rest are counted by cause.
///
/// A few more get a protocol message each, as in the reference, so that only a flood of them differs.
///
/// Also decides when to give up: the first slices all failed in the same way, and none was read.
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
        /// In full.
        case whole
        /// As a protocol message.
        case message
        /// Only as part of a count.
        case counted
    }

    /// Failures that are reported in full.
    static let namedFailures = 5
    /// Failures that get a protocol message.
    static let messages = 50
    /// Slices that fail in the same way, from the first one on, before a stream gives up.
    static let hopeless = 20
    /// Causes that are counted separately.
    private static let listedCauses = 10

    private let state = Mutex(State())

    var isEmpty: Bool { state.withLock { $0.named.isEmpty } }

    /// Adds a failure, and says how it is to be reported.
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

    /// Adds a failure that is always reported in full.
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

    /// The failure to give up with; nil while reading may go on.
    var hopelessness: EngineFailure? {
        state.withLock { state in
            guard !state.isHopeful, state.inARow >= Self.hopeless, let cause = state.firstCause else { return nil }
            return EngineFailure(
                cause.type,
                "Gave up: the first \(state.inARow) slices all failed in the same way, so the others were not read. "
                    + "Cause: \(cause.text)",
                detail: "Use --keep-going to read every slice."
            )
        }
    }

    /// Whether there were so many failures that some get no message.
    var isFlooded: Bool { state.withLock { $0.total > Self.messages } }

    /// A summary of the failures that were not reported in full; nil when there are none.
    var rest: EngineFailure? {
        state.withLock { state in
            guard let first = state.causes.first else { return nil }
            let count = state.causes.reduce(state.unlisted) { $0 + $1.count }
            var lines = state.causes.map { "\($0.count) × \($0.cause.text) (\($0.cause.type.rawValue))" }
            if state.unlisted > 0 { lines.append("\(state.unlisted) × other causes") }
            return EngineFailure(first.cause.type, "\(count) more slices failed: \(lines.joined(separator: "; "))")
        }
    }

    /// The failures that were reported in full, and one for the rest.
    var all: [EngineFailure] { state.withLock { $0.named } + (rest.map { [$0] } ?? []) }
}
