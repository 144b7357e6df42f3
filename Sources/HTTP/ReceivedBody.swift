package import JSON
import NIOCore
import Synchronization

/// A body while it comes in over a connection, pulled in pieces: see `BodyPieces`.
///
/// The event loop puts parts in, and is held back when some of them wait; the task that pulls takes them out and
/// decompresses them. The lock is between those two.
final class ReceivedBody: BodyPieces {
    /// Bytes that may wait before the connection is held back.
    private static let mostWaiting = 1024 * 1024
    /// Bytes of a compressed body that are decompressed at once: they may grow a thousandfold.
    fileprivate static let packedStep = 8 * 1024

    fileprivate struct State {
        var parts: [ByteBuffer] = []
        var waitingBytes = 0
        /// Lets the connection continue.
        var demand: EventLoopPromise<Void>?
        var end: Result<Void, TransportError>?
        var puller: CheckedContinuation<Void, Never>?
        var stop: (@Sendable () -> Void)?
        var isStopped = false
        var onEnd: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())
    private let unpacking: Mutex<Unpacking>

    init(encodings: [String], url: String, limit: ResponseLimit = .none) {
        unpacking = Mutex(Unpacking(encodings: encodings, url: url, limit: limit))
    }

    deinit { stop() }

    // MARK: The event loop

    /// Sets what ends the exchange, and what is to be done when it has ended.
    func attach(stop: (@Sendable () -> Void)?, onEnd: (@Sendable () -> Void)? = nil) {
        let isOver = state.withLock { state in
            if let stop { state.stop = stop }
            guard state.end == nil else { return true }
            if let onEnd { state.onEnd = onEnd }
            return false
        }
        if isOver { onEnd?() }
    }

    /// Takes in a part; the future is done when more may come.
    func take(_ part: ByteBuffer, on loop: any EventLoop) -> EventLoopFuture<Void> {
        let (puller, demand) = state.withLock { state -> (CheckedContinuation<Void, Never>?, EventLoopPromise<Void>?) in
            state.parts.append(part)
            state.waitingBytes += part.readableBytes
            if state.waitingBytes > Self.mostWaiting, !state.isStopped {
                state.demand = loop.makePromise(of: Void.self)
            }
            return (state.puller.take(), state.demand)
        }
        puller?.resume()
        return demand?.futureResult ?? loop.makeSucceededVoidFuture()
    }

    /// The exchange has ended, well or by a fault.
    func end(_ result: Result<Void, TransportError>) {
        let (puller, onEnd) = state.withLock { state in
            if state.end == nil { state.end = result }
            return (state.puller.take(), state.onEnd.take())
        }
        puller?.resume()
        onEnd?()
    }

    // MARK: The task that pulls

    func next() async throws(TransportError) -> Bytes? {
        while true {
            if let piece = try unpacking.withLock({ (unpacking) throws(TransportError) in try unpacking.next() }) {
                return piece
            }
            guard let part = try await nextPart() else {
                try unpacking.withLock { (unpacking) throws(TransportError) in try unpacking.finish() }
                return nil
            }
            unpacking.withLock { $0.rest = part }
        }
    }

    private func nextPart() async throws(TransportError) -> ByteBuffer? {
        while true {
            let (part, end, demand) = state.withLock { $0.takePart(below: Self.mostWaiting) }
            demand?.succeed()
            if let part { return part }
            switch end {
            case .success?: return nil
            case .failure(let fault)?: throw fault
            case nil: await wait()
            }
        }
    }

    private func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isReady = state.withLock { state in
                    guard state.parts.isEmpty, state.end == nil else { return true }
                    state.puller = continuation
                    return false
                }
                if isReady { continuation.resume() }
            }
        } onCancel: {
            stop()
        }
    }

    func stop() {
        let (stop, demand) = state.withLock { state in
            state.isStopped = true
            return (state.stop.take(), state.demand.take())
        }
        stop?()
        demand?.succeed()
        end(.failure(TransportError(.connection, "the request was cancelled")))
    }
}

extension ReceivedBody.State {
    /// The part that has waited longest, how the exchange ended, and who may go on.
    fileprivate mutating func takePart(
        below limit: Int
    ) -> (part: ByteBuffer?, end: Result<Void, TransportError>?, demand: EventLoopPromise<Void>?) {
        guard !parts.isEmpty else { return (nil, end, demand.take()) }
        let part = parts.removeFirst()
        waitingBytes -= part.readableBytes
        return (part, nil, waitingBytes <= limit / 2 ? demand.take() : nil)
    }
}

/// Takes the content encoding off a body, part by part.
private struct Unpacking {
    /// What is left of the part at hand, still compressed.
    var rest = ByteBuffer()
    private let body: ResponseBody
    private let isPacked: Bool

    init(encodings: [String], url: String, limit: ResponseLimit) {
        body = ResponseBody(length: nil, encodings: encodings, limit: limit.forPieces, url: url)
        isPacked = body.isPacked
    }

    /// Decompressed bytes of the part at hand; nil when all of it was given.
    mutating func next() throws(TransportError) -> Bytes? {
        while rest.readableBytes > 0 {
            let count = isPacked ? min(rest.readableBytes, ReceivedBody.packedStep) : rest.readableBytes
            let fault = rest.readWithUnsafeReadableBytes { bytes in
                (count, body.fault(appending: UnsafeRawBufferPointer(rebasing: bytes.prefix(count))))
            }
            if let fault { throw fault }
            if let piece = body.takeBytes() { return piece }
        }
        return nil
    }

    func finish() throws(TransportError) { _ = try body.finish() }
}
