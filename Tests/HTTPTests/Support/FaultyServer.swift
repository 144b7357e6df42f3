import NIOCore
import NIOPosix
import NIOSSL

/// A server on loopback, with TLS or without, that sends one fixed response to whatever it reads.
final class FaultyServer: Sendable {
    /// How the server behaves.
    struct Setup: Sendable {
        /// PEM; nil speaks no TLS.
        var certificate: String?
        var key = FaultyCertificates.key
        var versions: ClosedRange<Int> = 2...3
        /// PEM of the authority of client certificates; nil demands none.
        var clientAuthority: String?
    }

    private static let response =
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"

    private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    private let channel: any Channel

    var port: Int { channel.localAddress?.port ?? 0 }

    /// Runs a body against a server.
    static func with(_ setup: Setup, _ body: (FaultyServer) async throws -> Void) async throws {
        let server = try await FaultyServer(setup)
        try await body(server)
        try await server.channel.close()
        try await server.group.shutdownGracefully()
    }

    private init(_ setup: Setup) async throws {
        let context = try Self.context(setup)
        channel = try await ServerBootstrap(group: group)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let context {
                        try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
                    }
                    try channel.pipeline.syncOperations.addHandler(Responder())
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
    }

    private static func context(_ setup: Setup) throws -> NIOSSLContext? {
        guard let certificate = setup.certificate else { return nil }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMBytes(Array(certificate.utf8)).map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(bytes: Array(setup.key.utf8), format: .pem))
        )
        let versions: [TLSVersion] = [.tlsv1, .tlsv11, .tlsv12, .tlsv13]
        configuration.minimumTLSVersion = versions[setup.versions.lowerBound]
        configuration.maximumTLSVersion = versions[setup.versions.upperBound]
        if let authority = setup.clientAuthority {
            configuration.certificateVerification = .noHostnameVerification
            configuration.trustRoots = .certificates(try NIOSSLCertificate.fromPEMBytes(Array(authority.utf8)))
        }
        return try NIOSSLContext(configuration: configuration)
    }

    private final class Responder: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let channel = context.channel
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: FaultyServer.response))).whenComplete { _ in
                channel.close(promise: nil)
            }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }
}
