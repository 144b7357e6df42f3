import Diagnostics
import Synchronization

/// Keeps log lines of one kind from drowning the others: those after the first few are for debugging only.
package final class LogRepetition: Sendable {
    /// Lines of one kind that are shown.
    static let shown = 20

    private let counts = Mutex<[String: Int]>([:])

    /// The level and the text of a log line.
    ///
    /// - Parameter kind: what makes lines alike, such as the stream and what happened.
    func line(_ level: LogLevel, _ text: String, kind: String) -> (level: LogLevel, text: String) {
        let count = counts.withLock { counts in
            counts[kind, default: 0] += 1
            return counts[kind, default: 0]
        }
        if count < Self.shown { return (level, text) }
        return count == Self.shown ? (level, "\(text) Further lines like this one are omitted.") : (.debug, text)
    }
}
