import Synchronization

/// Lets a fixed number of tasks run at once; the others wait in the order they came.
package final class AsyncLimiter: Sendable {
    private struct State {
        var free: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
        var head = 0
    }

    private let state: Mutex<State>

    package init(_ places: Int) { state = Mutex(State(free: max(1, places))) }

    /// Takes a place, waiting for one if need be.
    package func acquire() async {
        let isFree = state.withLock { state in
            guard state.free > 0 else { return false }
            state.free -= 1
            return true
        }
        if isFree { return }
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                guard state.free == 0 else {
                    state.free -= 1
                    return true
                }
                state.waiting.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
    }

    /// Gives a place back.
    package func release() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.head < state.waiting.count else {
                state.free += 1
                return nil
            }
            defer { state.head += 1 }
            let next = state.waiting[state.head]
            if state.head > 64 {
                state.waiting.removeFirst(state.head + 1)
                state.head = -1
            }
            return next
        }
        next?.resume()
    }
}
