import NIOCore
import NIOHTTP1
import NIOPosix

/// A running Gong simulator: an HTTP server on a loopback address.
package final class GongSimulator: Sendable {
    /// `http://127.0.0.1:<port>`, without a slash at the end; API paths begin with `/v2/`.
    package let baseURL: String
    /// The port it listens on.
    package let port: Int
    private let core: SimulatorCore
    private let group: MultiThreadedEventLoopGroup

    private init(core: SimulatorCore, group: MultiThreadedEventLoopGroup, host: String, port: Int) {
        self.core = core
        self.group = group
        self.port = port
        baseURL = "http://\(host):\(port)"
    }

    /// Starts a simulator and returns when it listens.
    /// - Parameters:
    ///   - options: the company and the behaviour.
    ///   - host: the address to listen on.
    ///   - port: the port; 0 takes a free one.
    /// - Returns: the running simulator; call `stop()` when done.
    /// - Throws: an `IOError` or `NIOBindError` when the address cannot be listened on.
    package static func start(
        _ options: SimulatorOptions = SimulatorOptions(),
        host: String = "127.0.0.1",
        port: Int = 0
    ) async throws -> GongSimulator {
        let core = SimulatorCore(options)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: max(1, options.threads))
        let clock = SimulatorClock(base: options.now)
        do {
            let channel = try await bootstrap(group, core, clock).bind(host: host, port: port).get()
            let bound = channel.localAddress?.port ?? port
            return GongSimulator(core: core, group: group, host: host, port: bound)
        } catch {
            try await group.shutdownGracefully()
            throw error
        }
    }

    /// The company, to compare results with.
    package var workspace: Workspace { core.workspace }

    /// The requests received so far, oldest first.
    ///
    /// Control requests are not among them.
    package func requests() async -> [RecordedRequest] { core.requests() }

    /// Replaces the faults in force; counting starts over.
    package func setFaults(_ faults: [Fault]) { core.setFaults(faults) }

    /// Forgets counts, recorded requests and spent limits.
    package func resetCounts() { core.resetCounts() }

    /// Closes the port and every connection, and ends the threads.
    package func stop() async throws {
        try await group.shutdownGracefully()
    }

    private static func bootstrap(
        _ group: MultiThreadedEventLoopGroup,
        _ core: SimulatorCore,
        _ clock: SimulatorClock
    ) -> ServerBootstrap {
        ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 256)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(SimulatorHTTPHandler(core: core, clock: clock))
                }
            }
    }
}

/// Runs a simulator for the length of a closure.
package func withGongSimulator<Result>(
    _ options: SimulatorOptions = SimulatorOptions(),
    _ body: (GongSimulator) async throws -> Result
) async throws -> Result {
    let simulator = try await GongSimulator.start(options)
    let result: Result
    do {
        result = try await body(simulator)
    } catch {
        try await simulator.stop()
        throw error
    }
    try await simulator.stop()
    return result
}

/// The time inside the simulator: the company's present plus the time since the start.
struct SimulatorClock: Sendable {
    private let base: Instant
    private let start = ContinuousClock.now

    init(base: Instant) {
        self.base = base
    }

    /// The moment now.
    var instant: Instant {
        let elapsed = start.duration(to: .now).components
        let micros = elapsed.seconds * 1_000_000 + elapsed.attoseconds / 1_000_000_000_000
        return Instant(microseconds: base.microseconds + micros)
    }
}
