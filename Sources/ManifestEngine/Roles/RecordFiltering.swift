package import Diagnostics
package import Jinja

/// Decides which records are kept.
package protocol RecordFiltering: Sendable {
    /// The ways into the record that the decision reads, as far as known: `["user", "name"]` for `record.user.name`.
    var paths: Set<[String]> { get }
    /// Where the manifest says so, for messages.
    var place: Place? { get }
    /// Whether the record in scope is kept.
    func keepsRecord(in scope: Scope) throws -> Bool
    /// Whether the decision may change the record in scope.
    var changesRecord: Bool { get }
    /// What takes the place of `keepsRecord` and sees a page at a time; nil where records are judged one by one.
    var pageStep: (any PageStep)? { get }
}

extension RecordFiltering {
    package var changesRecord: Bool { false }
    package var pageStep: (any PageStep)? { nil }
}
