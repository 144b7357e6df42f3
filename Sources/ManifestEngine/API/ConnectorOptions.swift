package import Dates
package import HTTP

/// How a connector reaches the network, how long it waits, and what it reports.
///
/// Each option has a default that suits most programs.
public struct ConnectorOptions: Sendable {
    /// Hosts that may have credentials although the manifest does not name them, such as `files.example.com` or
    /// `*.example.com`.
    ///
    /// A request that would take credentials elsewhere, by a link or a redirect of a response, is not sent.
    public var allowedHosts: [String] = []

    /// The longest wait that an API may ask for; nil is an hour, and a day where a quota is said to be reset.
    public var longestWait: Duration?

    /// Bytes of a response at most, once decompressed; nil is 512 MiB.
    ///
    /// Responses that are read as they arrive, such as CSV and JSON lines, may have any size.
    public var largestResponse: Int?

    /// How long making a connection may take.
    public var connectTimeout = Duration.seconds(30)

    /// How long a response may pause; nil waits without end.
    public var readTimeout: Duration? = .seconds(300)

    /// Whether a stream fails when settings of the manifest find nothing, such as a `field_path` that matches no response.
    public var isStrict = false

    /// Whether every slice of a stream is read, even if the first twenty all failed in the same way.
    public var keepsGoing = false

    /// Variables that name proxies (`HTTPS_PROXY`, `NO_PROXY`, …) and authorities to trust (`SSL_CERT_FILE`, …); those of
    /// the process if nil.
    public var environment: [String: String]?

    /// The Python interpreter, with airbyte-cdk, that runs the classes which a manifest names; without one, streams that need
    /// them cannot be read.
    public var python: String?

    /// The lightest log lines that `onLog` gets.
    public var logLevel = LogLine.Level.info

    /// Gets the log lines while a connector works; called from any task, so it should be quick.
    public var onLog: (@Sendable (LogLine) -> Void)?

    /// Keeps a configuration that changed while a connector worked, for the next time.
    ///
    /// An API may give a new refresh token each time and take none twice. Whoever does not keep the new one is locked out,
    /// so without this closure such a token is not used: the check or the stream fails and says so. What the closure throws
    /// ends up in an error of the code `configurationNotKept`.
    ///
    /// Later calls of the same connector use the new configuration where they are handed the old one. Do not run two
    /// calls at once with one such token.
    public var onConfigurationChange: (@Sendable (Configuration) throws -> Void)?

    /// The network; a connection of its own for each call if nil.
    package var transport: (any HTTPTransport)?

    /// Tells the time.
    package var clock: any EngineClock = SystemClock()

    /// The defaults.
    public init() {}
}
