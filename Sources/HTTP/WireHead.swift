import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Synchronization

/// The head of a request as the client takes it, and the client that sends it.
final class WireHead: Sendable {
    let client: HTTPClient
    /// The count that the requests have to be entered in.
    let ledger: ConnectionLedger
    let route: RequestRoute
    private let url: String
    private let pool: ClientPool
    private let bare: HTTPClient.Request
    private let reached = Atomic(false)

    /// Throws for headers that cannot be sent, and for addresses that requests cannot go to.
    init(_ head: RequestHead, _ route: RequestRoute, _ pool: ClientPool) throws(TransportError) {
        let wire = try head.shared.wireHeaders()
        let key = ClientPool.Key(timeouts: head.timeouts, route: route, hasLatinHeads: wire.areLatin)
        (client, ledger) = try pool.client(for: key)
        bare = try Self.request(head, wire.headers, route)
        url = head.url
        self.route = route
        self.pool = pool
    }

    private static func request(
        _ head: RequestHead,
        _ headers: HTTPHeaders,
        _ route: RequestRoute
    ) throws(TransportError) -> HTTPClient.Request {
        if let fault = AddressCheck.fault(in: head.url) { throw fault }
        var headers = headers
        for (name, value) in route.headers(for: head.url) where head.headers[name] == nil {
            headers.add(name: name, value: value)
        }
        do {
            let method = HTTPMethod(rawValue: head.method)
            return try HTTPClient.Request(url: route.address(of: head.url), method: method, headers: headers)
        } catch {
            throw TransportFault(error: error, hasHead: false, address: head.url, isReached: false).translated
        }
    }

    /// Whether the head was made for a pool that still works.
    func isOf(_ pool: ClientPool) -> Bool { self.pool === pool && !pool.isShutDown }

    /// The request with a body.
    func request(_ body: [UInt8]?) -> HTTPClient.Request {
        var request = bare
        request.body = body.map { .byteBuffer(ByteBuffer(bytes: $0)) }
        return request
    }

    // MARK: Where it goes

    /// Host and port that connections are made to.
    var place: String { route.place(of: url) }

    /// Whether a response has come from there already.
    var isReached: Bool { reached.load(ordering: .relaxed) || pool.isReached(host: bare.host, port: bare.port) }

    /// Notes that a response came.
    func noteResponse() {
        guard !reached.load(ordering: .relaxed) else { return }
        pool.noteReached(host: bare.host, port: bare.port)
        reached.store(true, ordering: .relaxed)
    }
}
