package import JSON
package import Jinja

/// A partition as a router makes it.
package struct GeneratedPartition: Sendable {
    package var slice: StreamSlice
    /// State of the router's parents at the moment the partition was made, by parent stream; nil without parents.
    package var parentState: JSONObject?

    package init(_ slice: StreamSlice, parentState: JSONObject? = nil) {
        self.slice = slice
        self.parentState = parentState
    }
}

/// Cuts a stream into partitions.
package protocol PartitionRouter: Sendable {
    /// The parent streams it reads.
    var parents: [ParentStreamConfig] { get }
    /// Whether the stream's state carries that of the parents.
    var keepsParentState: Bool { get }
    /// Whether partitions are groups, whose state is one for all.
    var isGrouping: Bool { get }
    /// Makes the partitions, in order, and hands each to `body`, which may wait until there is room for it.
    ///
    /// - Returns: the state of the parents at the end; nil without parents.
    func generate(_ run: PartitionRun, _ body: (GeneratedPartition) async throws -> Void) async throws -> JSONObject?
    /// What a partition adds to the requests of its stream.
    func requestParts(for slice: StreamSlice, in scope: Scope) throws -> RequestParts
}

extension PartitionRouter {
    package var parents: [ParentStreamConfig] { [] }
    package var keepsParentState: Bool { false }
    package var isGrouping: Bool { false }
}

/// What a router needs while it runs.
package struct PartitionRun: Sendable {
    let source: SourceRun
    /// Opens a parent stream to be read.
    let openParent: @Sendable (ParentStreamConfig, PartitionRun) async throws -> any ParentReader
    /// Input state of a parent, for those with `incremental_dependency`.
    let parentState: @Sendable (_ name: String, _ cursorField: String?) -> JSONObject?
    /// Whether the child has a cursor; without one parents are read in whole.
    let isIncremental: Bool
    /// Where requests ahead run best; nil when it does not matter.
    let executor: (any TaskExecutor)?
    /// Gets what is noticed about a parent's settings that match nothing.
    let onFinding: @Sendable (String) -> Void

    package init(
        source: SourceRun,
        openParent: @escaping @Sendable (ParentStreamConfig, PartitionRun) async throws -> any ParentReader,
        parentState: @escaping @Sendable (_ name: String, _ cursorField: String?) -> JSONObject?,
        isIncremental: Bool,
        executor: (any TaskExecutor)? = nil,
        onFinding: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.source = source
        self.openParent = openParent
        self.parentState = parentState
        self.isIncremental = isIncremental
        self.executor = executor
        self.onFinding = onFinding
    }

    /// Opens a parent stream to be read.
    func open(_ parent: ParentStreamConfig) async throws -> any ParentReader { try await openParent(parent, self) }

    func makeScope() -> Scope { source.context.makeScope() }
}
