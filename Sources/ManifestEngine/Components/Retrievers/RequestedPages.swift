import JSON
import Jinja
import Manifest

/// Asks for the pages of a slice by the paginator of a `SimpleRetriever`.
///
/// The next page is requested as soon as its token is known, while whoever pulls is still busy with the page before: one
/// page ahead, never more. Where the token depends on the records, or the body comes in pieces, pages come one by one.
final class RequestedPages: PageReader {
    /// What is known of the next page.
    private enum Upcoming {
        case first
        case token(JSONValue)
        case fetch(Task<FetchedPage, any Error>)
        case failure(any Error)
        /// The paginator decides once the current page is done.
        case undecided
        case nothing
    }

    private let retriever: SimpleRetriever
    private let run: SliceRun
    private let selection: RecordSelection
    private let scope: Scope
    /// Whether a page is requested only after the one before was handled, whose templates may change what its own see.
    private let goesPageByPage: Bool
    private var watch: PageWatch
    /// The page whose records are handed out; nil between pages.
    private var open: OpenPage?
    private var upcoming: Upcoming
    /// A page that was requested ahead and is no longer wanted.
    private var givenUp: Task<FetchedPage, any Error>?

    init(_ retriever: SimpleRetriever, _ run: SliceRun, _ selection: RecordSelection) {
        self.retriever = retriever
        self.run = run
        self.selection = selection
        scope = selection.scope
        goesPageByPage =
            !run.readsAhead || retriever.paginator.readsRecords || selection.isDataFeed
            || run.context.sharesValues
        watch = PageWatch(isCounting: retriever.paginator.isCounting)
        upcoming = .first
    }

    deinit {
        if case .fetch(let task) = upcoming { task.cancel() }
    }

    func stop() async {
        giveUp()
        _ = await givenUp?.result
    }

    /// Cancels what was requested ahead, before it is sent if possible.
    private func giveUp() {
        guard case .fetch(let task) = upcoming else { return }
        upcoming = .nothing
        task.cancel()
        givenUp = task
    }

    func next() async throws -> Page? {
        if open == nil {
            guard let page = try await fetchNext() else { return nil }
            try await begin(page)
        }
        return try await handOut()
    }

    // MARK: Between pages

    /// The page that is due; nil at the end.
    private func fetchNext() async throws -> FetchedPage? {
        let due = upcoming
        upcoming = .nothing
        switch due {
        case .nothing, .undecided: return nil
        case .failure(let error): throw error
        case .first: return try await fetcher(retriever.paginator.initialToken(in: scope)).fetch()
        case .token(let token): return try await fetcher(token).fetch()
        case .fetch(let task):
            return try await withTaskCancellationHandler {
                try await task.value
            } onCancel: {
                task.cancel()
            }
        }
    }

    /// Finds the records of a page, and asks for the next one if its token is known by then.
    private func begin(_ page: FetchedPage) async throws {
        page.set(in: scope)
        upcoming = .undecided
        if let pieces = page.response.pieces {
            let depth = retriever.selector.extractor.recordDepth
            let reader = try retriever.bodyDecoder.makeReader(for: page.response, recordDepth: depth)
            open = OpenPage(page, BodyValues(pieces, reader, request: run.shown(page.request)))
            return
        }
        let found = page.isIgnored ? Extraction() : try await extraction(page.decoded, of: page)
        try watch.check(found.records, token: page.token)
        selection.note(found.records, on: page)
        open = OpenPage(page, found)
        if !goesPageByPage { await askAhead(page, found.count) }
    }

    private func extraction(_ decoded: DecodedPage, of page: FetchedPage) async throws -> Extraction {
        try await page.extraction(of: decoded, by: retriever.selector, run, scope)
    }

    private func askAhead(_ page: FetchedPage, _ count: Int) async {
        do {
            let token = try await token(after: page, PageSummary(extractedCount: count))
            upcoming = token.map { .fetch(fetchAhead($0)) } ?? .nothing
        } catch {
            // A failure, but only after the records of its page.
            upcoming = .failure(error)
        }
    }

    private func fetchAhead(_ token: JSONValue) -> Task<FetchedPage, any Error> {
        let fetcher = fetcher(token)
        return Task(executorPreference: run.executor) { try await fetcher.fetch() }
    }

    private func fetcher(_ token: JSONValue?) -> PageFetcher {
        PageFetcher(retriever: retriever, run: run, token: token)
    }

    // MARK: One page

    /// The records of the next part of the page at hand.
    private func handOut() async throws -> Page {
        guard var page = open else { return Page([]) }
        open = nil
        let part = try await takePart(of: &page)
        let (records, failure) = await selection.select(part, summary: &page.summary)
        if let failure {
            giveUp()
            upcoming = .failure(failure)
        } else if !page.isTaken {
            open = page
        } else if case .undecided = upcoming {
            try await decide(after: page)
        }
        return Page(records)
    }

    private func takePart(of page: inout OpenPage) async throws -> ArraySlice<JSONValue> {
        guard let body = page.body else { return page.takePart() }
        guard let values = try await body.next() else {
            page.body = nil
            if let fault = body.fault { run.warn(fault, of: page.fetched.request) }
            try watch.check(page.sample, count: page.summary.extractedCount, token: page.fetched.token)
            return []
        }
        let found = try await extraction(DecodedPage(bodies: values), of: page.fetched)
        page.note(found)
        selection.note(found.records, on: page.fetched)
        return found.records[...]
    }

    /// Asks the paginator for the next token, now that it can see the records.
    private func decide(after page: OpenPage) async throws {
        let isEnd = selection.endsFeed(page.summary)
        page.fetched.set(in: scope)
        do {
            let token = isEnd ? nil : try await token(after: page.fetched, page.summary)
            upcoming = token.map { .token($0) } ?? .nothing
        } catch {
            upcoming = .failure(error)
        }
    }

    private func token(after page: FetchedPage, _ summary: PageSummary) async throws -> JSONValue? {
        guard !page.isIgnored else { return nil }
        let next = try await retriever.paginator.token(after: summary, previous: page.token, in: scope)
        run.context.messages.debug(
            "Stream \(run.streamName): \(summary.text); "
                + (next.map { "the token of the next page is \($0.text)" } ?? "there is no further page")
        )
        return next
    }
}

/// A page whose records are handed out in parts.
private struct OpenPage {
    /// Records in a part: enough to make little of what a part costs, few enough to hold beside the page.
    private static let partSize = 1_000

    let fetched: FetchedPage
    private var rest: ArraySlice<JSONValue> = []
    /// The body, as long as it comes in.
    var body: BodyValues?
    /// The first records of such a body, to know the page again by.
    private(set) var sample: [JSONValue] = []
    /// What became of the parts so far.
    var summary: PageSummary

    init(_ fetched: FetchedPage, _ found: Extraction) {
        self.fetched = fetched
        rest = found.records[...]
        summary = PageSummary(extractedCount: found.count, emittedCount: 0)
    }

    init(_ fetched: FetchedPage, _ body: BodyValues) {
        self.fetched = fetched
        self.body = body
        summary = PageSummary(extractedCount: 0, emittedCount: 0)
    }

    /// Whether all records were handed out.
    var isTaken: Bool { rest.isEmpty && body == nil }

    mutating func takePart() -> ArraySlice<JSONValue> {
        defer { rest = rest.dropFirst(Self.partSize) }
        return rest.prefix(Self.partSize)
    }

    /// Notes records of a body that comes in.
    mutating func note(_ found: Extraction) {
        if sample.isEmpty { sample = Array(found.records.prefix(8)) }
        summary.extractedCount += found.count
    }
}
