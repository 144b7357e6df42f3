import Diagnostics
import JSON
import Synchronization

/// Keeps the messages of a run.
final class NotedMessages: MessageSink {
    private struct State {
        var lines: [String] = []
        var limitedStreams: [String] = []
    }

    private let state = Mutex(State())

    var lines: [String] { state.withLock { $0.lines } }
    /// The streams that were reported as held back, one entry for each report.
    var limitedStreams: [String] { state.withLock { $0.limitedStreams } }

    func log(_ level: LogLevel, _ text: String) { state.withLock { $0.lines.append("\(level.rawValue) \(text)") } }
    func configChanged(_ config: JSONObject) {}
    func rateLimited(stream: String) { state.withLock { $0.limitedStreams.append(stream) } }
}
