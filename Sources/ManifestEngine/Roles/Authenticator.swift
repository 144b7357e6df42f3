package import Jinja
package import Manifest

/// Proves to the API who asks.
package protocol Authenticator: Component {
    /// What the requests of a run are signed with. Tokens are fetched when first needed, never twice at a time.
    func credentials(in scope: Scope, context: RunContext) async throws -> RequestParts

    /// Gets a new token although the old one has not run out; false when the type has no such thing.
    func renew(rejected: RequestParts, in scope: Scope, context: RunContext) async throws -> Bool
}

extension Authenticator {
    package func renew(rejected: RequestParts, in scope: Scope, context: RunContext) async throws -> Bool { false }
}
