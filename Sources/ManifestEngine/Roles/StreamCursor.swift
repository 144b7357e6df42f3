package import Dates
package import Diagnostics
package import JSON
package import Jinja
import Manifest

/// Says how a stream is cut into windows and what it remembers for the next sync.
package protocol CursorDefinition: Sendable {
    /// Makes the cursor of one sync of a stream; throws a configuration fault for a start, end or state it cannot read.
    func makeCursor(_ setup: CursorSetup, in scope: Scope) throws -> any StreamCursor
    /// What a slice's start and end add to its requests.
    func requestParts(for slice: StreamSlice, in scope: Scope) throws -> RequestParts
    /// The record field that the cursor follows, without regard to the catalog.
    func cursorField(in scope: Scope) throws -> String
    /// Where the manifest names that field.
    var fieldPlace: Place? { get }
    /// The moment up to which a state was read; nil where it does not tell, or not of a moment.
    ///
    /// - Parameter isPartitioned: whether the stream has a partition router, so that the state is one of partitions.
    func moment(of state: JSONObject, isPartitioned: Bool, in scope: Scope) throws -> DateTime?
    /// Whether the catalog may name another cursor field.
    var allowsCatalogCursorField: Bool { get }
    /// Whether the record selector drops records outside the window; see `CursorTracker.keeps`.
    var isClientSideIncremental: Bool { get }
    /// Whether pages come newest first, so that a record outside the window ends the paging; see
    /// `CursorTracker.endsFeed`.
    var isDataFeed: Bool { get }
    /// Whether the manifest asks for one state for all partitions.
    var isGlobal: Bool { get }
}

extension CursorDefinition {
    package func moment(of state: JSONObject, isPartitioned: Bool, in scope: Scope) -> DateTime? { nil }
}

/// What a cursor has to know about the sync it is made for.
package struct CursorSetup: Sendable {
    package var streamName: String
    /// The stream's input state, migrated; nil when there is none.
    package var state: JSONObject?
    /// `cursor_field` of the stream in the catalog.
    package var catalogCursorField: [String]?
    /// Whether the stream has a partition router.
    package var hasPartitionRouter: Bool
    /// One state for all partitions: the router groups them, or the manifest says so.
    package var isGlobal: Bool
    package var messages: any MessageSink

    package init(
        streamName: String,
        state: JSONObject?,
        catalogCursorField: [String]? = nil,
        hasPartitionRouter: Bool = false,
        isGlobal: Bool = false,
        messages: any MessageSink
    ) {
        self.streamName = streamName
        self.state = state
        self.catalogCursorField = catalogCursorField
        self.hasPartitionRouter = hasPartitionRouter
        self.isGlobal = isGlobal
        self.messages = messages
    }

    /// The cursor field that the catalog names; nil when it names none or may not.
    ///
    /// Throws for a nested field.
    func catalogField(isAllowed: Bool) throws -> String? {
        guard isAllowed, let names = catalogCursorField, let name = names.first, !name.isEmpty else { return nil }
        guard names.count == 1 else {
            throw EngineFailure(
                .config,
                "The catalog names a nested cursor field for stream \(streamName): \(names). Name a single one."
            )
        }
        return name
    }
}

/// The cursor of one sync of one stream: cuts slices, learns what was read, and tells the state.
///
/// Call order: `start` once before the first partition is generated; `begin` for each partition in generation order;
/// per slice `makeTracker`, then `close` or `fail`; `stateAfterClose` after each `close`; `finalState` at the end.
/// All calls may come from any task.
package protocol StreamCursor: AnyObject, Sendable {
    /// The record field that the cursor follows.
    var cursorField: String { get }

    /// The current state, whether or not it is time to emit it; a router reports it as its parent's.
    var state: JSONObject { get }

    /// Input state for a parent stream with `incremental_dependency`; nil when the state has nothing for it.
    func parentState(named name: String, cursorField: String?) -> JSONObject?

    /// The first partition is about to be generated; `uptime` in seconds.
    func start(uptime: Double)

    /// Registers a partition (an empty slice when there is no router) and returns the slices to read for it, in order.
    ///
    /// `parentState` is what the router reported when it made the partition, nil when the router has no parents.
    func begin(_ partition: StreamSlice, parentState: JSONObject?, now: DateTime, in scope: Scope) throws
        -> [StreamSlice]

    /// Registers a partition with slices that `begin` gave for it in another process.
    func resume(_ partition: StreamSlice, slices: [StreamSlice], parentState: JSONObject?)

    /// A value that the reader of a slice owns; throws when the slice's bounds cannot be read back.
    func makeTracker(for slice: StreamSlice, now: DateTime, in scope: Scope) throws -> CursorTracker

    /// A slice was read to its end, and this is what its tracker saw.
    func close(_ slice: StreamSlice, _ tracker: CursorTracker)

    /// A slice is abandoned; others are read in its place.
    func replace(_ slice: StreamSlice, by others: [StreamSlice])

    /// A slice failed; its tracker is dropped.
    func fail(_ slice: StreamSlice)

    /// The state to emit after a `close`; nil when it is not time for one. `uptime` in seconds.
    func stateAfterClose(uptime: Double) -> JSONObject?

    /// The last state of the sync. `parentState` is what the router reports at the end, nil when it has no parents;
    /// `generationFailed` says that the router could not make all partitions. `uptime` in seconds.
    func finalState(parentState: JSONObject?, generationFailed: Bool, uptime: Double) -> JSONObject

    /// Cuts a slice that the API refuses as too large in two; nil when it is as small as it gets. `minimum` is the
    /// longest window that is not cut any further.
    func split(_ slice: StreamSlice, minimum: TimeDelta?) throws -> (first: StreamSlice, second: StreamSlice)?

    /// The slice without the part that the tracker saw, for paging that starts over; the slice itself when no
    /// record was seen.
    func remainder(of slice: StreamSlice, after tracker: CursorTracker) -> StreamSlice
}
