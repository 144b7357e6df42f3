import Dates
import Diagnostics
package import JSON
import Jinja

/// One stream while it is read: its cursor, and the making of its slices.
package final class StreamReading: Sendable {
    package let stream: DeclarativeStream
    let run: SourceRun
    package let cursor: (any StreamCursor)?
    /// The requests for its pages.
    let requests: StreamRequests
    /// What was noticed of settings that find nothing.
    let findings = StreamFindings()

    package init(_ stream: DeclarativeStream, run: SourceRun, state: JSONObject?, catalogCursorField: [String]? = nil)
        throws
    {
        self.stream = stream
        self.run = run
        requests = run.requests(of: stream.retriever.requester)
        let scope = run.context.makeScope()
        let router = stream.retriever.router
        let migrated = try state.map { try Self.migrate($0, of: stream, in: scope) }
        cursor = try stream.cursor?.makeCursor(
            CursorSetup(
                streamName: stream.name,
                state: migrated,
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
    ) throws -> JSONObject {
        guard !stream.stateMigrations.isEmpty else { return state }
        let names = try stream.retriever.router?.parents.map { try $0.partitionName(in: scope) } ?? []
        let field = try stream.cursor?.cursorField(in: scope)
        let migrated = MigratedStream(name: stream.name, cursorField: field, partitionFields: names)
        return try stream.stateMigrations.reduce(state) { try $1.migrated($0, for: migrated) }
    }

    /// Makes the slices, in order, and hands each to `body`, which may wait until there is room for it.
    ///
    /// - Returns: the state of the parents at the end; nil without parents.
    @discardableResult
    package func generateSlices(_ body: (StreamSlice) async throws -> Void) async throws -> JSONObject? {
        let context = run.context
        cursor?.start(uptime: context.clock.uptime())
        guard let router = stream.retriever.router else {
            for slice in try slices(of: GeneratedPartition(StreamSlice())) { try await body(slice) }
            return nil
        }
        var held = HeldBack<GeneratedPartition>(isOn: run.isCheck && cursor != nil)
        let state = try await router.generate(partitionRun) { partition in
            guard let partition = held.exchange(partition) else { return }
            for slice in try slices(of: partition) { try await body(slice) }
        }
        if let partition = held.take() { for slice in try slices(of: partition) { try await body(slice) } }
        return state
    }

    private var partitionRun: PartitionRun {
        let cursor = cursor
        return PartitionRun(
            source: run,
            parentState: { name, field in cursor?.parentState(named: name, cursorField: field) },
            isIncremental: cursor != nil,
            onFinding: { [findings] in findings.add($0) }
        )
    }

    /// The state of the parents that this stream follows, as it is before any of them is read; nil when it keeps none.
    ///
    /// What a stream tells whose parents fail before its first partition: nothing of theirs counts as read then.
    package func initialParentState() throws -> JSONObject? {
        guard let router = stream.retriever.router, router.keepsParentState else { return nil }
        let partitions = partitionRun
        var states = JSONObject()
        // Groups tell what was known when the last one was complete, which is nothing before the first.
        let follows = partitions.isIncremental && !router.isGrouping
        for parent in router.parents where follows && parent.isIncrementalDependency {
            states[parent.stream.name] = .object(try ParentReading(parent, partitions).state)
        }
        return states
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

    /// What there is to say about settings that find nothing, when the stream was read to its end.
    var findingTexts: [String] { findings.texts(of: stream, cursorField: cursor?.cursorField) }

    /// The state of a stream without a cursor says so.
    static let noCursorKey = "__ab_no_cursor_state_message"
}
