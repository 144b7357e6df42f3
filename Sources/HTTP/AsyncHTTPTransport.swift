import AsyncHTTPClient
import Diagnostics
import NIOCore

/// Sends requests with async-http-client over one event loop thread and a pool of kept connections.
///
/// Nothing is started before the first request. HTTP/1.1 only, as the reference speaks. Bodies may come compressed, see
/// `ContentCoding`. Redirects are followed here and not by the client, see `RedirectRule`, and cookies kept here. Each
/// body is gathered with one copy per read.
package final class AsyncHTTPTransport: HTTPTransport {
    /// What the engine calls itself unless a request sets `User-Agent`.
    package static let userAgent = "ManifestEngine/\(EngineVersion.text)"

    private let options: TransportOptions
    private let hosts: CredentialHosts
    private let pool: ClientPool

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
            if let cookie = jar?.header(for: current.url), current.headers["Cookie"] == nil {
                current.headers["Cookie"] = cookie
            }
            let response = try await sendOnce(current)
            let next = RedirectRule.next(
                after: current,
                status: response.status,
                location: RedirectRule.statuses.contains(response.status) ? response.headers["Location"] : nil
            )
            if next != nil && jar == nil { jar = CookieJar(now: { 0 }) }
            jar?.take(response.headers, from: current.url)
            guard let next else { return response }
            current = try hosts.redirected(next, from: current)
        }
        let (start, end) = (Self.shown(request.url), Self.shown(current.url))
        throw TransportError(
            .tooManyRedirects,
            "more than \(options.redirectLimit) redirects, from \(start) and finally to \(end)"
        )
    }

    private static func shown(_ address: String) -> String {
        AddressCheck.shown(AddressParts.withoutLogin(address))
    }

    /// Closes all connections and ends the threads; later requests fail.
    package func shutdown() async { await pool.shutdown() }

    package func executors(for workers: Int) -> [any TaskExecutor] {
        pool.threads(atMost: workers)?.makeIterator().map { LoopExecutor($0) } ?? []
    }

    // MARK: One exchange

    /// Sends a request, and sends it again if it met kept connections that the server had closed.
    private func sendOnce(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let head = try request.head.wireHead(of: pool) { () throws(TransportError) in
            try WireHead(request.head, RequestRoute.route(to: request.url, rules: options.proxies), pool)
        }
        await head.ledger.enter(to: head.place)
        var isOpen = false
        defer { if !isOpen { head.ledger.leave() } }
        let wire = head.request(request.body)
        var resending = Resending(method: request.method)
        while true {
            let gatherer = ResponseGatherer(
                url: request.url,
                limit: ResponseLimit(options),
                givesPieces: request.wantsPieces
            )
            let outcome = await exchange(wire, with: head.client, gatherer)
            if let closed = gatherer.closedConnection, resending.isDue(after: closed) { continue }
            let response = try await settled(outcome, of: head, to: request.url)
            if let pieces = response.pieces as? ReceivedBody {
                // The request stays under way until its body has ended.
                isOpen = true
                pieces.attach(stop: nil) { head.ledger.leave() }
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
        of head: WireHead,
        to address: String
    ) async throws(TransportError) -> HTTPResponse {
        let route = head.route
        switch outcome {
        case .success(let response):
            head.noteResponse()
            return try route.passed(response)
        case .failure(.refused(let error)): throw error
        case .failure(.client(let error, let hasHead)):
            let fault = TransportFault(error: error, hasHead: hasHead, address: address, isReached: head.isReached)
            // Behind a proxy it is the proxy that would be looked at.
            guard route == .direct else {
                throw await refusal(error, to: address, route, head.client) ?? route.explained(fault.translated)
            }
            throw await FaultLook(loop: head.client.eventLoopGroup.any()).looked(at: fault)
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
}
