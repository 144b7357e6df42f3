import AsyncHTTPClient
import JSON
import NIOCore
import NIOHTTP1
import Synchronization

/// Gathers one answer and hands it to the task that waits for it.
///
/// The client's delegate calls come one after the other on the event loop. Each part of the body is copied once, into a
/// run of bytes that was made as large as `Content-Length` says. The lock is for cancelling, which comes from anywhere.
final class ResponseGatherer: HTTPClientResponseDelegate {
    typealias Response = Void
    typealias Outcome = Result<HTTPResponse, TransportError>

    /// Bytes reserved at most on the word of a header.
    private static let reservationLimit = 64 * 1024 * 1024
    /// How much larger than its packed form a body is taken to be.
    ///
    /// Room that is not used costs no memory.
    private static let usualPacking = 8

    private struct State {
        var continuation: CheckedContinuation<Outcome, Never>?
        var stop: (@Sendable () -> Void)?
        var isCancelled = false
        var head: HTTPResponseHead?
        var body: Bytes?
    }

    private let url: String
    private let state = Mutex(State())

    init(url: String) { self.url = url }

    // MARK: The waiting task

    func start(_ continuation: CheckedContinuation<Outcome, Never>) {
        state.withLock { $0.continuation = continuation }
    }

    /// Sets what stops the exchange, and does so at once when the task was cancelled meanwhile.
    func attach(stop: @escaping @Sendable () -> Void) {
        let isCancelled = state.withLock { state in
            state.stop = stop
            return state.isCancelled
        }
        if isCancelled { stop() }
    }

    func cancel() {
        let stop = state.withLock { state in
            state.isCancelled = true
            return state.stop
        }
        stop?()
    }

    private func finish(_ outcome: Outcome) {
        let continuation = state.withLock { state in
            state.stop = nil
            return state.continuation.take()
        }
        continuation?.resume(returning: outcome)
    }

    // MARK: The exchange

    func didReceiveHead(task: HTTPClient.Task<Void>, _ head: HTTPResponseHead) -> EventLoopFuture<Void> {
        let length = head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
        let factor = head.headers.contains(name: "content-encoding") ? Self.usualPacking : 1
        let room = min(max(length, 0), Self.reservationLimit / factor) * factor
        state.withLock { state in
            state.head = head
            state.body = Bytes(capacity: room)
        }
        return task.eventLoop.makeSucceededVoidFuture()
    }

    func didReceiveBodyPart(task: HTTPClient.Task<Void>, _ buffer: ByteBuffer) -> EventLoopFuture<Void> {
        state.withLock { state in buffer.withUnsafeReadableBytes { state.body?.append($0) } }
        return task.eventLoop.makeSucceededVoidFuture()
    }

    func didFinishRequest(task: HTTPClient.Task<Void>) throws {
        let (head, body) = state.withLock { state in (state.head, state.body.take()) }
        guard let head, let body else {
            return finish(.failure(TransportError(.truncated, "the connection ended without an answer")))
        }
        body.pad()
        var headers = HTTPHeaderList()
        for (name, value) in head.headers { headers.append(name, value) }
        let response = HTTPResponse(status: Int(head.status.code), headers: headers, body: body, url: url)
        finish(.success(response))
    }

    func didReceiveError(task: HTTPClient.Task<Void>, _ error: any Error) {
        let hasHead = state.withLock { $0.head != nil }
        finish(.failure(TransportFault.translated(error, hasHead: hasHead, address: url)))
    }
}
