import Dates
import Diagnostics
import JSON
import Jinja
import Manifest
import Text

/// Turns what an extractor found into the records that are emitted: filter, transformations, types of the schema, window
/// of the cursor.
///
/// Owned by one task; the hottest loop of the engine.
struct RecordSelection {
    private let transformations: [any Transformation]
    private let filter: RecordFilter?
    private let normalizer: SchemaNormalizer?
    private let transformsFirst: Bool
    private let keepsWindow: Bool
    private let isDataFeed: Bool
    private let context: RunContext
    private let streamName: String

    init(_ stream: DeclarativeStream, context: RunContext) {
        transformations = stream.transformations
        filter = stream.retriever.selector.filter
        normalizer = stream.normalizer
        transformsFirst = stream.transformsBeforeFiltering
        isDataFeed = stream.cursor?.isDataFeed ?? false
        keepsWindow = (stream.cursor?.isClientSideIncremental ?? false) && !isDataFeed
        streamName = stream.name
        self.context = context
    }

    /// Handles the records of a page.
    ///
    /// - Parameters:
    ///   - findings: gets what the records tell about the settings.
    ///   - emit: called for each record that is left, in order.
    /// - Returns: how many there were before and after, and the last one.
    func select(
        _ raw: [JSONValue],
        tracker: inout CursorTracker?,
        findings: inout SliceFindings,
        in scope: Scope,
        _ emit: (Record) throws -> Void
    ) throws -> PageSummary {
        let clock = context.clock
        // Held by the function, so that the loop does not take and drop them for every record.
        let (filter, normalizer) = (filter, normalizer)
        let changes = !transformations.isEmpty
        var (emitted, kept) = (0, 0)
        var last: Record?
        for value in raw {
            var record = try record(value)
            scope[.record] = Value(record)
            if changes && transformsFirst { try transform(&record, in: scope) }
            if keepsWindow, !(tracker?.keeps(record, now: clock.now) ?? true) { continue }
            if let filter, try !filter.keepsRecord(in: scope) {
                findings.noteFilteredOut(record)
                continue
            }
            if changes && !transformsFirst { try transform(&record, in: scope) }
            if let normalizer { try normalize(&record, normalizer) }
            emitted += 1
            if !isDataFeed || tracker?.keeps(record, now: clock.now) ?? true {
                kept += 1
                tracker?.observe(record)
                try emit(record)
            }
            // A data feed ends by the last record, even one outside the window.
            last = record
        }
        scope[.record] = nil
        findings.note(kept: kept, last: last, of: raw, tracker)
        return PageSummary(extractedCount: raw.count, emittedCount: emitted, lastRecord: last)
    }

    private func transform(_ record: inout Record, in scope: Scope) throws {
        for transformation in transformations {
            try transformation.transform(&record, in: scope)
            scope[.record] = Value(record)
        }
    }

    /// Converts the values to the types of the schema; each one that cannot be converted is told.
    private func normalize(_ record: inout Record, _ normalizer: SchemaNormalizer) throws {
        for mismatch in try normalizer.normalize(&record) {
            context.messages.log(.warn, context.secrets.masked("Stream \(streamName): \(mismatch.text)"))
        }
    }

    /// The record; throws for a value that is no object.
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
