import NIOCore

/// Does what `SocketEndWatch` does where TLS hears of the end first, and closes the connection itself.
final class SocketCloseWatch: ChannelOutboundHandler {
    typealias OutboundIn = IOData

    private let connection: KeptConnection

    init(_ connection: KeptConnection) { self.connection = connection }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        connection.noteEnd()
        context.close(mode: mode, promise: promise)
    }
}
