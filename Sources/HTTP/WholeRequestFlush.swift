import NIOCore

/// Sends head and body of a request in one write.
///
/// The client flushes the head of a request before it writes the body. For the small bodies of an API that is a second
/// system call and a second packet, and the server wakes up for half a request. Here what was flushed goes out at the
/// end of the turn of the event loop in which both are written.
final class WholeRequestFlush: ChannelOutboundHandler {
    typealias OutboundIn = IOData
    typealias OutboundOut = IOData

    private var isDue = false
    private var isRemoved = false

    func flush(context: ChannelHandlerContext) {
        guard !isDue else { return }
        isDue = true
        let later = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        context.eventLoop.execute {
            let (handler, context) = later.value
            handler.isDue = false
            if !handler.isRemoved { context.flush() }
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) { isRemoved = true }
}
