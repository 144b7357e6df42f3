import Synchronization

/// Notes what happens, in order.
package final class Notes: Sendable {
    private let state = Mutex<[String]>([])

    package init() {}

    package var lines: [String] { state.withLock { $0 } }

    package func add(_ line: String) { state.withLock { $0.append(line) } }
}
