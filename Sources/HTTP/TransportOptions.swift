/// How long a transport waits, and how many connections it keeps.
///
/// The reference sets no time limits, so a silent peer blocks it forever. Here a connection must
/// be made within `connectTimeout`, and a response may not pause for longer than `readTimeout`.
package struct TransportOptions: Sendable, Hashable {
    /// Seconds for making a connection, name lookup and TLS included.
    package var connectTimeout = 30.0
    /// Seconds without a byte, from the end of the request to the end of the response; nil waits without end.
    package var readTimeout: Double? = 300
    /// Connections kept to one host.
    package var connectionsPerHost = 40
    /// Seconds that a connection without a request is kept.
    package var idleTimeout = 60.0
    /// Redirects followed for one request.
    package var redirectLimit = 30
    /// Which proxies requests go through.
    package var proxies = ProxyRules()
    /// Certificates besides those of the system.
    package var tls = TLSFiles()

    /// Bytes of a response at most, once decompressed; nil is `standardResponseSize`, and less for what grows beyond
    /// belief.
    package var maxResponseSize: Int?

    /// The default limit for the bytes of a response: the memory that one page may take.
    package static let standardResponseSize = 512 * 1024 * 1024

    package init() {}
}
