import AsyncHTTPClient
import JSON
import NIOCore
import NIOHTTP1
import Synchronization

/// Gathers one response and hands it to the task that waits for it; or its head alone, when the body of a success is
/// wanted in pieces.
///
/// The client's delegate calls come one after the other on the event loop. Each part of the body goes
/// straight into the body, see `ResponseBody`. The lock is for cancelling, which comes from anywhere.
final class ResponseGatherer: HTTPClientResponseDelegate {
    typealias Response = Void
    typealias Outcome = Result<HTTPResponse, FetchFault>

    private struct State {
        var continuation: CheckedContinuation<Outcome, Never>?
        var stop: (@Sendable () -> Void)?
        var isCancelled = false
        var head: HTTPResponseHead?
        var body: ResponseBody?
        /// The body, when it is handed out while it comes in.
        var pieces: ReceivedBody?
        var hasSentHead = false
        var closedConnection: KeptConnectionClosed?
    }

    private let url: String
    private let limit: ResponseLimit
    private let givesPieces: Bool
    private let state = Mutex(State())

    init(url: String, limit: ResponseLimit, givesPieces: Bool = false) {
        self.url = url
        self.limit = limit
        self.givesPieces = givesPieces
    }

    // MARK: The waiting task

    func start(_ continuation: CheckedContinuation<Outcome, Never>) {
        state.withLock { $0.continuation = continuation }
    }

    /// Sets what stops the exchange, and calls it at once when the task was cancelled in the meantime.
    func attach(stop: @escaping @Sendable () -> Void) {
        let (isCancelled, pieces) = state.withLock { state in
            state.stop = stop
            return (state.isCancelled, state.pieces)
        }
        pieces?.attach(stop: stop)
        if isCancelled { stop() }
    }

    func cancel() {
        let stop = state.withLock { state in
            state.isCancelled = true
            return state.stop
        }
        stop?()
    }

    /// The kept connection that the request met, when the server had closed it.
    var closedConnection: KeptConnectionClosed? { state.withLock { $0.closedConnection } }

    private func finish(_ outcome: Outcome) {
        let continuation = state.withLock { state in
            state.stop = nil
            return state.continuation.take()
        }
        continuation?.resume(returning: outcome)
    }

    // MARK: The exchange

    func didSendRequestHead(task: HTTPClient.Task<Void>, _ head: HTTPRequestHead) {
        state.withLock { $0.hasSentHead = true }
    }

    func didReceiveHead(task: HTTPClient.Task<Void>, _ head: HTTPResponseHead) -> EventLoopFuture<Void> {
        let length = head.headers.first(name: "content-length").flatMap { Int($0) }
        let encodings = head.headers["content-encoding"]
        if givesPieces, (200..<300).contains(head.status.code) {
            let pieces = ReceivedBody(encodings: encodings, url: url, limit: limit)
            let stop = state.withLock { state in
                (state.head, state.pieces) = (head, pieces)
                return state.stop
            }
            pieces.attach(stop: stop)
            finish(.success(response(head, Bytes(), pieces)))
            return task.eventLoop.makeSucceededVoidFuture()
        }
        let limit = head.status.code < 400 ? limit : limit.forErrors
        state.withLock { state in
            state.head = head
            state.body = ResponseBody(length: length, encodings: encodings, limit: limit, url: url)
        }
        return task.eventLoop.makeSucceededVoidFuture()
    }

    func didReceiveBodyPart(task: HTTPClient.Task<Void>, _ buffer: ByteBuffer) -> EventLoopFuture<Void> {
        if let pieces = state.withLock({ $0.pieces }) { return pieces.take(buffer, on: task.eventLoop) }
        let fault = state.withLock { state -> TransportError? in
            let fault = buffer.withUnsafeReadableBytes { part in state.body?.fault(appending: part) }
            if fault != nil { state.body = nil }
            return fault
        }
        if let fault { refuse(fault) }
        return task.eventLoop.makeSucceededVoidFuture()
    }

    func didFinishRequest(task: HTTPClient.Task<Void>) throws {
        if let pieces = state.withLock({ $0.pieces }) { return pieces.end(.success(())) }
        let gathered = state.withLock { state -> (HTTPResponseHead, Result<Bytes, TransportError>)? in
            guard let head = state.head, let body = state.body else { return nil }
            do throws(TransportError) { return (head, .success(try body.finish())) } catch {
                return (head, .failure(error))
            }
        }
        switch gathered {
        case (let head, .success(let body))?: finish(.success(response(head, body)))
        case (_, .failure(let fault))?: refuse(fault)
        case nil: finish(.failure(.refused(TransportError(.truncated, "the connection ended without a response"))))
        }
    }

    func didReceiveError(task: HTTPClient.Task<Void>, _ error: any Error) {
        let (hasHead, pieces) = state.withLock { state in
            state.closedConnection = KeptConnectionClosed(behind: error, hasSentHead: state.hasSentHead)
            return (state.head != nil, state.pieces)
        }
        if let pieces {
            let fault = TransportFault(error: error, hasHead: true, address: url, isReached: true)
            return pieces.end(.failure(fault.translated))
        }
        finish(.failure(.client(error, hasHead: hasHead)))
    }

    /// Ends the exchange because of its body.
    ///
    /// An error status counts more than a body that cannot be read: the response continues without it.
    private func refuse(_ fault: TransportError) {
        let (head, stop) = state.withLock { state in
            state.isCancelled = true
            return (state.head, state.stop)
        }
        if let head, head.status.code >= 400 {
            finish(.success(response(head, Bytes())))
        } else {
            finish(.failure(.refused(fault)))
        }
        stop?()
    }

    private func response(_ head: HTTPResponseHead, _ body: Bytes, _ pieces: ReceivedBody? = nil) -> HTTPResponse {
        var headers = HTTPHeaderList()
        for (name, value) in head.headers { headers.append(name, value) }
        let status = Int(head.status.code)
        var response = HTTPResponse(status: status, headers: headers, body: body, pieces: pieces, url: url)
        response.limit = limit
        return response
    }
}
