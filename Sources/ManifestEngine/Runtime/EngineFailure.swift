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
    /// What happened without the particulars, such as `HTTP 403`, to count failures by; nil where the message serves.
    package let cause: String?

    package init(_ type: FailureType, _ message: String, detail: String? = nil, cause: String? = nil) {
        self.type = type
        self.message = message
        self.detail = detail
        self.cause = cause
    }

    package var description: String { message }

    /// The failure with the slice it happened in.
    func at(_ slice: StreamSlice) -> EngineFailure {
        let summary = slice.summary
        guard !summary.isEmpty else { return self }
        let detail = ["slice: \(summary)", detail].compactMap { $0 }.joined(separator: "\n")
        return EngineFailure(type, message, detail: detail, cause: cause)
    }

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
