package import HTTP
package import Jinja

/// Proves to the API who is calling.
package protocol Authenticator: Sendable {
    /// What the requests of a run are signed with.
    ///
    /// Tokens are fetched when first needed, never twice at a time; requests for them go out by the budget and the error
    /// handler of the run.
    func credentials(in scope: Scope, run: SourceRun) async throws -> RequestParts

    /// What all requests are signed with as long as the configuration stays the same.
    ///
    /// Nil where each request has to check, as for a token that expires; this is the default.
    func settledCredentials(in scope: Scope, run: SourceRun) throws -> RequestParts?

    /// Signs a request that is otherwise complete, credentials included; called for each attempt.
    func sign(_ request: inout HTTPRequest, in scope: Scope, run: SourceRun) async throws

    /// Learns from the response to a request, such as how much of a quota is left; called for each response.
    func observe(_ response: HTTPResponse, to request: HTTPRequest, run: SourceRun) async throws

    /// Whether a rate-limited request can be repeated at once, as others of its kind have calls left.
    func hasAlternative(to request: HTTPRequest, run: SourceRun) throws -> Bool

    /// Fetches a new token although the old one has not expired; false when the type has none to fetch.
    func renew(rejected: RequestParts, in scope: Scope, run: SourceRun) async throws -> Bool
}

extension Authenticator {
    package func settledCredentials(in scope: Scope, run: SourceRun) throws -> RequestParts? { nil }

    package func sign(_ request: inout HTTPRequest, in scope: Scope, run: SourceRun) async throws {}

    package func observe(_ response: HTTPResponse, to request: HTTPRequest, run: SourceRun) async throws {}

    package func hasAlternative(to request: HTTPRequest, run: SourceRun) throws -> Bool { false }

    package func renew(rejected: RequestParts, in scope: Scope, run: SourceRun) async throws -> Bool { false }
}
