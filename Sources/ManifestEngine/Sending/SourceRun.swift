import Dates
package import HTTP
package import JSON
import Synchronization

/// One run of a source: what all its streams share.
package final class SourceRun: Sendable {
    package let context: RunContext
    let budget: RequestBudget?
    /// How many slices are read at once.
    let workers: Int
    /// Whether the run only checks its streams, with exactly the requests of the reference's check.
    let isCheck: Bool
    /// Room for each job that may run at once.
    let jobPlaces: AsyncLimiter
    private let cache = DiskCache()
    /// Names of the streams whose requests are made more than once in this run.
    private let sharedNames = Mutex<Set<String>>([])
    private let propertyNames = AsyncOnceEach<PropertiesFromEndpoint, [String]>()
    /// The schemas of the catalog, by stream.
    private let catalogSchemas = Mutex<[String: JSONObject]>([:])
    private let requests = Mutex<[ObjectIdentifier: any PageRequests]>([:])
    private let pools = Mutex<[String: TokenPools]>([:])
    private let schemas = AsyncOnceEach<DeclarativeStream, JSONObject>()

    /// The states that the run begins with, by stream.
    package let inputStates: JSONObject

    package init(
        context: RunContext,
        budget: RequestBudget? = nil,
        workers: Int = 1,
        isCheck: Bool = false,
        inputStates: JSONObject = [:],
        jobs: Int = 1,
        streams: [DeclarativeStream] = []
    ) {
        self.context = context
        self.budget = budget
        self.workers = max(1, workers)
        self.isCheck = isCheck
        self.inputStates = inputStates
        jobPlaces = AsyncLimiter(jobs)
        expect(streams)
    }

    /// Announces the streams to be read, so that what several of them request is cached; call before their first request.
    package func expect(_ streams: [DeclarativeStream]) {
        var counts: [String: Int] = [:]
        for name in streams.flatMap(\.readNames) { counts[name, default: 0] += 1 }
        let shared = Set(counts.filter { $0.value > 1 }.keys)
        sharedNames.withLock { $0.formUnion(shared) }
    }

    /// Announces that several components make the requests of a stream.
    func share(_ name: String) { _ = sharedNames.withLock { $0.insert(name) } }

    /// Announces the schema that the catalog has for a stream.
    package func select(_ schema: JSONObject, of stream: String) { catalogSchemas.withLock { $0[stream] = schema } }

    /// The schema that the catalog has for a stream; nil without a catalog.
    func catalogSchema(of stream: String) -> JSONObject? { catalogSchemas.withLock { $0[stream] } }

    /// The names that an endpoint gives, requested once.
    func names(
        of endpoint: PropertiesFromEndpoint,
        _ request: @escaping @Sendable () async throws -> [String]
    ) async throws -> [String] {
        try await propertyNames.value(of: endpoint, request)
    }

    /// Whether a page may be requested while the one before is handled; not where any record may be the last one wanted.
    var readsAhead: Bool { !isCheck && context.options.recordLimit == nil }

    /// The requests of a requester, with the cookies that it keeps for the whole run as the reference does.
    func requests(of requester: any Requester) -> any PageRequests {
        requests.withLock { requests in
            if let known = requests[ObjectIdentifier(requester)] { return known }
            let made = requester.makeRequests(in: self)
            requests[ObjectIdentifier(requester)] = made
            return made
        }
    }

    /// The tokens with quotas of an authenticator, by what its definition says.
    func tokenPools(of definition: String, make: () -> TokenPools) -> TokenPools {
        pools.withLock { pools in
            if let known = pools[definition] { return known }
            let made = make()
            pools[definition] = made
            return made
        }
    }

    /// The JSON schema of a stream; loaded once in the run, when first asked for.
    func schema(of stream: DeclarativeStream) async throws -> JSONObject {
        try await schemas.value(of: stream) { try await stream.schema(in: self) }
    }

    /// Sends requests by the budget of the run.
    ///
    /// - Parameters:
    ///   - stream: name for messages.
    ///   - isKept: whether responses may be cached for another stream that requests the same.
    func makeSender(for stream: String, _ handler: any ErrorHandler, isKept: Bool = false) -> RequestSender {
        let isShared = isKept && sharedNames.withLock { $0.contains(stream) }
        return RequestSender(
            streamName: stream,
            handler: handler,
            context: context,
            budget: budget,
            cache: isShared ? cache : nil,
            cookies: CookieJar(now: { [clock = context.clock] in Int(clock.now().secondsSince1970) })
        )
    }
}
