import JSON
import Jinja

/// Reads a parent stream for a router: slice by slice, its cursor moving on when the child follows the parent's state.
final class ParentReading {
    let isIncremental: Bool
    private let parent: ParentStreamConfig
    private let run: PartitionRun
    private let reader: StreamReading
    private let keyPath: RecordPath
    private let extraPaths: [RecordPath]
    private let name: String

    init(_ parent: ParentStreamConfig, _ run: PartitionRun) throws {
        self.parent = parent
        self.run = run
        let scope = run.makeScope()
        isIncremental = parent.isIncrementalDependency && run.isIncremental && parent.stream.cursor != nil
        let field = try parent.stream.cursor?.cursorField(in: scope)
        let state = isIncremental ? run.parentState(parent.stream.name, field) : nil
        reader = try StreamReading(parent.stream, run: run.source, state: state)
        keyPath = try parent.keyPath(in: scope)
        extraPaths = try parent.extraPaths(in: scope)
        name = try parent.partitionName(in: scope)
    }

    /// The state of the parent as far as its slices were closed.
    var state: JSONObject { reader.cursor?.state ?? [:] }

    /// Calls `body` with each slice of the parent, in order.
    ///
    /// - Returns: the state of the parent when all slices were read.
    func forEachSlice(_ body: (StreamSlice) async throws -> Void) async throws -> JSONObject {
        let parentState = try await reader.generateSlices { slice in
            do {
                try await body(slice)
            } catch {
                self.reader.cursor?.fail(slice)
                throw error
            }
        }
        return reader.finalState(parentState: parentState, generationFailed: false)
    }

    /// Calls `body` with the partition of each record of a slice, and closes the slice.
    func forEachPartition(of slice: StreamSlice, _ body: (StreamSlice) async throws -> Void) async throws {
        let pages = try SliceReader(reader, slice)
        try await pages.readRecords { records in
            for record in records {
                let partition = try self.partition(of: record, parentSlice: slice.partition)
                if let partition { try await body(partition) }
            }
        }
    }

    /// The partition that a parent's record stands for; nil when the record has no key.
    private func partition(of record: Record, parentSlice: JSONObject) throws -> StreamSlice? {
        guard let value = try keyPath.value(in: record), !value.isNull else { return nil }
        var extra = JSONObject()
        for path in extraPaths { extra[path.name] = try path.value(in: record)?.resolved ?? .null }
        return StreamSlice(
            partition: [name: value.resolved, "parent_slice": .object(parentSlice)],
            extraFields: extra
        )
    }
}
