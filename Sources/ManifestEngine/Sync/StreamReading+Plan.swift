import Dates
import Diagnostics
package import JSON

extension StreamReading {
    /// Makes all slices of the stream, reading its parents if it has any.
    ///
    /// - Parameter state: the state that this reading was made with.
    package func plan(state: JSONObject?, catalogCursorField: [String]? = nil) async throws -> SlicePlan {
        let moment = run.context.clock.now()
        var partitions: [SlicePlan.Partition] = []
        let parentState = try await generatePartitions { partition, slices in
            partitions.append(
                SlicePlan.Partition(slice: partition.slice, slices: slices, parentState: partition.parentState)
            )
        }
        return SlicePlan(
            stream: stream.name,
            state: state,
            catalogCursorField: catalogCursorField,
            moment: moment,
            partitions: partitions,
            parentState: parentState
        )
    }

    /// Reads one slice of a plan.
    ///
    /// - Parameter body: gets the records, page by page.
    package func read(
        _ slice: StreamSlice,
        _ body: ([Record]) async throws -> Void
    ) async throws -> SliceOutcome {
        var parts: [SliceOutcome.Part] = []
        try await withPages(of: slice) { pages in
            for try await page in pages { try await body(page.records) }
            parts = pages.done.map { SliceOutcome.Part(slice: $0.slice, seen: $0.seen) }
        }
        return SliceOutcome(slice: slice, parts: parts, ended: run.context.clock.now())
    }

    /// The state after slices of a plan were read, in any order and by any process; those without an outcome count as unread.
    ///
    /// A pure function of its values and the configuration: it sends no requests and changes nothing in this reading.
    package func state(of plan: SlicePlan, after outcomes: [SliceOutcome]) async throws -> JSONObject {
        let fresh = try await StreamReading.open(
            stream,
            run: run,
            state: plan.state,
            catalogCursorField: plan.catalogCursorField,
            now: plan.moment
        )
        guard let cursor = fresh.cursor else { return fresh.finalState(generationFailed: false) }
        let began = plan.moment.secondsSince1970
        cursor.start(uptime: began)
        for partition in plan.partitions {
            cursor.resume(partition.slice, slices: partition.slices, parentState: partition.parentState)
        }
        for outcome in outcomes {
            if outcome.parts.isEmpty { cursor.fail(outcome.slice) }
            if outcome.parts.count > 1 { cursor.replace(outcome.slice, by: outcome.parts.map(\.slice)) }
            for part in outcome.parts { try close(part, in: cursor, at: plan.moment) }
        }
        return cursor.finalState(
            parentState: plan.parentState,
            generationFailed: false,
            uptime: outcomes.map(\.ended.secondsSince1970).max() ?? began
        )
    }

    private func close(_ part: SliceOutcome.Part, in cursor: any StreamCursor, at moment: DateTime) throws {
        var tracker = try cursor.makeTracker(for: part.slice, now: moment, in: run.context.makeScope())
        guard tracker.restore(part.seen) else {
            throw EngineFailure(.system, "An outcome given for stream \(stream.name) belongs to another stream.")
                .at(part.slice)
        }
        cursor.close(part.slice, tracker)
    }
}
