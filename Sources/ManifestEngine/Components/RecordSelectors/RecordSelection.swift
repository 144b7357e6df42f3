import Dates
import Diagnostics
import JSON
import Jinja
import Manifest
import Text

/// Turns what an extractor found in a slice into the records that are emitted: filter, transformations, types of the
/// schema, window of the cursor.
///
/// Owned by one task; the hottest loop of the engine.
package final class RecordSelection {
    private let extractor: any Extractor
    private let transformations: [any Transformation]
    private let filter: (any RecordFiltering)?
    private let normalizer: (any RecordNormalizer)?
    private let filterChangesRecords: Bool
    private let transformsFirst: Bool
    /// Whether some step takes the records of a page together.
    private let hasPageSteps: Bool
    /// Gives a record its file; nil where records have none.
    private let upload: ((Record) async throws -> RecordFile?)?
    private let keepsWindow: Bool
    /// Whether pages come newest first, so that a record outside the window ends the paging.
    let isDataFeed: Bool
    private let context: RunContext
    private let streamName: String
    /// The variables of templates, the slice among them; retrievers set those of the page.
    let scope: Scope
    /// What the cursor learns of the records; nil without one.
    private(set) var tracker: CursorTracker?
    /// What the records reveal about settings of the manifest.
    private(set) var findings: SliceFindings

    /// - Parameters:
    ///   - transformations: those of the stream if nil.
    ///   - normalizer: converts records to the types of the stream's schema; nil when they stay as they come.
    init(
        _ stream: DeclarativeStream,
        transformations: [any Transformation]? = nil,
        tracker: CursorTracker?,
        normalizer: (any RecordNormalizer)? = nil,
        context: RunContext,
        scope: Scope,
        upload: ((Record) async throws -> RecordFile?)? = nil
    ) {
        self.upload = upload
        extractor = stream.retriever.selector.extractor
        self.transformations = transformations ?? (stream.retriever.finishesRecords ? [] : stream.transformations)
        filter = stream.retriever.selector.filter
        self.normalizer = normalizer
        filterChangesRecords = filter?.changesRecord ?? false
        transformsFirst = stream.transformsBeforeFiltering
        let isFinished = stream.retriever.finishesRecords
        hasPageSteps =
            self.transformations.contains { $0.pageStep.map { _ in true } ?? false }
            || filter?.pageStep.map { _ in true } ?? false || upload.map { _ in true } ?? false
        isDataFeed = !isFinished && stream.cursor?.isDataFeed ?? false
        keepsWindow = !isFinished && (stream.cursor?.isClientSideIncremental ?? false) && !isDataFeed
        streamName = stream.name
        self.tracker = tracker
        self.context = context
        self.scope = scope
        findings = SliceFindings(filterPaths: filter?.paths ?? [])
    }

    /// Notes what was found on a page, before any of it is selected.
    func note(_ raw: [JSONValue], on page: FetchedPage) { findings.note(raw, on: page, by: extractor, scope) }

    /// Handles records of a page.
    ///
    /// - Parameter summary: gets what became of them.
    /// - Returns: the records that are left, in order, and what kept the others from being handled.
    func select(
        _ raw: ArraySlice<JSONValue>,
        summary: inout PageSummary
    ) async -> (records: [Record], failure: (any Error)?) {
        var records: [Record] = []
        records.reserveCapacity(raw.count)
        do {
            if hasPageSteps {
                records = try await selectInSteps(raw, summary: &summary)
                return (records, nil)
            }
            try select(raw, into: &records, summary: &summary)
            return (records, nil)
        } catch {
            return (records, error)
        }
    }

    private func select(
        _ raw: ArraySlice<JSONValue>,
        into records: inout [Record],
        summary: inout PageSummary
    ) throws {
        let (clock, scope) = (context.clock, scope)
        // Held by the function, so that the loop does not take and drop them for every record.
        let (filter, normalizer) = (filter, normalizer)
        let changes = !transformations.isEmpty
        var tracker = tracker.take()
        defer { self.tracker = tracker }
        var emitted = 0
        var last: Record?
        for value in raw {
            var record = try record(value)
            scope[.record] = Value(record)
            if changes && transformsFirst { try transform(&record, in: scope) }
            if keepsWindow, !(tracker?.keeps(record, now: clock.now) ?? true) { continue }
            if let filter, try !keeps(&record, by: filter) {
                findings.noteFilteredOut(record)
                continue
            }
            if changes && !transformsFirst { try transform(&record, in: scope) }
            if let normalizer { try normalize(&record, normalizer) }
            emitted += 1
            if !isDataFeed || tracker?.keeps(record, now: clock.now) ?? true {
                tracker?.observe(record)
                records.append(record)
            }
            // A data feed ends by the last record, even one outside the window.
            last = record
        }
        scope[.record] = nil
        findings.note(kept: records.count, last: last, of: raw, tracker)
        summary.emittedCount = (summary.emittedCount ?? 0) + emitted
        summary.lastRecord = last ?? summary.lastRecord
    }

    /// The same, step by step for all records of the page: what takes place where some step may wait.
    private func selectInSteps(
        _ raw: ArraySlice<JSONValue>,
        summary: inout PageSummary
    ) async throws -> [Record] {
        var records = try raw.map(record)
        if transformsFirst { try await transform(&records) }
        let now = context.clock.now
        if keepsWindow { records = records.filter { tracker?.keeps($0, now: now) ?? true } }
        if let filter { records = try await filtered(records, by: filter) }
        if !transformsFirst { try await transform(&records) }
        if let normalizer {
            for index in records.indices { try normalize(&records[index], normalizer) }
        }
        if let upload {
            for index in records.indices { records[index].file = try await upload(records[index]) }
        }
        summary.emittedCount = (summary.emittedCount ?? 0) + records.count
        summary.lastRecord = records.last ?? summary.lastRecord
        let last = records.last
        if isDataFeed { records = records.filter { tracker?.keeps($0, now: now) ?? true } }
        for record in records { tracker?.observe(record) }
        findings.note(kept: records.count, last: last, of: raw, tracker)
        return records
    }

    private func transform(_ records: inout [Record]) async throws {
        for transformation in transformations {
            if let step = transformation.pageStep {
                records = try await step.apply(to: records, in: scope)
            } else {
                for index in records.indices {
                    scope[.record] = Value(records[index])
                    try transformation.transform(&records[index], in: scope)
                }
            }
        }
        scope[.record] = nil
    }

    private func filtered(_ records: [Record], by filter: any RecordFiltering) async throws -> [Record] {
        if let step = filter.pageStep { return try await step.apply(to: records, in: scope) }
        defer { scope[.record] = nil }
        var kept: [Record] = []
        for var record in records {
            scope[.record] = Value(record)
            if try keeps(&record, by: filter) { kept.append(record) } else { findings.noteFilteredOut(record) }
        }
        return kept
    }

    /// Whether the record in scope is kept; it takes over what the filter changed.
    @inline(__always)
    private func keeps(_ record: inout Record, by filter: any RecordFiltering) throws -> Bool {
        let isKept = try filter.keepsRecord(in: scope)
        if filterChangesRecords { try record.takeChanges(from: scope) }
        return isKept
    }

    /// Whether paging of a data feed ends with a page.
    func endsFeed(_ summary: PageSummary) -> Bool {
        isDataFeed && tracker?.endsFeed(lastRecord: summary.lastRecord, now: context.clock.now) ?? false
    }

    private func transform(_ record: inout Record, in scope: Scope) throws {
        for transformation in transformations {
            try transformation.transform(&record, in: scope)
            scope[.record] = Value(record)
        }
    }

    /// Converts the values to the types of the schema; each one that cannot be converted is reported.
    private func normalize(_ record: inout Record, _ normalizer: any RecordNormalizer) throws {
        for complaint in try normalizer.normalize(&record) {
            context.messages.log(.warn, context.secrets.masked("Stream \(streamName): \(complaint)"))
        }
    }

    /// The record; throws for a value that is not an object.
    private func record(_ value: JSONValue) throws -> Record {
        if case .view(let view) = value, let record = Record(view) { return record }
        if let members = value.object { return Record(members) }
        throw EngineFailure(
            .system,
            "Stream \(streamName): a record is \(value.kindName) instead of an object.",
            detail: "Check field_path of the extractor. The record starts with: \(value.text.shortened(to: 120))"
        )
    }
}
