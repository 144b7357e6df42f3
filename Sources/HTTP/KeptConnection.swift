import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// Looks after a connection from request to request: that it is still open, that heads leave in one piece with their
/// bodies, that silence ends.
///
/// A server may close a kept connection at any time, and the next request learns of it too late. When that request got no
/// byte of a response it fails with `KeptConnectionClosed`, so that it can be sent again on another connection. Sits between
/// the codec and the client's own handler; `SocketEndWatch` tells it in which state the socket ended.
final class KeptConnection: ChannelDuplexHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundIn = HTTPClientRequestPart
    typealias OutboundOut = HTTPClientRequestPart

    private var requestCount = 0
    private var awaitsResponse = false
    /// Whether the request was held back, as the connection had ended before it.
    private var isHeldBack = false
    private var acknowledgedBefore: UInt64?
    private var acknowledgedAtEnd: UInt64?
    private let settings: ConnectionSettings
    private let ledger: ConnectionLedger
    private let responseHead: ResponseHeadRepair
    /// Writes heads that are not ASCII; nil where all are.
    private let latinHead: LatinHead?
    private var flushing = WholeRequestFlush()
    private let silence: SilenceTimer?
    private var slot: ConnectionLedger.Slot?
    /// The socket, from the second request on.
    private var socket: TCPState.Socket?

    init(
        _ settings: ConnectionSettings,
        ledger: ConnectionLedger,
        responseHead: ResponseHeadRepair,
        latinHead: LatinHead?
    ) {
        self.settings = settings
        self.ledger = ledger
        self.responseHead = responseHead
        self.latinHead = latinHead
        silence = settings.readTimeout.map(SilenceTimer.init)
    }

    /// Notes how much of what was sent had arrived when the connection ended.
    func noteEnd() {
        guard acknowledgedAtEnd == nil, awaitsResponse, requestCount > 1 else { return }
        acknowledgedAtEnd = socket?.state()?.acknowledgedBytes
    }

    // MARK: Requests

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head): return write(head, data, context, promise)
        case .body: break
        case .end:
            flushing.isWhole = true
            silence?.requestEnded(context)
        }
        // The failure is about to arrive.
        if isHeldBack { promise?.succeed() } else { context.write(data, promise: promise) }
    }

    private func write(
        _ head: HTTPRequestHead,
        _ data: NIOAny,
        _ context: ChannelHandlerContext,
        _ promise: EventLoopPromise<Void>?
    ) {
        let proxy = settings.forwardingPlace
        let host = slot == nil || proxy != nil ? head.headers.first(name: "Host") ?? "" : ""
        begin(context, place: proxy ?? host)
        if isHeldBack { return }
        latinHead?.isDue = true
        guard proxy != nil else { return context.write(data, promise: promise) }
        var head = head
        // A proxy needs the whole address.
        head.uri = "http://\(host)\(head.uri)"
        context.write(wrapOutboundOut(.head(head)), promise: promise)
    }

    private func begin(_ context: ChannelHandlerContext, place: String) {
        requestCount += 1
        awaitsResponse = true
        responseHead.isAwaited = true
        flushing.isWhole = false
        silence?.requestBegan()
        if requestCount == 2 { socket = TCPState.Socket(context.channel) }
        if let slot { slot.isBusy = true } else { slot = ledger.add(context.channel, to: place) }
        guard requestCount > 1, let state = socket?.state() else { return }
        acknowledgedBefore = state.acknowledgedBytes
        guard state.hasEnded else { return }
        isHeldBack = true
        let later = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.eventLoop.execute { later.value.fireErrorCaught(KeptConnectionClosed(.unread)) }
    }

    func flush(context: ChannelHandlerContext) {
        if flushing.isDue(on: context.channel) { context.flush() }
    }

    // MARK: Responses

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        awaitsResponse = false
        if case .end = unwrapInboundIn(data) {
            slot?.isBusy = false
            silence?.responseEnded()
        } else {
            silence?.heard()
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        silence?.readingEnded()
        context.fireChannelReadComplete()
    }

    func read(context: ChannelHandlerContext) {
        silence?.wanted(context)
        context.read()
    }

    func channelInactive(context: ChannelHandlerContext) {
        silence?.cancel()
        if let fault = fault(isReset: false) { context.fireErrorCaught(fault) }
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { silence?.cancel() }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        let isReset = (error as? IOError).map { $0.errnoCode == ECONNRESET || $0.errnoCode == EPIPE } ?? false
        let isEnd = isReset || error is IOError || error is NIOSSLError
        context.fireErrorCaught((isEnd ? fault(isReset: isReset) : nil) ?? error)
    }

    /// The failure for the waiting request; nil when none waits, or when it is the first of the connection.
    private func fault(isReset: Bool) -> KeptConnectionClosed? {
        guard awaitsResponse, requestCount > 1, !isHeldBack else { return nil }
        awaitsResponse = false
        if acknowledgedBefore != nil && acknowledgedBefore == acknowledgedAtEnd { return KeptConnectionClosed(.unread) }
        return KeptConnectionClosed(isReset ? .reset : .perhapsRead)
    }
}
