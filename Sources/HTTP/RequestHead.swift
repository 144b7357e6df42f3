import Synchronization

/// All of a request but its body: what the requests of a stream mostly have in common.
///
/// Made once where it is the same for many requests, as the transport keeps with it what it finds out: that the headers can
/// be sent, where the address leads, what goes over the wire. A change makes a new one, which shares what did not change.
package final class RequestHead: Sendable {
    package let method: String
    /// The whole address, query included, percent-encoded.
    package let url: String
    let shared: RequestHeaders
    /// Limits of the request where they differ from the transport's own.
    package let timeouts: HTTPTimeouts
    /// Where the authenticator put what it signs with.
    package let credentials: CredentialPlaces
    /// Whether a response named the address.
    package let isRedirected: Bool
    private let wire = Mutex<WireHead?>(nil)

    package init(
        method: String,
        url: String,
        headers: RequestHeaders,
        timeouts: HTTPTimeouts = HTTPTimeouts(),
        credentials: CredentialPlaces = CredentialPlaces(),
        isRedirected: Bool = false
    ) {
        self.method = method
        self.url = url
        shared = headers
        self.timeouts = timeouts
        self.credentials = credentials
        self.isRedirected = isRedirected
    }

    package var headers: HTTPHeaderList { shared.list }

    /// The same head with some of it changed.
    func with(
        method: String? = nil,
        url: String? = nil,
        headers: HTTPHeaderList? = nil,
        timeouts: HTTPTimeouts? = nil,
        credentials: CredentialPlaces? = nil,
        isRedirected: Bool? = nil
    ) -> RequestHead {
        RequestHead(
            method: method ?? self.method,
            url: url ?? self.url,
            headers: headers.map(RequestHeaders.init) ?? shared,
            timeouts: timeouts ?? self.timeouts,
            credentials: credentials ?? self.credentials,
            isRedirected: isRedirected ?? self.isRedirected
        )
    }

    /// What a transport found out about the head, made when it first sends it.
    func wireHead(
        of pool: ClientPool,
        make: () throws(TransportError) -> WireHead
    ) throws(TransportError) -> WireHead {
        if let known = wire.withLock({ $0 }), known.isOf(pool) { return known }
        let made = try make()
        wire.withLock { $0 = made }
        return made
    }
}

extension RequestHead: Equatable {
    package static func == (one: RequestHead, other: RequestHead) -> Bool {
        one === other
            || one.method == other.method && one.url == other.url && one.headers == other.headers
                && one.timeouts == other.timeouts && one.credentials == other.credentials
                && one.isRedirected == other.isRedirected
    }
}
