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
        if let fault = HeaderCheck.fault(in: head.headers) { throw fault }
        let isASCII = head.headers.fields.allSatisfy { $0.value.utf8.allSatisfy { $0 < 0x80 } }
        let key = ClientPool.Key(timeouts: head.timeouts, route: route, hasLatinHeads: !isASCII)
        (client, ledger) = try pool.client(for: key)
        bare = try Self.request(head, route)
        url = head.url
        self.route = route
        self.pool = pool
    }

    private static func request(
        _ head: RequestHead,
        _ route: RequestRoute
    ) throws(TransportError) -> HTTPClient.Request {
        if let fault = AddressCheck.fault(in: head.url) { throw fault }
        do {
            let address = route.address(of: head.url)
            return try HTTPClient.Request(
                url: address,
                method: HTTPMethod(rawValue: head.method),
                headers: headers(head, route)
            )
        } catch {
            throw TransportFault(error: error, hasHead: false, address: head.url, isReached: false).translated
        }
    }

    private static func headers(_ head: RequestHead, _ route: RequestRoute) -> HTTPHeaders {
        var headers = HTTPHeaders()
        headers.reserveCapacity(head.headers.fields.count + 4)
        for (name, value) in [
            ("User-Agent", AsyncHTTPTransport.userAgent), ("Accept-Encoding", "gzip, deflate"), ("Accept", "*/*"),
        ] where head.headers[name] == nil {
            headers.add(name: name, value: value)
        }
        for field in head.headers.fields { headers.add(name: field.name, value: field.value) }
        for (name, value) in route.headers(for: head.url) where head.headers[name] == nil {
            headers.add(name: name, value: value)
        }
        return headers
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
