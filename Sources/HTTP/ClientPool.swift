import AsyncHTTPClient
import Glibc
import NIOPosix
import Synchronization

/// The clients of a transport: one for each set of time limits and each route, all over the same threads.
///
/// Nothing is started before the first use. How many connections are open at once follows from how many files the process
/// may open.
final class ClientPool: Sendable {
    /// What a client is set up for.
    struct Key: Hashable {
        let timeouts: HTTPTimeouts
        let route: RequestRoute
        /// Whether its heads have non-ASCII characters.
        var hasLatinHeads = false
    }

    /// A host that requests go to.
    private struct Place: Hashable {
        let host: String
        let port: Int
    }

    /// The threads, and the count of what is open.
    private struct Base {
        let group: MultiThreadedEventLoopGroup
        let ledger: ConnectionLedger
    }

    private struct State {
        var base: Base?
        var clients: [Key: HTTPClient] = [:]
        /// Where responses have come from.
        var reached: Set<Place> = []
    }

    /// Files that a thread of the client opens.
    private static let filesPerThread = 3

    private let options: TransportOptions
    private let state = Mutex(State())
    private let shutDown = Atomic(false)

    init(options: TransportOptions) { self.options = options }

    /// A client, with the count that its requests have to be entered in.
    func client(for key: Key) throws(TransportError) -> (HTTPClient, ConnectionLedger) {
        let found = state.withLock { state -> (HTTPClient, ConnectionLedger)? in
            guard !isShutDown, let base = Self.base(in: &state, threads: 1) else { return nil }
            if let client = state.clients[key] { return (client, base.ledger) }
            let client = HTTPClient(
                eventLoopGroupProvider: .shared(base.group),
                configuration: ClientConfiguration.make(options, key, base.ledger)
            )
            state.clients[key] = client
            return (client, base.ledger)
        }
        if let found { return found }
        if isShutDown { throw TransportError(.connection, "the transport is shut down") }
        throw TransportError(
            .tooFewFiles,
            "the process may open at most \(FileLimit.text) files, too few for a connection; "
                + "allow more with 'ulimit -n 1024'"
        )
    }

    /// The threads, at most that many; none when the transport is shut down.
    func threads(atMost count: Int) -> MultiThreadedEventLoopGroup? {
        let cores = Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        return state.withLock { state in
            isShutDown ? nil : Self.base(in: &state, threads: max(1, min(count, cores)))?.group
        }
    }

    /// Threads and count, made on first use; nil when there are not enough files for one thread.
    private static func base(in state: inout State, threads: Int) -> Base? {
        if let base = state.base { return base }
        let room = FileLimit.room
        guard room > filesPerThread else { return nil }
        PageMemory.keepForReuse()
        // A fourth of what is there for threads at most; each connection may need a second file for its name lookup.
        let group = MultiThreadedEventLoopGroup(numberOfThreads: max(1, min(threads, room / 4 / filesPerThread)))
        let base = Base(group: group, ledger: ConnectionLedger(limit: FileLimit.room / 2))
        state.base = base
        return base
    }

    /// Whether nothing is sent any more.
    var isShutDown: Bool { shutDown.load(ordering: .relaxed) }

    /// Whether a response has come from a host.
    func isReached(host: String, port: Int) -> Bool {
        state.withLock { $0.reached.contains(Place(host: host, port: port)) }
    }

    /// Notes that a response came from a host.
    func noteReached(host: String, port: Int) {
        state.withLock { _ = $0.reached.insert(Place(host: host, port: port)) }
    }

    /// Closes all connections and ends the threads.
    func shutdown() async {
        let (clients, group) = state.withLock { state in
            shutDown.store(true, ordering: .relaxed)
            defer { state = State() }
            return (Array(state.clients.values), state.base?.group)
        }
        // A client that was shut down twice is the only thing that can go wrong here, and it is of no consequence.
        for client in clients { try? await client.shutdown() }
        try? await group?.shutdownGracefully()
    }
}
