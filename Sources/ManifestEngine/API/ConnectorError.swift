import Diagnostics

/// Why something could not be done.
///
/// Secrets are masked.
public struct ConnectorError: Error, Sendable, CustomStringConvertible {
    /// What went wrong.
    public enum Code: String, Sendable, CaseIterable {
        /// The manifest has errors; `problems` says where.
        case invalidManifest = "invalid-manifest"
        /// The manifest does not allow the configuration; `problems` says why.
        case invalidConfiguration = "invalid-configuration"
        /// The state is not one that a read gives.
        case invalidState = "invalid-state"
        /// A string is not JSON.
        case invalidText = "invalid-text"
        /// A file cannot be read or written.
        case file
        /// An option, a proxy or a certificate cannot be used.
        case invalidOption = "invalid-option"
        /// The manifest has no stream of that name.
        case unknownStream = "unknown-stream"
        /// Some streams were not read to their end; `streams` says which, and why.
        case incompleteRead = "incomplete-read"
        /// A changed configuration could not be kept; `streams` says which streams failed as well.
        case configurationNotKept = "configuration-not-kept"
        /// A request, or what came back, failed.
        case failed
    }

    /// Who has to act.
    public enum Kind: String, Sendable {
        /// Whoever wrote the manifest or the configuration.
        case configuration = "config_error"
        /// Nobody: the next attempt may succeed.
        case transient = "transient_error"
        /// Whoever runs the API, or maintains the manifest or the engine.
        case system = "system_error"
    }

    /// What went wrong.
    public let code: Code
    /// Who has to act.
    public let kind: Kind
    /// What went wrong, for a person.
    public let message: String
    /// Particulars, such as the request and the start of the response.
    public let detail: String?
    /// The places where something is wrong; empty when no file is involved.
    public let problems: [Problem]
    /// The streams that failed; empty unless the code is `incompleteRead` or `configurationNotKept`.
    public let streams: [StreamFailure]

    /// What went wrong, for a person; with places where there are some.
    public var description: String { message }

    init(
        _ code: Code,
        _ message: String,
        kind: Kind = .configuration,
        detail: String? = nil,
        problems: [Problem] = [],
        streams: [StreamFailure] = []
    ) {
        self.code = code
        self.kind = kind
        self.message = message
        self.detail = detail
        self.problems = problems
        self.streams = streams
    }

    /// Any error of the engine.
    ///
    /// - Parameter code: what it is where the error itself does not tell.
    init(_ error: any Error, _ code: Code, _ secrets: SecretMask = SecretMask()) {
        if let known = error as? ConnectorError {
            self = known
            return
        }
        let failure = EngineFailure.from(error)
        let diagnostics = (error as? ManifestFault)?.diagnostics ?? Diagnostics()
        let isOfFile = diagnostics.errors.contains { ["unreadable-file", "unwritable-file"].contains($0.code) }
        self.init(
            isOfFile ? .file : code,
            secrets.masked(failure.message),
            kind: Kind(failure.type),
            detail: failure.detail.map(secrets.masked),
            problems: diagnostics.problems(secrets)
        )
    }
}

extension ConnectorError.Kind {
    init(_ type: FailureType) {
        self =
            switch type {
            case .config: .configuration
            case .transient: .transient
            case .system: .system
            }
    }
}
