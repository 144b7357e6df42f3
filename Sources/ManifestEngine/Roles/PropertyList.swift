package import JSON

/// Names the properties that requests ask for, in groups of one request each.
package protocol PropertyList: Sendable {
    /// The groups, in order, at least one; may ask the API for the names.
    ///
    /// - Parameter stream: the stream's name.
    func groups(of stream: String, in run: SourceRun) async throws -> [[String]]
    /// What records of several groups are put together by; nil where each record stands for itself.
    func mergeKey(of record: JSONObject) -> String?
}
