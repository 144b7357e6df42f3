import NIOCore
import Synchronization

/// Lets only as many requests be under way, and connections be open, as the process may have sockets.
///
/// A request that comes when all are taken waits for the next one to end. A kept connection to another host is closed
/// when its place is needed.
final class ConnectionLedger: Sendable {
    /// An open connection.
    final class Slot: Sendable {
        fileprivate let channel: any Channel
        private let busy = Atomic(true)
        fileprivate let place: String

        fileprivate init(_ channel: any Channel, place: String) {
            self.channel = channel
            self.place = place
        }

        /// Whether a request is under way.
        var isBusy: Bool {
            get { busy.load(ordering: .relaxed) }
            set { busy.store(newValue, ordering: .relaxed) }
        }
    }

    private struct State {
        var underWay = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
        var slots: [Slot] = []
    }

    /// Requests and connections at once.
    let limit: Int
    private let state = Mutex(State())

    init(limit: Int) { self.limit = max(1, limit) }

    // MARK: Requests

    /// Begins a request to a host and port, when there is room for it.
    func enter(to place: @autoclosure () -> String) async {
        let isFree = state.withLock { state in
            guard state.underWay < limit else { return false }
            state.underWay += 1
            return true
        }
        if !isFree { await wait() }
        if state.withLock({ $0.slots.count >= limit }) { await makeRoom(for: place()) }
    }

    private func wait() async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                guard state.underWay >= limit else {
                    state.underWay += 1
                    return true
                }
                state.waiting.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
    }

    /// Ends a request; the one that has waited longest takes its place.
    func leave() {
        let next: CheckedContinuation<Void, Never>? = state.withLock { state in
            if state.waiting.isEmpty {
                state.underWay -= 1
                return nil
            }
            return state.waiting.removeFirst()
        }
        next?.resume()
    }

    /// Closes the oldest idle connection when all places are taken and none leads where the request goes.
    private func makeRoom(for place: String) async {
        let idle: Slot? = state.withLock { state in
            guard state.slots.count >= limit else { return nil }
            let idle = state.slots.filter { !$0.isBusy }
            guard !idle.contains(where: { $0.place == place }), let oldest = idle.first else { return nil }
            oldest.isBusy = true
            return oldest
        }
        try? await idle?.channel.close().get()
    }

    // MARK: Connections

    /// Notes a connection until it closes.
    func add(_ channel: any Channel, to place: String) -> Slot {
        let slot = Slot(channel, place: place)
        state.withLock { $0.slots.append(slot) }
        channel.closeFuture.whenComplete { _ in
            self.state.withLock { state in state.slots.removeAll { $0 === slot } }
        }
        return slot
    }
}
