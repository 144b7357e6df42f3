import NIOCore

/// Looks at a socket in the moment its connection ends, for `KeptConnection`.
///
/// Usually the socket is gone before anyone hears of the end. So the channel is told to keep its half of the connection,
/// and this handler, the first of the pipeline, closes it after the look.
final class SocketEndWatch: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = IOData
    typealias OutboundOut = IOData

    private let connection: KeptConnection

    init(_ connection: KeptConnection) { self.connection = connection }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard case ChannelEvent.inputClosed? = event as? ChannelEvent else {
            return context.fireUserInboundEventTriggered(event)
        }
        connection.noteEnd()
        context.close(promise: nil)
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        connection.noteEnd()
        context.close(mode: mode, promise: promise)
    }
}
