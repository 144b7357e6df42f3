package import Dates
import Diagnostics
package import JSON
import Jinja

/// One stream while it is read: its cursor and how its slices are made.
package final class StreamReading: Sendable {
    package let stream: DeclarativeStream
    let run: SourceRun
    package let cursor: (any StreamCursor)?
    /// The state it was opened with, migrated.
    let givenState: JSONObject?
    /// What was noticed about settings that match nothing.
    let findings = StreamFindings()
    private let madeNormalizer = AsyncOnce<(any RecordNormalizer)?>()

    /// Opens a stream to be read from a state, which is migrated first.
    ///
    /// - Parameter now: the moment that the cursor is made for; the present one if nil.
    package static func open(
        _ stream: DeclarativeStream,
        run: SourceRun,
        state: JSONObject? = nil,
        catalogCursorField: [String]? = nil,
        now: DateTime? = nil
    ) async throws -> StreamReading {
        let state = stream.forgetsState ? nil : state
        var migrated = state
        if let state { migrated = try await migrate(state, of: stream, in: run.context.makeScope()) }
        return try StreamReading(stream, run: run, state: migrated, catalogCursorField: catalogCursorField, now: now)
    }

    private init(
        _ stream: DeclarativeStream,
        run: SourceRun,
        state: JSONObject?,
        catalogCursorField: [String]?,
        now: DateTime?
    ) throws {
        self.stream = stream
        self.run = run
        givenState = state
        let scope = run.context.makeScope()
        let router = stream.retriever.router
        cursor = try stream.cursor?.makeCursor(
            CursorSetup(
                streamName: stream.name,
                state: state,
                catalogCursorField: catalogCursorField,
                hasPartitionRouter: router != nil,
                isGlobal: (router?.isGrouping ?? false) || (stream.cursor?.isGlobal ?? false),
                messages: run.context.messages
            ),
            in: scope
        )
    }

    private static func migrate(
        _ state: JSONObject,
        of stream: DeclarativeStream,
        in scope: Scope
    ) async throws -> JSONObject {
        guard !stream.stateMigrations.isEmpty else { return state }
        let names = try stream.retriever.router?.parents.map { try $0.partitionName(in: scope) } ?? []
        let field = try stream.cursor?.cursorField(in: scope)
        let migrated = MigratedStream(name: stream.name, cursorField: field, partitionFields: names)
        var state = state
        for migration in stream.stateMigrations { state = try await migration.migrated(state, for: migrated) }
        return state
    }

    /// The JSON schema of the records; loaded once in the run, when first needed.
    package func schema() async throws -> JSONObject { try await run.schema(of: stream) }

    /// What converts records to the types of the schema; nil when they stay as they come.
    func normalizer() async throws -> (any RecordNormalizer)? {
        guard let normalization = stream.retriever.selector.normalization else { return nil }
        return try await madeNormalizer.value { [self] in normalization.makeNormalizer(for: try await schema()) }
    }

    /// Makes the slices, in order, and hands each to `body`, which may wait until there is room for it.
    ///
    /// - Parameter executor: where requests ahead run best, for the parents.
    /// - Returns: the state of the parents at the end; nil without parents.
    @discardableResult
    package func generateSlices(
        on executor: (any TaskExecutor)? = nil,
        _ body: (StreamSlice) async throws -> Void
    ) async throws -> JSONObject? {
        try await generatePartitions(on: executor) { _, slices in
            for slice in slices { try await body(slice) }
        }
    }

    /// Makes the partitions, in order, and hands each with its slices to `body`, as `generateSlices` does.
    func generatePartitions(
        on executor: (any TaskExecutor)? = nil,
        _ body: (GeneratedPartition, [StreamSlice]) async throws -> Void
    ) async throws -> JSONObject? {
        let context = run.context
        cursor?.start(uptime: context.clock.uptime())
        guard let router = stream.retriever.router else {
            let whole = GeneratedPartition(StreamSlice())
            try await body(whole, slices(of: whole))
            return nil
        }
        var held = HeldBack<GeneratedPartition>(isOn: run.isCheck && cursor != nil)
        let state = try await router.generate(partitionRun(on: executor)) { partition in
            guard let partition = held.exchange(partition) else { return }
            try await body(partition, slices(of: partition))
        }
        if let partition = held.take() { try await body(partition, slices(of: partition)) }
        return state
    }

    private func partitionRun(on executor: (any TaskExecutor)?) -> PartitionRun {
        let cursor = cursor
        return PartitionRun(
            source: run,
            openParent: { try await ParentReading.open($0, $1) },
            parentState: { name, field in cursor?.parentState(named: name, cursorField: field) },
            isIncremental: cursor != nil,
            executor: executor,
            onFinding: { [findings] in findings.add($0) }
        )
    }

    /// The state of the parents that this stream follows, before any of them is read; nil when it keeps none.
    ///
    /// Used when the parents fail before the first partition: then nothing of them counts as read.
    package func initialParentState() async throws -> JSONObject? {
        guard let router = stream.retriever.router, router.keepsParentState else { return nil }
        let partitions = partitionRun(on: nil)
        var states = JSONObject()
        // Groups report what was known when the last one was complete, which is nothing before the first.
        let follows = partitions.isIncremental && !router.isGrouping
        for parent in router.parents where follows && parent.isIncrementalDependency {
            let reading = try await partitions.open(parent)
            states[reading.name] = .object(reading.state)
        }
        return states
    }

    /// Hands out the pages of a slice to be pulled; the slice is closed in the cursor after the last of them.
    ///
    /// When `body` ends early, requests sent ahead are cancelled before this returns.
    ///
    /// - Parameter executor: where requests ahead of the pull run best.
    func withPages(
        of slice: StreamSlice,
        on executor: (any TaskExecutor)? = nil,
        _ body: (SlicePages) async throws -> Void
    ) async throws {
        let pages = SlicePages(self, slice, on: executor)
        do {
            try await body(pages)
            await pages.stop()
        } catch {
            await pages.stop()
            throw error
        }
    }

    private func slices(of partition: GeneratedPartition) throws -> [StreamSlice] {
        guard let cursor else { return [partition.slice] }
        let scope = run.context.makeScope()
        let now = run.context.clock.now()
        let slices = try cursor.begin(partition.slice, parentState: partition.parentState, now: now, in: scope)
        run.context.messages.debug(
            "Stream \(stream.name): \(slices.count) slices \(partition.slice.summary) "
                + "from \(slices.first?.summary ?? "none") to \(slices.last?.summary ?? "none")"
        )
        return slices
    }

    /// The state of the stream as far as its slices were closed.
    var currentState: JSONObject { cursor?.state ?? [Self.noCursorKey: true] }

    /// The state of the stream at the end of its sync.
    package func finalState(parentState: JSONObject? = nil, generationFailed: Bool) -> JSONObject {
        cursor?.finalState(
            parentState: parentState,
            generationFailed: generationFailed,
            uptime: run.context.clock.uptime()
        ) ?? [Self.noCursorKey: true]
    }

    /// Findings about settings that match nothing, once the stream was read to its end.
    var findingTexts: [String] { findings.texts(of: stream, cursorField: cursor?.cursorField) }

    /// The state of a stream without a cursor says so.
    static let noCursorKey = "__ab_no_cursor_state_message"
}
