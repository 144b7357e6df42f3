import AsyncHTTPClient
import Glibc
import JSON
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// Sends requests with async-http-client over one event loop thread and a pool of kept connections.
///
/// Nothing is started before the first request. HTTP/1.1 only, as the reference speaks. Bodies may come packed with
/// gzip or deflate. Redirects are followed here and not by the client, see `RedirectRule`. Each body is gathered with
/// one copy per read.
package final class AsyncHTTPTransport: HTTPTransport {
    /// What the engine calls itself unless a request sets `User-Agent`.
    package static let userAgent = "ManifestEngine/\(EngineVersion.text)"

    private let options: TransportOptions
    private let state = Mutex(State())

    /// The client for each set of time limits; they share the thread.
    private struct State {
        var group: MultiThreadedEventLoopGroup?
        var clients: [HTTPTimeouts: HTTPClient] = [:]
        var isShutDown = false
        /// The address sent to last, with its request line.
        var lastRequest: (url: String, request: HTTPClient.Request)?
        /// Where responses have come from.
        var reached: Set<Place> = []
    }

    private struct Place: Hashable {
        let host: String
        let port: Int
    }

    package init(options: TransportOptions = TransportOptions()) { self.options = options }

    package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let client = try client(for: request.timeouts)
        var current = request
        for _ in 0...options.redirectLimit {
            let response = try await fetch(current, with: client)
            let next = RedirectRule.next(
                after: current,
                status: response.status,
                location: response.headers["Location"]
            )
            guard let next else { return response }
            current = next
        }
        throw TransportError(.tooManyRedirects, "more than \(options.redirectLimit) redirects")
    }

    /// Closes all connections and ends the thread; later requests fail.
    package func shutdown() async {
        let (clients, group) = state.withLock { state in
            defer { state = State(isShutDown: true) }
            return (Array(state.clients.values), state.group)
        }
        // A client that was shut down twice is the only thing that can go wrong here, and it is of no consequence.
        for client in clients { try? await client.shutdown() }
        try? await group?.shutdownGracefully()
    }

    // MARK: One exchange

    private func fetch(_ request: HTTPRequest, with client: HTTPClient) async throws(TransportError) -> HTTPResponse {
        if let fault = HeaderCheck.fault(in: request.headers) { throw fault }
        let wire: HTTPClient.Request
        do { wire = try wireRequest(request) } catch let error as TransportError { throw error } catch {
            throw fault(error, hasHead: false, request).translated
        }
        switch await exchange(wire, request, client) {
        case .success(let response):
            state.withLock { _ = $0.reached.insert(Place(host: wire.host, port: wire.port)) }
            return response
        case .failure(.refused(let error)): throw error
        case .failure(.client(let error, let hasHead)):
            let look = FaultLook(loop: client.eventLoopGroup.any())
            throw await look.looked(at: fault(error, hasHead: hasHead, request))
        }
    }

    private func exchange(
        _ wire: HTTPClient.Request,
        _ request: HTTPRequest,
        _ client: HTTPClient
    ) async -> ResponseGatherer.Outcome {
        let gatherer = ResponseGatherer(url: request.url, limit: ResponseLimit(options))
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                gatherer.start(continuation)
                let task = client.execute(request: wire, delegate: gatherer)
                gatherer.attach { task.cancel() }
            }
        } onCancel: {
            gatherer.cancel()
        }
    }

    private func fault(_ error: any Error, hasHead: Bool, _ request: HTTPRequest) -> TransportFault {
        let place = AddressParts(request.url).map { parts in
            Place(host: parts.host, port: parts.port ?? (parts.scheme == "https" ? 443 : 80))
        }
        let isReached = place.map { place in state.withLock { $0.reached.contains(place) } } ?? false
        return TransportFault(error: error, hasHead: hasHead, address: request.url, isReached: isReached)
    }

    private func wireRequest(_ request: HTTPRequest) throws -> HTTPClient.Request {
        var headers = HTTPHeaders()
        headers.reserveCapacity(request.headers.fields.count + 3)
        for (name, value) in [("User-Agent", Self.userAgent), ("Accept-Encoding", "gzip, deflate"), ("Accept", "*/*")]
        where request.headers[name] == nil {
            headers.add(name: name, value: value)
        }
        for field in request.headers.fields { headers.add(name: field.name, value: field.value) }
        var wire = try bareRequest(request.method, request.url)
        wire.headers = headers
        wire.body = request.body.map { .byteBuffer(ByteBuffer(bytes: $0)) }
        return wire
    }

    /// The request line; that of the request before is used again, as taking an address apart is a good part of it.
    private func bareRequest(_ method: String, _ url: String) throws -> HTTPClient.Request {
        let last = state.withLock { $0.lastRequest }
        if let last, last.url == url, last.request.method.rawValue == method { return last.request }
        if let fault = AddressCheck.fault(in: url) { throw fault }
        let request = try HTTPClient.Request(url: url, method: HTTPMethod(rawValue: method))
        state.withLock { $0.lastRequest = (url, request) }
        return request
    }

    // MARK: The client

    package func executors(for workers: Int) -> [any TaskExecutor] {
        let cores = Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        let group = state.withLock { state in
            state.isShutDown ? nil : Self.group(in: &state, threads: max(1, min(workers, cores)))
        }
        return group?.makeIterator().map { LoopExecutor($0) } ?? []
    }

    /// The threads of this transport; how many there are is settled by whoever asks first.
    private static func group(in state: inout State, threads: Int) -> MultiThreadedEventLoopGroup {
        if let group = state.group { return group }
        PageMemory.keepForReuse()
        let group = MultiThreadedEventLoopGroup(numberOfThreads: threads)
        state.group = group
        return group
    }

    private func client(for timeouts: HTTPTimeouts) throws(TransportError) -> HTTPClient {
        let client = state.withLock { state -> HTTPClient? in
            if state.isShutDown { return nil }
            if let client = state.clients[timeouts] { return client }
            let group = Self.group(in: &state, threads: 1)
            let client = HTTPClient(
                eventLoopGroupProvider: .shared(group),
                configuration: ClientConfiguration.make(options, timeouts)
            )
            state.clients[timeouts] = client
            return client
        }
        guard let client else { throw TransportError(.connection, "the transport is shut down") }
        return client
    }
}
