import NIOCore
import NIOPosix
import NIOSSL

/// Gets a server's certificates over a separate connection on which nothing is sent.
///
/// Done only after a failure: the HTTP client does not say what was wrong with a certificate, nor that a TLS port was
/// called without TLS.
enum CertificateLook {
    /// Seconds for all of it.
    private static let patience: Int64 = 5

    private struct NoTLS: Error {}

    /// The certificates, the server's own first; nil when there is no TLS at this port.
    static func certificates(of host: String, port: Int, on loop: any EventLoop) async -> [NIOSSLCertificate]? {
        let found = loop.makePromise(of: [NIOSSLCertificate].self)
        let timer = loop.scheduleTask(in: .seconds(patience)) { found.fail(NoTLS()) }
        ClientBootstrap(group: loop)
            .connectTimeout(.seconds(patience))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try addHandlers(to: channel, host, found) }
            }
            .connect(host: host, port: port)
            .whenComplete { result in
                switch result {
                case .success(let channel): found.futureResult.whenComplete { _ in channel.close(promise: nil) }
                case .failure(let error): found.fail(error)
                }
            }
        defer { timer.cancel() }
        return try? await found.futureResult.get()
    }

    private static func addHandlers(
        to channel: any Channel,
        _ host: String,
        _ found: EventLoopPromise<[NIOSSLCertificate]>
    ) throws {
        let context = try NIOSSLContext(configuration: .makeClientConfiguration())
        let isAddress = (try? SocketAddress(ipAddress: host, port: 0)) != nil
        let handler = try NIOSSLClientHandler(
            context: context,
            serverHostname: isAddress ? nil : host,
            customVerificationCallback: { chain, promise in
                found.succeed(chain)
                promise.succeed(.failed)
            }
        )
        try channel.pipeline.syncOperations.addHandlers([handler, EndWatch(found)])
    }

    /// Ends the look when the connection ends first.
    private final class EndWatch: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        private let found: EventLoopPromise<[NIOSSLCertificate]>

        init(_ found: EventLoopPromise<[NIOSSLCertificate]>) { self.found = found }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            found.fail(error)
            context.close(promise: nil)
        }

        func channelInactive(context: ChannelHandlerContext) { found.fail(NoTLS()) }
    }
}
