package import JSON

/// Gives the JSON schema of a stream.
package protocol SchemaLoader: Sendable {
    /// The schema; may read files beside the manifest or ask the API. Asked for once in a run, when somebody needs it.
    ///
    /// - Parameter stream: the stream's name.
    func schema(of stream: String, in run: SourceRun) async throws -> JSONObject
}
