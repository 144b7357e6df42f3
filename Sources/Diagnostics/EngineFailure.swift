package import JSON

/// Who has to act on a failure, as the protocol names it.
package enum FailureType: String, Sendable {
    case system = "system_error"
    case config = "config_error"
    case transient = "transient_error"
}

/// A failure while a command runs: of one stream, or of the command.
package struct EngineFailure: FailureCause, Sendable, CustomStringConvertible {
    package let type: FailureType
    /// For the person who runs the sync; no secrets.
    package let message: String
    /// For the person who edits the manifest: the request, the response, and what decided.
    package let detail: String?
    /// What happened without the particulars, such as `HTTP 403`, to count failures by; nil where the message serves.
    package let cause: String?

    package init(_ type: FailureType, _ message: String, detail: String? = nil, cause: String? = nil) {
        self.type = type
        self.message = message
        self.detail = detail
        self.cause = cause
    }

    package var description: String { message }

    package var failure: EngineFailure { self }

    /// Any error as a failure.
    package static func from(_ error: any Error) -> EngineFailure {
        switch error {
        case let cause as any FailureCause: cause.failure
        case is CancellationError: EngineFailure(.transient, "The sync was stopped.")
        default: EngineFailure(.system, String(describing: error))
        }
    }
}

/// An error that knows what it means for the sync.
package protocol FailureCause: Error {
    /// The error as the failure that is reported.
    var failure: EngineFailure { get }
}

extension ManifestFault: FailureCause {
    package var failure: EngineFailure { EngineFailure(.config, description) }
}

extension JSONPathFault: FailureCause {
    package var failure: EngineFailure {
        EngineFailure(.system, "Cannot add the field '\(path.joined(separator: "."))': \(reason).")
    }
}
