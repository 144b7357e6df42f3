/// The streams of a source, now that configuration and state are known.
package struct SourceStreams: Sendable {
    /// Those of `streams`.
    package var declared: [DeclarativeStream] = []
    /// Those of `dynamic_streams`.
    package var dynamic: [DeclarativeStream] = []
    /// Those that cannot be read because their definitions have errors.
    package var refused: [RefusedStream] = []

    package init(
        _ declared: [DeclarativeStream] = [],
        dynamic: [DeclarativeStream] = [],
        refused: [RefusedStream] = []
    ) {
        self.declared = declared
        self.dynamic = dynamic
        self.refused = refused
    }

    /// All that can be read, in the order of the manifest.
    package var all: [DeclarativeStream] { declared + dynamic }
}
