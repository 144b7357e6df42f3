package import Diagnostics
package import JSON
import Synchronization

/// Keeps the messages of a run.
package final class MessageRecorder: MessageSink {
    private struct State {
        var logs: [String] = []
        var configs: [JSONObject] = []
        var limitedStreams: [String] = []
    }

    private let state = Mutex(State())

    package init() {}

    /// The log lines so far, each as `LEVEL text`.
    package var logs: [String] { state.withLock { $0.logs } }
    /// The configurations that were reported as changed.
    package var configs: [JSONObject] { state.withLock { $0.configs } }
    /// The streams that were reported as held back, one entry each time.
    package var limitedStreams: [String] { state.withLock { $0.limitedStreams } }

    package func log(_ level: LogLevel, _ text: String) {
        state.withLock { $0.logs.append("\(level.rawValue) \(text)") }
    }

    package func configChanged(_ config: JSONObject) { state.withLock { $0.configs.append(config) } }
    package func rateLimited(stream: String) { state.withLock { $0.limitedStreams.append(stream) } }
}
