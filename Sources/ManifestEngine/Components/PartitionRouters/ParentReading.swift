import JSON

/// Reads a parent stream for a router: slice by slice, its cursor moving on when the child follows the parent's state.
final class ParentReading {
    let isIncremental: Bool
    private let parent: ParentStreamConfig
    private let run: PartitionRun
    private let reader: StreamReading
    private let keyPath: RecordPath
    private let extraPaths: [RecordPath]
    private let name: String
    /// Records of the parent, and those of them that have the key.
    private var counts = (records: 0, keys: 0)

    init(_ parent: ParentStreamConfig, _ run: PartitionRun) throws {
        self.parent = parent
        self.run = run
        let scope = run.makeScope()
        isIncremental = parent.isIncrementalDependency && run.isIncremental
        let field = try parent.stream.cursor?.cursorField(in: scope)
        let state = isIncremental ? run.parentState(parent.stream.name, field) : nil
        reader = try StreamReading(parent.stream, run: run.source, state: state)
        keyPath = try parent.keyPath(in: scope)
        extraPaths = try parent.extraPaths(in: scope)
        name = try parent.partitionName(in: scope)
    }

    /// The state of the parent as far as its slices were closed.
    var state: JSONObject { reader.currentState }

    /// Calls `body` with each slice of the parent, in order.
    ///
    /// - Returns: the state of the parent when all slices were read.
    func forEachSlice(_ body: (StreamSlice) async throws -> Void) async throws -> JSONObject {
        var held = HeldBack<StreamSlice>(isOn: run.source.isCheck)
        let parentState = try await reader.generateSlices(on: run.executor) { slice in
            if let slice = held.exchange(slice) { try await self.read(slice, body) }
        }
        if let slice = held.take() { try await read(slice, body) }
        tellFindings()
        return reader.finalState(parentState: parentState, generationFailed: false)
    }

    private func tellFindings() {
        for text in reader.findingTexts { run.onFinding("its parent \(parent.stream.name): \(text)") }
        guard counts.records > 0, counts.keys == 0 else { return }
        run.onFinding(
            "parent_key '\(keyPath.name)' is in none of \(counts.records) records of its parent \(parent.stream.name), so there "
                + "is nothing to read"
        )
    }

    private func read(_ slice: StreamSlice, _ body: (StreamSlice) async throws -> Void) async throws {
        do {
            try await body(slice)
        } catch {
            reader.cursor?.fail(slice)
            throw error
        }
    }

    /// Calls `body` with the partition of each record of a slice, and closes the slice.
    func forEachPartition(of slice: StreamSlice, _ body: (StreamSlice) async throws -> Void) async throws {
        try await reader.withPages(of: slice, on: run.executor) { pages in
            for try await page in pages {
                for record in page.records {
                    let partition = try self.partition(of: record, parentSlice: slice.partition)
                    if let partition { try await body(partition) }
                }
            }
        }
    }

    /// The partition that a parent's record stands for; nil when the record has no key.
    private func partition(of record: Record, parentSlice: JSONObject) throws -> StreamSlice? {
        counts.records += 1
        guard let value = try keyPath.value(in: record), !value.isNull else { return nil }
        counts.keys += 1
        var extra = JSONObject()
        for path in extraPaths { extra[path.name] = try path.value(in: record)?.resolved ?? .null }
        return StreamSlice(
            partition: [name: value.resolved, "parent_slice": .object(parentSlice)],
            extraFields: extra
        )
    }
}
