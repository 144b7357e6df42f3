package import JSON
package import Jinja
package import Manifest

/// Changes a record before it is emitted.
package protocol Transformation: Sendable {
    /// Changes the record. The scope holds the record as it is and is kept up to date by the implementation when later
    /// steps of the same transformation read what earlier ones wrote.
    func transform(_ record: inout Record, in scope: Scope) throws
}
