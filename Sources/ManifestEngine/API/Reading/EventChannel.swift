import DequeModule
import JSON
import Synchronization

/// Hands what is read to its consumer: a sender waits until its item is taken.
///
/// So there is never more in it than one item of each sender.
final class EventChannel: Sendable {
    /// Something on its way to the caller.
    enum Item: Sendable {
        case page(ArraySlice<Record>, stream: String)
        case state(JSONObject, stream: String)
        case complete(stream: String)
    }

    private typealias Sender = CheckedContinuation<Void, any Error>
    private typealias Receiver = CheckedContinuation<Item?, any Error>

    private struct State {
        var waiting: Deque<(item: Item, sender: Sender)> = []
        var receiver: Receiver?
        /// How it ended, once nothing more is sent.
        var end: Result<Void, any Error>?
        /// The consumer has left.
        var isClosed = false
        var onClose: @Sendable () -> Void = {}
    }

    private let state = Mutex(State())

    /// Whether the consumer has left.
    var isClosed: Bool { state.withLock { $0.isClosed } }

    /// Sets what happens once the consumer has left.
    func onClose(_ body: @escaping @Sendable () -> Void) { state.withLock { $0.onClose = body } }

    // MARK: Sending

    /// Returns once the item was taken; throws `CancellationError` when it never will be.
    func send(_ item: Item) async throws {
        try await withCheckedThrowingContinuation { (sender: Sender) in
            let receiver = state.withLock { state -> Result<Receiver?, any Error> in
                if state.isClosed { return .failure(CancellationError()) }
                if let receiver = state.receiver.take() { return .success(receiver) }
                state.waiting.append((item, sender))
                return .success(nil)
            }
            switch receiver {
            case .failure(let error): sender.resume(throwing: error)
            case .success(nil): break
            case .success(let receiver?):
                receiver.resume(returning: item)
                sender.resume()
            }
        }
    }

    /// Says that nothing more is sent.
    func finish(throwing error: (any Error)? = nil) {
        let end: Result<Void, any Error> = error.map { .failure($0) } ?? .success(())
        let receiver = state.withLock { state in
            state.end = state.end ?? end
            return state.receiver.take()
        }
        receiver?.resume(with: end.map { nil })
    }

    // MARK: Asking

    /// The next item; nil after the last one.
    ///
    /// Throws what the read ended with, and `CancellationError` when the task is cancelled, which closes the channel.
    func next() async throws -> Item? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (receiver: Receiver) in
                let now = state.withLock { state -> Result<(item: Item?, sender: Sender?), any Error>? in
                    if state.isClosed { return .failure(CancellationError()) }
                    if let first = state.waiting.popFirst() { return .success((first.item, first.sender)) }
                    if let end = state.end { return end.map { (nil, nil) } }
                    state.receiver = receiver
                    return nil
                }
                if case .success(let taken)? = now { taken.sender?.resume() }
                if let now { receiver.resume(with: now.map(\.item)) }
            }
        } onCancel: {
            close()
        }
    }

    /// Lets all go that wait; nothing can be sent or asked for any more.
    func close() {
        let (waiting, receiver, onClose) = state.withLock { state in
            state.isClosed = true
            defer {
                state.waiting = []
                state.onClose = {}
            }
            return (state.waiting, state.receiver.take(), state.onClose)
        }
        receiver?.resume(throwing: CancellationError())
        for (_, sender) in waiting { sender.resume(throwing: CancellationError()) }
        onClose()
    }
}
