import Diagnostics

/// Why a stream was not read to its end.
///
/// A stream may have several. What was read of it before, and of other streams, is not lost.
public struct StreamFailure: Sendable, CustomStringConvertible {
    /// The name of the stream.
    public let stream: String
    /// Who has to act.
    public let kind: ConnectorError.Kind
    /// What went wrong, for the person who runs the sync.
    public let message: String
    /// For the person who edits the manifest: request, response, what decided.
    public let detail: String?

    /// The stream and what went wrong.
    public var description: String { "\(stream): \(message)" }

    init(_ stream: String, _ failure: EngineFailure, _ secrets: SecretMask) {
        self.stream = stream
        kind = ConnectorError.Kind(failure.type)
        message = secrets.masked(failure.message)
        detail = failure.detail.map(secrets.masked)
    }
}
