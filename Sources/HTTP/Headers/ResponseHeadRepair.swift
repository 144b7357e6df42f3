import NIOCore
import NIOHTTP1

/// Holds back the head of each response until it is whole, and hands it on in the form the parser takes.
///
/// Sits before the parser, which refuses a whole response for a slip in one of its lines. Bodies pass as they come, and so
/// does a head without faults. A status below 100 is refused here: the parser takes every three digits, and the client takes
/// such a head for an interim one, and its end for a fault of its own that stops the process. So is 101, which would count as
/// a page without records.
final class ResponseHeadRepair: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    /// Bytes of a head that are held back at most; the parser refuses such a head anyway.
    private static let limit = 256 * 1024

    /// Whether what comes next is a head; set with each request.
    var isAwaited = false
    private var held = ByteBuffer()
    private var isRefused = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        // The rest of what was refused is dropped.
        if isRefused { return }
        guard isAwaited else { return context.fireChannelRead(data) }
        var buffer = unwrapInboundIn(data)
        if held.readableBytes > 0 {
            held.writeBuffer(&buffer)
            buffer = held
            held = ByteBuffer()
        }
        while isAwaited, buffer.readableBytes > 0 {
            let scan = buffer.withUnsafeReadableBytes { ResponseHeadScan($0) }
            guard let length = scan.length else {
                if buffer.readableBytes < Self.limit { held = buffer } else { pass(buffer, context) }
                return
            }
            if scan.hasNoStatus { return refuse(context) }
            // Interim responses come before the one that counts.
            isAwaited = scan.isInterim
            // What needs no fixing continues in one piece, as the parser's work is by the piece.
            if scan.isClean && !isAwaited { break }
            guard let head = buffer.readSlice(length: length) else { break }
            pass(
                scan.isClean ? head : ByteBuffer(bytes: ResponseHeadText.repaired(Array(head.readableBytesView))),
                context
            )
        }
        if buffer.readableBytes > 0 { pass(buffer, context) }
    }

    private func refuse(_ context: ChannelHandlerContext) {
        isRefused = true
        context.fireErrorCaught(HTTPParserError.invalidStatus)
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        // What never became a head is for the parser to judge.
        if held.readableBytes > 0 { pass(held, context) }
        held = ByteBuffer()
        context.fireChannelInactive()
    }

    private func pass(_ buffer: ByteBuffer, _ context: ChannelHandlerContext) {
        context.fireChannelRead(wrapInboundOut(buffer))
    }
}
