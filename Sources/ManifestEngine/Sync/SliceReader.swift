import Dates
import Diagnostics
import JSON
import Jinja
import Manifest

/// Reads the pages of one slice.
///
/// The next page is asked for as soon as its token is known, while the records of the page before are still being
/// handled: one page ahead, never more. Owned by one task.
struct SliceReader {
    private let reading: StreamReading
    private let slice: StreamSlice
    private let retriever: SimpleRetriever
    private let scope: Scope
    private let isDataFeed: Bool
    /// Whether a page is asked for only after the one before was handled.
    private let goesPageByPage: Bool

    init(_ reading: StreamReading, _ slice: StreamSlice) throws {
        self.reading = reading
        self.slice = slice
        retriever = reading.stream.retriever
        isDataFeed = reading.stream.cursor?.isDataFeed ?? false
        goesPageByPage = !reading.run.readsAhead || retriever.paginator.readsRecords || isDataFeed
        scope = reading.run.context.makeScope()
        Self.set(slice, in: scope)
    }

    private static func set(_ slice: StreamSlice, in scope: Scope) {
        for (name, value) in slice.extraFields { scope[Symbol(name)] = Value(value) }
        scope.setSlice(.object(SliceObject(slice)))
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
        var tracker = try reading.cursor?.makeTracker(for: slice, now: context.clock.now(), in: scope)
        let selection = RecordSelection(reading.stream, context: context)
        var watch = PageWatch(isCounting: retriever.paginator.isCounting)
        var findings = SliceFindings(filterPaths: retriever.selector.filter?.paths ?? [])
        defer { reading.findings.add(findings) }
        context.messages.debug("Stream \(reading.stream.name): reading the slice \(slice.summary)")
        var next: FetchedPage? = try await fetcher(retriever.paginator.initialToken(in: scope)).fetch()
        while let page = next {
            set(page)
            let raw = page.isIgnored ? [] : try retriever.selector.extractor.extract(from: page.decoded, in: scope)
            try watch.check(raw, token: page.token)
            findings.note(raw, on: page, by: retriever.selector.extractor, scope)
            func handle() async throws -> PageSummary {
                let summary = try selection.select(raw, tracker: &tracker, findings: &findings, in: scope, record)
                try await endOfPage()
                return summary
            }
            // A token that cannot be made is a failure, but only after the records of its page.
            let ahead = goesPageByPage ? nil : Result { try token(after: page, PageSummary(extractedCount: raw.count)) }
            if case .success(let token?) = ahead {
                let fetcher = fetcher(token)
                async let following = fetcher.fetch()
                _ = try await handle()
                next = try await following
            } else {
                let summary = try await handle()
                let isEnd = endsFeed(summary, &tracker)
                set(page)
                next = try await fetch(ahead ?? Result { isEnd ? nil : try token(after: page, summary) })
            }
        }
        if let tracker { reading.cursor?.close(slice, tracker) }
    }

    private func endsFeed(_ summary: PageSummary, _ tracker: inout CursorTracker?) -> Bool {
        isDataFeed && tracker?.endsFeed(lastRecord: summary.lastRecord, now: reading.run.context.clock.now) ?? false
    }

    /// The page of a token; nil at the end.
    private func fetch(_ token: Result<JSONValue?, any Error>) async throws -> FetchedPage? {
        guard let token = try token.get() else { return nil }
        return try await fetcher(token).fetch()
    }

    private func token(after page: FetchedPage, _ summary: PageSummary) throws -> JSONValue? {
        guard !page.isIgnored else { return nil }
        let next = try retriever.paginator.token(after: summary, previous: page.token, in: scope)
        reading.run.context.messages.debug(
            "Stream \(reading.stream.name): \(summary.text); "
                + (next.map { "the token of the next page is \($0.text)" } ?? "there is no further page")
        )
        return next
    }

    private func set(_ page: FetchedPage) {
        scope[.nextPageToken] = PageTokenValue.make(page.token)
        scope[.response] = page.decoded.bodies.first.map(Value.init) ?? .null
        scope[.headers] = .object(PageHeaders(page.headers))
    }

    private func fetcher(_ token: JSONValue?) -> PageFetcher {
        PageFetcher(reading: reading, slice: slice, token: token)
    }
}
