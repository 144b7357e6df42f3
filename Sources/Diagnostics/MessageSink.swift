package import JSON

/// Where the messages of the protocol go.
package protocol MessageSink: Sendable {
    /// A log line for people.
    func log(_ level: LogLevel, _ text: String)
    /// Whether lines of the level `debug` are wanted.
    var logsDebug: Bool { get }
    /// A configuration that changed while the sync ran, to be stored by the caller.
    func configChanged(_ config: JSONObject)
    /// A stream waits because the API asked it to slow down.
    func rateLimited(stream: String)
}

extension MessageSink {
    package var logsDebug: Bool { false }

    /// Logs what was decided, for the person who looks for a fault; the text is made only where it is wanted.
    package func debug(_ text: @autoclosure () -> String) { if logsDebug { log(.debug, text()) } }
}

/// Weight of a log line.
package enum LogLevel: String, Sendable, CaseIterable, Comparable {
    case debug = "DEBUG"
    case info = "INFO"
    case warn = "WARN"
    case error = "ERROR"
    case fatal = "FATAL"

    package static func < (left: LogLevel, right: LogLevel) -> Bool {
        allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
    }
}
