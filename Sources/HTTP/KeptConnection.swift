import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Text

/// Finds out whether a request met a connection that the server had closed meanwhile.
///
/// A server may close a kept connection at any time, and the next request learns of it too late. When that request got no
/// byte of an answer it fails with `KeptConnectionClosed`, so that it can be sent anew on another connection. Sits between
/// the codec and the client's own handler; `SocketEndWatch` tells it how the socket was when it ended.
final class KeptConnection: ChannelDuplexHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundIn = HTTPClientRequestPart
    typealias OutboundOut = HTTPClientRequestPart

    private var requestCount = 0
    private var awaitsAnswer = false
    /// Whether the request was held back, as the connection had ended before it.
    private var isHeldBack = false
    private var acknowledgedBefore: UInt64?
    private var acknowledgedAtEnd: UInt64?
    /// The proxy that requests go to, which wants to know their whole address.
    private let proxyPlace: String?
    private let ledger: ConnectionLedger
    /// Writes heads that are not ASCII.
    let latinHead = LatinHead()
    private var slot: ConnectionLedger.Slot?
    /// The socket, from the second request on.
    private var socket: TCPState.Socket?

    init(proxyPlace: String?, ledger: ConnectionLedger) {
        self.proxyPlace = proxyPlace
        self.ledger = ledger
    }

    /// Notes how much of what was sent had arrived when the connection ended.
    func noteEnd() {
        guard acknowledgedAtEnd == nil, awaitsAnswer, requestCount > 1 else { return }
        acknowledgedAtEnd = socket?.state()?.acknowledgedBytes
    }

    // MARK: Requests

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .head(var head) = unwrapOutboundIn(data) else {
            // The failure is on its way.
            if isHeldBack { promise?.succeed() } else { context.write(data, promise: promise) }
            return
        }
        let host = slot == nil || proxyPlace != nil ? head.headers.first(name: "Host") ?? "" : ""
        begin(context, host: host)
        if isHeldBack { return }
        latinHead.isDue = head.headers.contains { !$0.value.isASCII }
        guard proxyPlace != nil else { return context.write(data, promise: promise) }
        head.uri = "http://\(host)\(head.uri)"
        context.write(wrapOutboundOut(.head(head)), promise: promise)
    }

    private func begin(_ context: ChannelHandlerContext, host: String) {
        requestCount += 1
        awaitsAnswer = true
        if requestCount == 2 { socket = TCPState.Socket(context.channel) }
        if let slot { slot.isBusy = true } else { slot = ledger.add(context.channel, to: proxyPlace ?? host) }
        guard requestCount > 1, let state = socket?.state() else { return }
        acknowledgedBefore = state.acknowledgedBytes
        guard state.hasEnded else { return }
        isHeldBack = true
        let later = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.eventLoop.execute { later.value.fireErrorCaught(KeptConnectionClosed(.unread)) }
    }

    // MARK: Answers

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        awaitsAnswer = false
        if case .end = unwrapInboundIn(data) { slot?.isBusy = false }
        context.fireChannelRead(data)
    }

    func channelInactive(context: ChannelHandlerContext) {
        if let fault = fault(isReset: false) { context.fireErrorCaught(fault) }
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        let isReset = (error as? IOError).map { $0.errnoCode == ECONNRESET || $0.errnoCode == EPIPE } ?? false
        let isEnd = isReset || error is IOError || error is NIOSSLError
        context.fireErrorCaught((isEnd ? fault(isReset: isReset) : nil) ?? error)
    }

    /// What the request that waits is told; nil when none does, or when it is the first of the connection.
    private func fault(isReset: Bool) -> KeptConnectionClosed? {
        guard awaitsAnswer, requestCount > 1, !isHeldBack else { return nil }
        awaitsAnswer = false
        if acknowledgedBefore != nil && acknowledgedBefore == acknowledgedAtEnd { return KeptConnectionClosed(.unread) }
        return KeptConnectionClosed(isReset ? .reset : .perhapsRead)
    }
}
