package import Diagnostics
package import JSON
import Synchronization

/// Keeps the messages of a run.
package final class MessageRecorder: MessageSink {
    private let state = Mutex<[String]>([])

    package init() {}

    /// The log lines so far, each as `LEVEL text`.
    package var logs: [String] { state.withLock { $0 } }

    package func log(_ level: LogLevel, _ text: String) { state.withLock { $0.append("\(level.rawValue) \(text)") } }
    package func configChanged(_ config: JSONObject) {}
    package func rateLimited(stream: String) {}
}
