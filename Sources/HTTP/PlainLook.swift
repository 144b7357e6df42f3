import NIOCore
import NIOPosix

/// Asks whether a port speaks HTTP without TLS; nothing of a request is sent.
enum PlainLook {
    private static let patience: Int64 = 3

    /// Whether the response to an empty request begins as HTTP does.
    static func hasHTTP(_ host: String, _ port: Int, _ loop: any EventLoop) async -> Bool {
        let found = loop.makePromise(of: Bool.self)
        let timer = loop.scheduleTask(in: .seconds(patience)) { found.succeed(false) }
        ClientBootstrap(group: loop)
            .connectTimeout(.seconds(patience))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Reader(found))
                }
            }
            .connect(host: host, port: port)
            .whenComplete { result in
                guard case .success(let channel) = result else { return found.succeed(false) }
                channel.writeAndFlush(ByteBuffer(string: "HEAD / HTTP/1.0\r\n\r\n"), promise: nil)
                found.futureResult.whenComplete { _ in channel.close(promise: nil) }
            }
        defer { timer.cancel() }
        return (try? await found.futureResult.get()) ?? false
    }

    /// Looks at the first bytes.
    private final class Reader: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        private let found: EventLoopPromise<Bool>

        init(_ found: EventLoopPromise<Bool>) { self.found = found }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            found.succeed(unwrapInboundIn(data).readableBytesView.starts(with: Array("HTTP/".utf8)))
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            found.succeed(false)
            context.close(promise: nil)
        }

        func channelInactive(context: ChannelHandlerContext) { found.succeed(false) }
    }
}
