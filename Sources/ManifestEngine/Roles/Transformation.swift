package import JSON
package import Jinja
package import Manifest

/// Changes a record before it is emitted.
package protocol Transformation: Sendable {
    /// Changes the record. The scope holds the record as it is and is kept up to date by the implementation when later
    /// steps of the same transformation read what earlier ones wrote.
    func transform(_ record: inout Record, in scope: Scope) throws
    /// What takes the place of `transform` and sees a page at a time; nil where records are changed one by one.
    var pageStep: (any PageStep)? { get }
}

extension Transformation {
    package var pageStep: (any PageStep)? { nil }
}
