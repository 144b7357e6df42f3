import AsyncHTTPClient
package import Diagnostics
import NIOCore
import NIOHTTP1
import Synchronization

/// Sends requests with async-http-client over one event loop thread and a pool of kept connections.
///
/// Nothing is started before the first request. HTTP/1.1 only, as the reference speaks. Bodies may come packed, see
/// `ContentCoding`. Redirects are followed here and not by the client, see `RedirectRule`, and cookies kept here. Each
/// body is gathered with one copy per read.
package final class AsyncHTTPTransport: HTTPTransport {
    /// What the engine calls itself unless a request sets `User-Agent`.
    package static let userAgent = "ManifestEngine/\(EngineVersion.text)"

    private let options: TransportOptions
    private let hosts: CredentialHosts
    private let pool: ClientPool
    /// The address sent to last, with its request line.
    private let lastRequest = Mutex<(url: String, request: HTTPClient.Request)?>(nil)

    /// Where responses have come from.
    private let reached = Mutex<Set<Place>>([])

    private struct Place: Hashable {
        let host: String
        let port: Int

        init(_ request: HTTPClient.Request) {
            host = request.host
            port = request.port
        }
    }

    /// - Parameter hosts: decides what redirects may take along.
    package init(options: TransportOptions = TransportOptions(), hosts: CredentialHosts = CredentialHosts()) {
        self.options = options
        self.hosts = hosts
        pool = ClientPool(options: options)
    }

    /// Cookies that redirects set are kept for this request alone.
    package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        try await send(request, cookies: nil)
    }

    package func send(_ request: HTTPRequest, cookies: CookieJar?) async throws(TransportError) -> HTTPResponse {
        var current = request
        var jar = cookies
        for _ in 0...options.redirectLimit {
            if current.headers["Cookie"] == nil, let cookie = jar?.header(for: current.url) {
                current.headers["Cookie"] = cookie
            }
            let response = try await answer(to: current)
            let next = RedirectRule.next(
                after: current,
                status: response.status,
                location: response.headers["Location"]
            )
            if next != nil && jar == nil { jar = CookieJar(now: { 0 }) }
            jar?.take(response.headers, from: current.url)
            guard let next else { return response }
            current = try hosts.redirected(next, from: current)
        }
        throw TransportError(.tooManyRedirects, "more than \(options.redirectLimit) redirects")
    }

    /// Closes all connections and ends the threads; later requests fail.
    package func shutdown() async { await pool.shutdown() }

    package func executors(for workers: Int) -> [any TaskExecutor] {
        pool.threads(atMost: workers)?.makeIterator().map { LoopExecutor($0) } ?? []
    }

    // MARK: One exchange

    /// Sends once; again when that met kept connections that the server had closed.
    private func answer(to request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        if let fault = HeaderCheck.fault(in: request.headers) { throw fault }
        let route = try RequestRoute.route(to: request.url, rules: options.proxies)
        let (client, ledger) = try pool.client(for: ClientPool.Key(timeouts: request.timeouts, route: route))
        let wire: HTTPClient.Request
        do { wire = try wireRequest(request, route) } catch let error as TransportError { throw error } catch {
            throw TransportFault(error: error, hasHead: false, address: request.url, isReached: false).translated
        }
        await ledger.enter(to: route.place(of: request.url))
        var isOpen = false
        defer { if !isOpen { ledger.leave() } }
        var resending = Resending(method: request.method)
        while true {
            let gatherer = ResponseGatherer(
                url: request.url,
                limit: ResponseLimit(options),
                givesPieces: request.wantsPieces
            )
            let outcome = await exchange(wire, with: client, gatherer)
            if let closed = gatherer.closedConnection, resending.isDue(after: closed) { continue }
            let response = try await settled(outcome, of: wire, to: request.url, route, client)
            if let pieces = response.pieces as? ReceivedBody {
                // The request is under way until its body is.
                isOpen = true
                pieces.attach(stop: nil) { ledger.leave() }
            }
            return response
        }
    }

    private func exchange(
        _ request: HTTPClient.Request,
        with client: HTTPClient,
        _ gatherer: ResponseGatherer
    ) async -> ResponseGatherer.Outcome {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                gatherer.start(continuation)
                let task = client.execute(request: request, delegate: gatherer)
                gatherer.attach { task.cancel() }
            }
        } onCancel: {
            gatherer.cancel()
        }
    }

    /// The response, or the fault in plain words.
    private func settled(
        _ outcome: ResponseGatherer.Outcome,
        of wire: HTTPClient.Request,
        to address: String,
        _ route: RequestRoute,
        _ client: HTTPClient
    ) async throws(TransportError) -> HTTPResponse {
        switch outcome {
        case .success(let response):
            reached.withLock { _ = $0.insert(Place(wire)) }
            return try route.passed(response)
        case .failure(.refused(let error)): throw error
        case .failure(.client(let error, let hasHead)):
            let isReached = reached.withLock { $0.contains(Place(wire)) }
            let fault = TransportFault(error: error, hasHead: hasHead, address: address, isReached: isReached)
            // Behind a proxy it is the proxy that would be looked at.
            guard route == .direct else {
                throw await refusal(error, to: address, route, client) ?? route.explained(fault.translated)
            }
            throw await FaultLook(loop: client.eventLoopGroup.any()).looked(at: fault)
        }
    }

    /// What a proxy says that opens no tunnel; nil when that is not what went wrong.
    private func refusal(
        _ error: any Error,
        to address: String,
        _ route: RequestRoute,
        _ client: HTTPClient
    ) async -> TransportError? {
        guard let proxy = route.proxy, let parts = AddressParts(address) else { return nil }
        let target = parts.port == nil ? "\(parts.authority):443" : parts.authority
        switch error as? HTTPClientError {
        case .proxyAuthenticationRequired?: return ProxyRefusal(proxy: proxy, status: 407, target: target).told
        case .invalidProxyResponse?:
            let status = await ProxyLook.status(of: proxy, target: target, client.eventLoopGroup.any())
            return ProxyRefusal(proxy: proxy, status: status, target: target).told
        default: return nil
        }
    }

    private func wireRequest(_ request: HTTPRequest, _ route: RequestRoute) throws -> HTTPClient.Request {
        var headers = HTTPHeaders()
        headers.reserveCapacity(request.headers.fields.count + 4)
        for (name, value) in [("User-Agent", Self.userAgent), ("Accept-Encoding", "gzip, deflate"), ("Accept", "*/*")]
        where request.headers[name] == nil {
            headers.add(name: name, value: value)
        }
        for field in request.headers.fields { headers.add(name: field.name, value: field.value) }
        for (name, value) in route.headers(for: request.url) where request.headers[name] == nil {
            headers.add(name: name, value: value)
        }
        if route != .direct, let fault = AddressCheck.fault(in: request.url) { throw fault }
        var wire = try bareRequest(request.method, route.address(of: request.url))
        wire.headers = headers
        wire.body = request.body.map { .byteBuffer(ByteBuffer(bytes: $0)) }
        return wire
    }

    /// The request line; that of the request before is used again, as taking an address apart is a good part of it.
    private func bareRequest(_ method: String, _ url: String) throws -> HTTPClient.Request {
        let last = lastRequest.withLock { $0 }
        if let last, last.url == url, last.request.method.rawValue == method { return last.request }
        if let fault = AddressCheck.fault(in: url) { throw fault }
        let request = try HTTPClient.Request(url: url, method: HTTPMethod(rawValue: method))
        lastRequest.withLock { $0 = (url, request) }
        return request
    }
}
