import Diagnostics

/// A log line that a connector writes while it works.
public struct LogLine: Sendable, CustomStringConvertible {
    /// The weight of a line, the lightest first.
    public enum Level: Int, Sendable, Comparable, CaseIterable {
        /// Each request, masked, and each decision.
        case debug
        /// Progress.
        case info
        /// What may be amiss.
        case warning
        /// What failed.
        case error

        /// Whether a line is lighter than another one.
        public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    }

    /// The weight.
    public let level: Level
    /// The text, secrets masked.
    public let text: String

    /// The weight and the text.
    public var description: String { "\(level): \(text)" }
}

extension LogLine.Level {
    init(_ level: LogLevel) {
        self =
            switch level {
            case .debug: .debug
            case .info: .info
            case .warn: .warning
            case .error, .fatal: .error
            }
    }

    var logLevel: LogLevel {
        switch self {
        case .debug: .debug
        case .info: .info
        case .warning: .warn
        case .error: .error
        }
    }
}
