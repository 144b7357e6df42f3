import AsyncHTTPClient
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import Text

/// Sets up async-http-client for the way the engine reads: a few connections, whole pages, no redirects of its own.
enum ClientConfiguration {
    /// Bytes a first read takes at most.
    ///
    /// Most small answers fit, so they need one read.
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
        // Bodies are unpacked as they are gathered, by more forms of packing than the client knows, and with a limit.
        configuration.decompression = .disabled
        configuration.httpVersion = .http1Only
        // Nothing here collects spans, and making them for nobody is a good part of a small request.
        configuration.tracing.tracer = nil
        configuration.tlsConfiguration = options.tls.configuration
        configuration.proxy = key.route.clientProxy
        configuration.timeout.connect = amount(key.timeouts.connect ?? options.connectTimeout)
        configuration.timeout.read = (key.timeouts.read ?? options.readTimeout).map(amount)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = min(
            options.connectionsPerHost,
            ledger.limit
        )
        configuration.connectionPool.idleTimeout = amount(options.idleTimeout)
        // A refused connection is told at once: trying again is the error handler's decision.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.http1_1ConnectionDebugInitializer = { [proxy = key.route.forwardingPlace] channel in
            tune(channel) { KeptConnection(proxyPlace: proxy, ledger: ledger) }
        }
        return configuration
    }

    private static func amount(_ seconds: Double) -> TimeAmount {
        .nanoseconds(Int64(Int(saturating: min(max(seconds, 0.001), 1e9) * 1e9)))
    }

    /// Makes reads large, sends each request in one piece, and lets the kernel find out about a dead peer: probes after
    /// 60 s, each 10 s, six times.
    private static func tune(
        _ channel: any Channel,
        watch: @escaping @Sendable () -> KeptConnection
    ) -> EventLoopFuture<Void> {
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
        // A setting the system does not know is no reason to give up the connection.
        return EventLoopFuture.andAllComplete(settings, on: channel.eventLoop).flatMapThrowing {
            let pipeline = channel.pipeline.syncOperations
            let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPResponseDecoder>.self)
            let encoder = try pipeline.handler(type: HTTPRequestEncoder.self)
            let connection = watch()
            try pipeline.addHandler(connection.latinHead, position: .before(encoder))
            try pipeline.addHandler(ResponseHeadRepair(), position: .before(decoder))
            try pipeline.addHandler(connection, position: .after(decoder))
            try pipeline.addHandler(ResponseStatusCheck(), position: .after(decoder))
            try pipeline.addHandler(WholeRequestFlush(), position: .first)
            try pipeline.addHandler(SocketEndWatch(connection), position: .first)
        }
    }
}
