/// Names the properties that requests ask for, in groups of which each takes a request of its own.
package protocol PropertyList: Sendable {
    /// The groups, in order; may ask the API for the names.
    func groups(in run: SourceRun) async throws -> [[String]]
}
