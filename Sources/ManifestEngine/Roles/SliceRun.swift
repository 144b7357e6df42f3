import HTTP
import Jinja
import Manifest

/// One slice of a stream that is read in a run: what its requests are made of.
package final class SliceRun: Sendable {
    package let slice: StreamSlice
    /// The stream's name, for messages.
    package let streamName: String
    /// What all streams of the run share: configuration, network, budget.
    package let source: SourceRun
    /// The cursor of the stream, for what it adds to requests.
    package let cursor: (any CursorDefinition)?
    /// The stream while it is read, for its schema and the state it began with; nil for what is read beside streams.
    let stream: StreamReading?
    /// Where requests ahead of the pull run best; nil when it does not matter.
    package let executor: (any TaskExecutor)?
    /// Whether a page may be requested while the one before is handled.
    let readsAhead: Bool
    /// Sets further variables in each scope.
    private let variables: (@Sendable (Scope) -> Void)?
    private let shared = SharedSlice()

    package init(
        _ slice: StreamSlice,
        streamName: String,
        source: SourceRun,
        cursor: (any CursorDefinition)? = nil,
        executor: (any TaskExecutor)? = nil,
        readsAhead: Bool = true,
        stream: StreamReading? = nil
    ) {
        self.stream = stream
        variables = nil
        self.readsAhead = readsAhead && source.readsAhead
        self.slice = slice
        self.streamName = streamName
        self.source = source
        self.cursor = cursor
        self.executor = executor
    }

    /// Another slice of the same stream, with the same variables.
    init(_ other: SliceRun, slice: StreamSlice) {
        self.slice = slice
        streamName = other.streamName
        source = other.source
        cursor = other.cursor
        stream = other.stream
        executor = other.executor
        readsAhead = other.readsAhead
        variables = other.variables
    }

    /// The same slice, with further variables in each scope.
    init(_ other: SliceRun, variables: @escaping @Sendable (Scope) -> Void) {
        slice = other.slice
        streamName = other.streamName
        source = other.source
        cursor = nil
        stream = other.stream
        executor = other.executor
        readsAhead = other.readsAhead
        self.variables = variables
    }

    var context: RunContext { source.context }

    /// A request for display, its secrets masked; masking is a search, so call this only for what is shown.
    func shown(_ request: HTTPRequest) -> String { "\(request.method) \(context.secrets.address(request.url))" }

    /// Logs what is odd about the response to a request.
    func warn(_ fault: String, of request: HTTPRequest) {
        context.messages.log(.warn, context.secrets.masked("Stream \(streamName): \(fault) (\(shown(request)))"))
    }

    /// A fresh scope with the slice in it; each task needs its own.
    func makeScope() -> Scope {
        let scope = context.makeScope()
        for (name, value) in slice.extraFields { scope[Symbol(name)] = Value(value) }
        scope.setSlice(.object(scope.shared == nil ? SliceObject(slice) : shared.object(of: slice)))
        variables?(scope)
        return scope
    }
}
