package import Jinja
package import Manifest

/// Leaves requests unsigned.
///
/// Manifest type `NoAuth`.
package struct NoAuth: Component, Authenticator {
    package static let typeName = "NoAuth"
    package static let summary = "Leaves requests unsigned."
    package static let example = """
        type: NoAuth
        """
    package static let fields: [Field] = []

    package init() {}

    package init(_ reader: ComponentReader) throws {}

    package func credentials(in scope: Scope, run: SourceRun) -> RequestParts { RequestParts() }

    package func settledCredentials(in scope: Scope, run: SourceRun) -> RequestParts? { RequestParts() }
}
