import NIOCore
import NIOHTTP1

/// Turns the HTTP messages of one connection into request values, and responses into messages.
final class SimulatorHTTPHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let core: SimulatorCore
    private let clock: SimulatorClock
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []

    init(core: SimulatorCore, clock: SimulatorClock) {
        self.core = core
        self.clock = clock
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = []
        case .body(let buffer):
            body.append(contentsOf: buffer.readableBytesView)
        case .end:
            guard let head else { return }
            respond(to: head, context)
            self.head = nil
        }
    }

    /// Closes the connection at a message that is not HTTP.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func respond(to head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let request = SimulatorRequest(
            head.method.rawValue,
            head.uri,
            headers: head.headers.map { HeaderField($0.name, $0.value) },
            body: body,
            instant: clock.instant
        )
        let response = core.respond(to: request)
        guard response.delayMilliseconds > 0 else { return send(response, head, context) }
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: .milliseconds(Int64(response.delayMilliseconds))) {
            let (handler, context) = bound.value
            handler.send(response, head, context)
        }
    }

    private func send(_ response: SimulatorResponse, _ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        guard response.delivery != .dropped else { return context.close(promise: nil) }
        var headers = HTTPHeaders(response.headers.map { ($0.name, $0.value) })
        headers.add(name: "Content-Length", value: String(response.body.count))
        let status = HTTPResponseStatus(statusCode: response.status)
        let responseHead = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
        context.write(wrapOutboundOut(.head(responseHead)), promise: nil)
        if case .cut(let count) = response.delivery {
            write(response.body.prefix(count), context)
            context.flush()
            return context.close(promise: nil)
        }
        write(response.body[...], context)
        let closing = head.isKeepAlive ? nil : context.eventLoop.makePromise(of: Void.self)
        if let closing {
            let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
            closing.futureResult.whenComplete { _ in bound.value.close(promise: nil) }
        }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: closing)
    }

    private func write(_ bytes: ArraySlice<UInt8>, _ context: ChannelHandlerContext) {
        guard !bytes.isEmpty else { return }
        context.write(wrapOutboundOut(.body(.byteBuffer(context.channel.allocator.buffer(bytes: bytes)))), promise: nil)
    }
}
