package import Manifest

/// A body described by a component of its own.
package protocol RequestBodyComponent: Sendable {
    var content: RequestBody { get }
}
