/// How long a transport waits, and how many connections it keeps.
///
/// The reference sets no time limits of its own, so a peer that falls silent holds it for ever. Here a connection must
/// be made within `connectTimeout`, and an answer may not pause for longer than `readTimeout`.
package struct TransportOptions: Sendable, Hashable {
    /// Seconds for making a connection, name lookup and TLS included.
    package var connectTimeout = 30.0
    /// Seconds without a byte, from the end of the request to the end of the answer; nil waits without end.
    package var readTimeout: Double? = 300
    /// Connections kept to one host.
    package var connectionsPerHost = 40
    /// Seconds that a connection without a request is kept.
    package var idleTimeout = 60.0
    /// Redirects followed for one request.
    package var redirectLimit = 30
    /// Which proxies requests go through.
    package var proxies = ProxyRules()
    /// Certificates beside those of the system.
    package var tls = TLSFiles()

    /// Bytes of a response at most, once unpacked; nil is `standardResponseSize`, and less for what unpacks beyond belief.
    package var maxResponseSize: Int?

    /// Bytes of a response at most when nobody says otherwise: what one page may take of memory.
    package static let standardResponseSize = 512 * 1024 * 1024

    package init() {}
}
