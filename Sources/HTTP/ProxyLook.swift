import NIOCore
import NIOPosix

/// Asks a proxy again for a tunnel that it refused, to learn why; nothing of a request is sent.
enum ProxyLook {
    private static let patience: Int64 = 3
    /// Bytes of a response that are looked at.
    private static let longest = 64

    /// The status that a proxy responds with; nil when it has none.
    static func status(of proxy: ProxyAddress, target: String, _ loop: any EventLoop) async -> Int? {
        let found = loop.makePromise(of: Int?.self)
        let timer = loop.scheduleTask(in: .seconds(patience)) { found.succeed(nil) }
        ClientBootstrap(group: loop)
            .connectTimeout(.seconds(patience))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Reader(found))
                }
            }
            .connect(host: proxy.host, port: proxy.port)
            .whenComplete { result in
                guard case .success(let channel) = result else { return found.succeed(nil) }
                channel.writeAndFlush(ByteBuffer(string: request(to: target, by: proxy)), promise: nil)
                found.futureResult.whenComplete { _ in channel.close(promise: nil) }
            }
        defer { timer.cancel() }
        return try? await found.futureResult.get()
    }

    private static func request(to target: String, by proxy: ProxyAddress) -> String {
        let login = proxy.authorization.map { "Proxy-Authorization: \($0)\r\n" } ?? ""
        return "CONNECT \(target) HTTP/1.1\r\nHost: \(target)\r\n\(login)\r\n"
    }

    /// The status in the first line of a response, such as `HTTP/1.1 502 Bad Gateway`.
    static func status(in line: String) -> Int? {
        let words = line.split(separator: " ", maxSplits: 2)
        guard words.count > 1, words[0].hasPrefix("HTTP/") else { return nil }
        return Int(words[1].prefix { $0.isNumber })
    }

    /// Looks at the first bytes.
    private final class Reader: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        private let found: EventLoopPromise<Int?>
        private var text = ""

        init(_ found: EventLoopPromise<Int?>) { self.found = found }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            text += String(buffer: unwrapInboundIn(data))
            guard text.contains("\r\n") || text.utf8.count >= longest else { return }
            found.succeed(ProxyLook.status(in: text))
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            found.succeed(nil)
            context.close(promise: nil)
        }

        func channelInactive(context: ChannelHandlerContext) { found.succeed(ProxyLook.status(in: text)) }
    }
}
