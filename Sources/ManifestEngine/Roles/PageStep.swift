package import JSON
package import Jinja

/// A step of the record path that takes the records of a page together, and may wait: what a component in another
/// process is to a filter or a transformation.
package protocol PageStep: Sendable {
    /// What becomes of the records, in order.
    func apply(to records: [Record], in scope: Scope) async throws -> [Record]
}
