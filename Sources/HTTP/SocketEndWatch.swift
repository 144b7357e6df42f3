import NIOCore

/// Looks at a socket in the moment its connection ends, for `KeptConnection`.
///
/// Usually the socket is gone before anyone hears of the end. So the channel is told to keep its half of the connection,
/// and this handler, the first of the pipeline, closes it after the look.
final class SocketEndWatch: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let connection: KeptConnection

    init(_ connection: KeptConnection) { self.connection = connection }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard case ChannelEvent.inputClosed? = event as? ChannelEvent else {
            return context.fireUserInboundEventTriggered(event)
        }
        connection.noteEnd()
        context.close(promise: nil)
    }
}
