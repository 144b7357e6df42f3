import JSON
import Jinja

/// Reads the pages of one slice.
///
/// The next page is asked for as soon as its token is known, while the records of the page before are still being
/// handled: one page ahead, never more. Owned by one task.
struct SliceReader {
    private let reading: StreamReading
    private let slice: StreamSlice
    private let retriever: SimpleRetriever
    private let scope: Scope
    private let readsAhead: Bool

    /// - Parameter readsAhead: false asks for a page only after the one before was handled.
    init(_ reading: StreamReading, _ slice: StreamSlice, readsAhead: Bool = true) throws {
        self.readsAhead = readsAhead
        self.reading = reading
        self.slice = slice
        retriever = reading.stream.retriever
        scope = reading.run.context.makeScope()
        Self.set(slice, in: scope)
    }

    private static func set(_ slice: StreamSlice, in scope: Scope) {
        for (name, value) in slice.extraFields { scope[Symbol(name)] = Value(value) }
        scope[.streamSlice] = .object(SliceObject(slice))
    }

    /// Reads all pages as arrays of records, and closes the slice in the cursor.
    func readRecords(_ body: ([Record]) async throws -> Void) async throws {
        var records: [Record] = []
        try await read(
            record: { records.append($0) },
            endOfPage: {
                let page = records
                records.removeAll(keepingCapacity: true)
                try await body(page)
            }
        )
    }

    /// Reads all pages, and closes the slice in the cursor.
    ///
    /// - Parameters:
    ///   - record: called for each record to be emitted, in order.
    ///   - endOfPage: called after the records of a page.
    func read(record: (Record) throws -> Void, endOfPage: () async throws -> Void) async throws {
        let context = reading.run.context
        let clock = context.clock
        var tracker = try reading.cursor?.makeTracker(for: slice, now: clock.now(), in: scope)
        let selection = RecordSelection(reading.stream, context: context)
        var token = try retriever.paginator.initialToken(in: scope)
        var page = try await fetch(token)
        while true {
            set(page)
            let isFeed = reading.stream.cursor?.isDataFeed ?? false
            let raw = page.isIgnored ? [] : try retriever.selector.extractor.extract(from: page.decoded, in: scope)
            if !readsAhead || retriever.paginator.readsRecords || isFeed || page.isIgnored {
                let summary = try selection.select(raw, tracker: &tracker, in: scope, record)
                try await endOfPage()
                if page.isIgnored { break }
                if isFeed, tracker?.endsFeed(lastRecord: summary.lastRecord, now: clock.now) ?? false { break }
                set(page)
                guard let next = try nextToken(after: summary, token) else { break }
                token = next
                page = try await fetch(next)
            } else {
                guard let next = try nextToken(after: PageSummary(extractedCount: raw.count), token) else {
                    _ = try selection.select(raw, tracker: &tracker, in: scope, record)
                    try await endOfPage()
                    break
                }
                token = next
                let fetcher = fetcher(next)
                async let following = fetcher.fetch()
                _ = try selection.select(raw, tracker: &tracker, in: scope, record)
                try await endOfPage()
                page = try await following
            }
        }
        if let tracker { reading.cursor?.close(slice, tracker) }
    }

    private func set(_ page: FetchedPage) {
        scope[.nextPageToken] = PageTokenValue.make(page.token)
        scope[.response] = page.decoded.bodies.first.map(Value.init) ?? .null
        scope[.headers] = .object(PageHeaders(page.headers))
    }

    private func nextToken(after summary: PageSummary, _ token: JSONValue?) throws -> JSONValue? {
        try retriever.paginator.token(after: summary, previous: token, in: scope)
    }

    private func fetch(_ token: JSONValue?) async throws -> FetchedPage { try await fetcher(token).fetch() }

    private func fetcher(_ token: JSONValue?) -> PageFetcher {
        PageFetcher(reading: reading, slice: slice, token: token)
    }
}

/// An answer that was read, and whether its records count.
struct FetchedPage: Sendable {
    let decoded: DecodedPage
    let headers: HTTPHeaderList
    /// The token that asked for the page.
    let token: JSONValue?
    /// The answer is an error that the manifest passes over: no records, no further page.
    let isIgnored: Bool
}

/// Fetches one page: builds its request, signs it, sends it, reads the body.
///
/// Has a scope of its own, so that it can run beside the handling of another page.
struct PageFetcher: Sendable {
    let reading: StreamReading
    let slice: StreamSlice
    let token: JSONValue?

    func fetch() async throws -> FetchedPage {
        let context = reading.run.context
        let retriever = reading.stream.retriever
        let requester = retriever.requester
        let scope = context.makeScope()
        for (name, value) in slice.extraFields { scope[Symbol(name)] = Value(value) }
        scope[.streamSlice] = .object(SliceObject(slice))
        scope[.nextPageToken] = PageTokenValue.make(token)
        var (injected, path) = try retriever.paginator.requestParts(for: token, in: scope)
        try mergeSliceParts(into: &injected, in: scope)
        var credentials = RequestParts()
        let sent = try await reading.run.sender(for: requester).send(
            in: scope,
            renew: { _ in
                try await requester.authenticator.renew(rejected: credentials, in: scope, context: context)
            },
            make: { _ in
                credentials = try await requester.authenticator.credentials(in: scope, context: context)
                return try requester.request(
                    in: scope,
                    pathToken: path,
                    credentials: credentials,
                    injected: injected
                )
            }
        )
        return try decode(sent)
    }

    /// Adds what partition and cursor put into the request.
    private func mergeSliceParts(into parts: inout RequestParts, in scope: Scope) throws {
        let stream = reading.stream
        if token != nil && stream.retriever.dropsSlicerOnPages { return }
        if let router = stream.retriever.router {
            try RequestMerge.merge(router.requestParts(for: slice, in: scope), into: &parts)
        }
        if let cursor = stream.cursor {
            try RequestMerge.merge(cursor.requestParts(for: slice, in: scope), into: &parts)
        }
    }

    private func decodeBody(_ sent: SentResponse) throws -> DecodedPage {
        let retriever = reading.stream.retriever
        do {
            return try retriever.decoder.decode(
                sent.response,
                recordDepth: retriever.selector.extractor.recordDepth
            )
        } catch let failure as EngineFailure {
            let request = "\(sent.request.method) \(sent.request.url)"
            let detail = [request, failure.detail].compactMap { $0 }.joined(separator: "\n")
            throw EngineFailure(failure.type, failure.message, detail: detail)
        }
    }

    private func decode(_ sent: SentResponse) throws -> FetchedPage {
        let isIgnored = sent.response.status >= 400
        let decoded = isIgnored ? DecodedPage(bodies: [.object([:])]) : try decodeBody(sent)
        if let fault = decoded.fault {
            let context = reading.run.context
            let text = "Stream \(reading.stream.name): \(fault) (\(sent.request.method) \(sent.request.url))"
            context.messages.log(.error, context.secrets.masked(text))
        }
        return FetchedPage(decoded: decoded, headers: sent.response.headers, token: token, isIgnored: isIgnored)
    }
}
