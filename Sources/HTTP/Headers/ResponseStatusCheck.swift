import NIOCore
import NIOHTTP1

/// Refuses a response whose status is below 100, which is none of HTTP.
///
/// Sits after the parser, which takes every three digits. The client takes such a head for an interim one, and its end for
/// a fault of its own that stops the process.
final class ResponseStatusCheck: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart

    private var isRefused = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head(let head) = unwrapInboundIn(data), head.status.code < 100, !isRefused {
            isRefused = true
            context.fireErrorCaught(HTTPParserError.invalidStatus)
            context.close(promise: nil)
        }
        // The rest of what was refused is for nobody.
        if !isRefused { context.fireChannelRead(data) }
    }
}
