package import Jinja
package import Manifest

/// Proves to the API who asks.
package protocol Authenticator: Component {
    /// What the requests of a run are signed with. Tokens are fetched when first needed, never twice at a time.
    func credentials(in scope: Scope, context: RunContext) async throws -> RequestParts

    /// What all requests are signed with as long as the configuration stays the same.
    ///
    /// Nil where each request has to ask, as for a token that runs out; the type need not say so.
    func settledCredentials(in scope: Scope, context: RunContext) throws -> RequestParts?

    /// Gets a new token although the old one has not run out; false when the type has no such thing.
    func renew(rejected: RequestParts, in scope: Scope, context: RunContext) async throws -> Bool
}

extension Authenticator {
    package func settledCredentials(in scope: Scope, context: RunContext) throws -> RequestParts? { nil }

    package func renew(rejected: RequestParts, in scope: Scope, context: RunContext) async throws -> Bool { false }
}
