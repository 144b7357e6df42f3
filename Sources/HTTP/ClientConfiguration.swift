import AsyncHTTPClient
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Text

/// Sets up async-http-client for the way the engine reads: a few connections, whole pages, no redirects of its own.
enum ClientConfiguration {
    /// Bytes a first read takes at most.
    ///
    /// Most small responses fit, so they need one read.
    private static let firstRead = 16 * 1024
    /// Bytes a read grows to when pages are large; fewer system calls and callbacks for each page.
    private static let largestRead = 256 * 1024

    static func make(
        _ options: TransportOptions,
        _ key: ClientPool.Key,
        _ ledger: ConnectionLedger
    ) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        // Bodies are decompressed as they are gathered, by more forms of compression than the client knows, and with a
        // limit.
        configuration.decompression = .disabled
        configuration.httpVersion = .http1Only
        // Nothing here collects spans, and making unused ones is a good part of a small request.
        configuration.tracing.tracer = nil
        configuration.tlsConfiguration = options.tls.configuration
        configuration.proxy = key.route.clientProxy
        // Silence is watched by `SilenceTimer`.
        configuration.timeout.connect = TimeAmount(seconds: key.timeouts.connect ?? options.connectTimeout)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = min(
            options.connectionsPerHost,
            ledger.limit
        )
        configuration.connectionPool.idleTimeout = TimeAmount(seconds: options.idleTimeout)
        // A refused connection is reported at once: a retry is the error handler's decision.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.http1_1ConnectionDebugInitializer = { [settings = ConnectionSettings(options, key)] channel in
            tune(channel).flatMapThrowing { try addHandlers(to: channel, settings, ledger) }
        }
        return configuration
    }

    /// Makes reads large, sends each request in one piece, and lets the kernel find out about a dead peer: probes after
    /// 60 s, each 10 s, six times.
    private static func tune(_ channel: any Channel) -> EventLoopFuture<Void> {
        let reads = AdaptiveRecvByteBufferAllocator(minimum: 4096, initial: firstRead, maximum: largestRead)
        let settings: [EventLoopFuture<Void>] = [
            channel.setOption(.recvAllocator, value: reads),
            // See `SocketEndWatch`, which closes the other half.
            channel.setOption(.allowRemoteHalfClosure, value: true),
            channel.setOption(.socketOption(.so_keepalive), value: 1),
            channel.setOption(.tcpOption(NIOBSDSocket.Option(rawValue: TCP_KEEPIDLE)), value: 60),
            channel.setOption(.tcpOption(NIOBSDSocket.Option(rawValue: TCP_KEEPINTVL)), value: 10),
            channel.setOption(.tcpOption(NIOBSDSocket.Option(rawValue: TCP_KEEPCNT)), value: 6),
        ]
        // An option the system does not know is no reason to drop the connection.
        return EventLoopFuture.andAllComplete(settings, on: channel.eventLoop)
    }

    /// Adds as few handlers as there are places for them, as each is a step on the way of every part of a request.
    private static func addHandlers(
        to channel: any Channel,
        _ settings: ConnectionSettings,
        _ ledger: ConnectionLedger
    ) throws {
        let pipeline = channel.pipeline.syncOperations
        let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPResponseDecoder>.self)
        let encoder = try pipeline.handler(type: HTTPRequestEncoder.self)
        let responseHead = ResponseHeadRepair()
        let latinHead = settings.hasLatinHeads ? LatinHead() : nil
        let connection = KeptConnection(settings, ledger: ledger, responseHead: responseHead, latinHead: latinHead)
        if let latinHead { try pipeline.addHandler(latinHead, position: .before(encoder)) }
        try pipeline.addHandler(responseHead, position: .before(decoder))
        try pipeline.addHandler(connection, position: .after(decoder))
        if (try? pipeline.handler(type: NIOSSLClientHandler.self)) != nil {
            try pipeline.addHandler(SocketCloseWatch(connection), position: .first)
        }
        try pipeline.addHandler(SocketEndWatch(connection), position: .first)
    }
}

extension TimeAmount {
    /// A number of seconds, from a millisecond to some decades.
    init(seconds: Double) { self = .nanoseconds(Int64(Int(saturating: min(max(seconds, 0.001), 1e9) * 1e9))) }
}
