/// The streams of a source, now that configuration and state are known.
package struct SourceStreams: Sendable {
    /// The streams that one entry of `dynamic_streams` gives.
    package struct Made: Sendable {
        /// The name of the entry.
        package let name: String
        package var streams: [DeclarativeStream]
    }

    /// Those of `streams`.
    package var declared: [DeclarativeStream] = []
    /// Those of `dynamic_streams`.
    package var dynamic: [Made] = []
    /// Those that cannot be read because their definitions have errors.
    package var refused: [RefusedStream] = []

    package init(
        _ declared: [DeclarativeStream] = [],
        dynamic: [Made] = [],
        refused: [RefusedStream] = []
    ) {
        self.declared = declared
        self.dynamic = dynamic
        self.refused = refused
    }

    /// All that can be read, in the order of the manifest.
    package var all: [DeclarativeStream] { declared + dynamic.flatMap(\.streams) }
}
