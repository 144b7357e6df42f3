package import JSON

/// Loads the JSON schema of a stream.
package protocol SchemaLoader: Sendable {
    /// The schema; may read files beside the manifest or call the API. Called once in a run, when it is first needed.
    ///
    /// - Parameter stream: the stream's name.
    func schema(of stream: String, in run: SourceRun) async throws -> JSONObject
}
