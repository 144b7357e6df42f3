/// Names the properties that requests ask for, in groups of one request each.
package protocol PropertyList: Sendable {
    /// The groups, in order; may ask the API for the names.
    func groups(in run: SourceRun) async throws -> [[String]]
}
