import Dates
package import HTTP
import Synchronization

/// One run of a source: what all its streams share.
package final class SourceRun: Sendable {
    package let context: RunContext
    let budget: RequestBudget?
    /// How many slices are read at once.
    let workers: Int
    /// Whether the run only tries its streams: with the requests of the reference's check, and none beside them.
    let isCheck: Bool
    private let cache: DiskCache?
    /// Names of the streams whose requests are made more than once in this run.
    private let sharedNames: Set<String>
    private let requests = Mutex<[ObjectIdentifier: StreamRequests]>([:])

    package init(
        context: RunContext,
        budget: RequestBudget? = nil,
        workers: Int = 1,
        isCheck: Bool = false,
        streams: [DeclarativeStream] = []
    ) {
        self.context = context
        self.budget = budget
        self.workers = max(1, workers)
        self.isCheck = isCheck
        var counts: [String: Int] = [:]
        for name in streams.flatMap(\.readNames) { counts[name, default: 0] += 1 }
        sharedNames = Set(counts.filter { $0.value > 1 }.keys)
        cache = sharedNames.isEmpty ? nil : DiskCache()
    }

    /// Whether a page may be asked for while the one before is handled; not where any record may be the last one wanted.
    var readsAhead: Bool { !isCheck && context.options.recordLimit == nil }

    /// The requests of a requester, with the cookies that it keeps for the whole run as the reference does.
    func requests(of requester: HttpRequester) -> StreamRequests {
        requests.withLock { requests in
            if let known = requests[ObjectIdentifier(requester)] { return known }
            let made = StreamRequests(requester, sender: makeSender(for: requester))
            requests[ObjectIdentifier(requester)] = made
            return made
        }
    }

    /// Sends the requests of a requester.
    func sender(for requester: HttpRequester) -> RequestSender { requests(of: requester).sender }

    private func makeSender(for requester: HttpRequester) -> RequestSender {
        let isShared = requester.usesCache && sharedNames.contains(requester.name)
        return RequestSender(
            streamName: requester.name,
            handler: requester.errorHandler,
            context: context,
            budget: budget,
            cache: isShared ? cache : nil,
            cookies: CookieJar(now: { [clock = context.clock] in Int(clock.now().secondsSince1970) })
        )
    }
}
