/// Whether a configuration works.
public enum CheckResult: Sendable {
    /// The streams that the manifest names for this can be read.
    case succeeded
    /// They cannot, or the configuration is not what the manifest asks for; the error says why.
    case failed(ConnectorError)
}
