import Diagnostics
package import JSON

/// Reads a parent stream as any other stream is read.
package final class ParentReading: ParentReader {
    package let isIncremental: Bool
    private let run: PartitionRun
    private let reader: StreamReading
    private let keyPath: RecordPath
    private let extraPaths: [RecordPath]
    private let partitionName: String
    /// Records of the parent, and those of them that have the key.
    private var counts = (records: 0, keys: 0)

    /// Opens a parent; which stream that is may depend on its state.
    package static func open(_ parent: ParentStreamConfig, _ run: PartitionRun) async throws -> ParentReading {
        let isIncremental = parent.isIncrementalDependency && run.isIncremental
        var states = JSONObject()
        for stream in parent.stream.candidates where isIncremental {
            let field = try stream.cursor?.cursorField(in: run.makeScope())
            states[stream.name] = run.parentState(stream.name, field).map(JSONValue.object)
        }
        guard let stream = try await parent.stream.parent(in: run.source, states: states) else {
            throw EngineFailure(.config, "A parent stream does not exist.")
        }
        let state = states[stream.name]?.object
        let reader = try await StreamReading.open(stream, run: run.source, state: state)
        return try ParentReading(parent, reader, isIncremental: isIncremental, run)
    }

    private init(
        _ parent: ParentStreamConfig,
        _ reader: StreamReading,
        isIncremental: Bool,
        _ run: PartitionRun
    ) throws {
        self.run = run
        self.isIncremental = isIncremental
        self.reader = reader
        let scope = run.makeScope()
        keyPath = try parent.keyPath(in: scope)
        extraPaths = try parent.extraPaths(in: scope)
        partitionName = try parent.partitionName(in: scope)
    }

    package var name: String { reader.stream.name }
    package var state: JSONObject { reader.currentState }

    package func forEachSlice(_ body: (StreamSlice) async throws -> Void) async throws -> JSONObject {
        var held = HeldBack<StreamSlice>(isOn: run.source.isCheck)
        let parentState = try await reader.generateSlices(on: run.executor) { slice in
            if let slice = held.exchange(slice) { try await self.read(slice, body) }
        }
        if let slice = held.take() { try await read(slice, body) }
        tellFindings()
        return reader.finalState(parentState: parentState, generationFailed: false)
    }

    private func tellFindings() {
        for text in reader.findingTexts { run.onFinding("its parent \(name): \(text)") }
        guard counts.records > 0, counts.keys == 0 else { return }
        run.onFinding(
            "parent_key '\(keyPath.name)' is missing in all records of its parent \(name) (\(counts.records)), so there "
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

    package func forEachPartition(of slice: StreamSlice, _ body: (StreamSlice) async throws -> Void) async throws {
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
            partition: [partitionName: value.resolved, "parent_slice": .object(parentSlice)],
            extraFields: extra
        )
    }
}
