package import JSON

/// An entry of `streams`, a stream made from a template, or the stream of a parent: which streams it gives is known once
/// configuration and state are.
package protocol StreamDefinition: Sendable {
    /// The streams that are known from the manifest alone; which of them are read may depend on more.
    var candidates: [DeclarativeStream] { get }
    /// The streams to read; may ask the API for them.
    ///
    /// - Parameter states: the input states, by stream.
    func streams(in run: SourceRun, states: JSONObject) async throws -> [DeclarativeStream]
    /// The stream to read where another one needs it as its parent; nil when there is none.
    ///
    /// - Parameter states: the states from which the parent is read on.
    func parent(in run: SourceRun, states: JSONObject) async throws -> DeclarativeStream?
}

extension StreamDefinition {
    package func parent(in run: SourceRun, states: JSONObject) async throws -> DeclarativeStream? {
        try await streams(in: run, states: states).first
    }
}
