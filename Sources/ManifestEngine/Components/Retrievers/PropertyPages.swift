import HTTP
import JSON
import Jinja
import Manifest

/// Asks for the pages of a slice once for each group of properties, and puts the records of a page together.
final class PropertyPages: PageReader {
    private let retriever: SimpleRetriever
    private let properties: any PropertyList
    private let run: SliceRun
    private let selection: RecordSelection
    private var watch: PageWatch
    private var due: Due = .first

    private enum Due {
        case first
        case token(JSONValue?)
        case failure(any Error)
        case nothing
    }

    init(_ retriever: SimpleRetriever, _ properties: any PropertyList, _ run: SliceRun, _ selection: RecordSelection) {
        self.retriever = retriever
        self.properties = properties
        self.run = run
        self.selection = selection
        watch = PageWatch(isCounting: retriever.paginator.isCounting)
    }

    func next() async throws -> Page? {
        let now = due
        due = .nothing
        switch now {
        case .nothing: return nil
        case .failure(let error): throw error
        case .first: return try await page(retriever.paginator.initialToken(in: selection.scope))
        case .token(let token): return try await page(token)
        }
    }

    private func page(_ token: JSONValue?) async throws -> Page {
        var parts = PageParts(properties)
        var last: FetchedPage?
        for group in try await properties.groups(of: run.streamName, in: run.source) {
            let page = try await fetch(token, group)
            page.set(in: selection.scope)
            let found = page.isIgnored ? Extraction() : try await extraction(of: page)
            if last == nil { try watch.check(found.records, token: token) }
            last = page
            selection.note(found.records, on: page)
            var summary = PageSummary(extractedCount: found.count, emittedCount: 0)
            let (records, failure) = await selection.select(found.records[...], summary: &summary)
            records.forEach { parts.add($0) }
            if let failure {
                due = .failure(failure)
                return Page(parts.single)
            }
        }
        let records = parts.records
        if let last { try await decide(after: last, records) }
        return Page(records)
    }

    private func fetch(_ token: JSONValue?, _ group: [String]) async throws -> FetchedPage {
        var slice = run.slice
        slice.extraFields = ["query_properties": .array(group.map(JSONValue.string))]
        return try await PageFetcher(
            retriever: retriever,
            run: SliceRun(run, slice: slice),
            token: token,
            takesPieces: false
        ).fetch()
    }

    private func extraction(of page: FetchedPage) async throws -> Extraction {
        try await page.extraction(of: page.decoded, by: retriever.selector, run, selection.scope)
    }

    private func decide(after page: FetchedPage, _ records: [Record]) async throws {
        let summary = PageSummary(
            extractedCount: records.count,
            emittedCount: records.count,
            lastRecord: records.last
        )
        guard !page.isIgnored, !selection.endsFeed(summary) else { return }
        do {
            let token = try await retriever.paginator.token(after: summary, previous: page.token, in: selection.scope)
            due = token.map { .token($0) } ?? .nothing
        } catch {
            due = .failure(error)
        }
    }
}

/// The records of a page, of which each group of properties brings a part.
private struct PageParts {
    private let properties: any PropertyList
    /// Records that stand for themselves.
    private(set) var single: [Record] = []
    private var merged: [String: JSONObject] = [:]
    private var order: [String] = []

    init(_ properties: any PropertyList) { self.properties = properties }

    mutating func add(_ record: Record) {
        guard let key = properties.mergeKey(of: record.members) else { return single.append(record) }
        if merged[key] == nil { order.append(key) }
        Self.merge(record.members, into: &merged[key, default: [:]])
    }

    /// All of them, those that stand for themselves first.
    var records: [Record] { single + order.compactMap { merged[$0].map { Record($0) } } }

    /// Adds the members of an object to another one; objects in both become one, other values are replaced.
    private static func merge(_ source: JSONObject, into target: inout JSONObject) {
        for (name, value) in source {
            if let new = value.object, var known = target[name]?.object {
                merge(new, into: &known)
                target[name] = .object(known)
            } else {
                target[name] = value
            }
        }
    }
}
