import JSON

/// Who has to act on a failure, as the protocol names it.
package enum FailureType: String, Sendable {
    case system = "system_error"
    case config = "config_error"
    case transient = "transient_error"
}

/// A failure while a command runs: of one stream, or of the command.
package struct EngineFailure: Error, Sendable, CustomStringConvertible {
    package let type: FailureType
    /// For the person who runs the sync; no secrets.
    package let message: String
    /// For the person who edits the manifest: request, answer, what decided.
    package let detail: String?

    package init(_ type: FailureType, _ message: String, detail: String? = nil) {
        self.type = type
        self.message = message
        self.detail = detail
    }

    package var description: String { message }

    /// Any error as a failure.
    package static func from(_ error: any Error) -> EngineFailure {
        switch error {
        case let failure as EngineFailure: failure
        case let fault as ManifestFault: EngineFailure(.config, fault.description)
        case let failure as TemplateFailure:
            EngineFailure(failure.isOfManifest ? .config : .system, "A template failed: \(failure.description)")
        case is CancellationError: EngineFailure(.transient, "The sync was stopped.")
        default: EngineFailure(.system, String(describing: error))
        }
    }
}
