/// The access tokens of a run; each is refreshed by one task at a time.
///
/// Streams with the same authenticator share a token: the first that finds it expired refreshes it, the others
/// wait for that refresh and get its token or its failure. A refresh runs in the task of the caller that began it; if
/// that task is cancelled, one of those waiting starts over.
package actor TokenStore {
    private typealias Waiter = CheckedContinuation<Result<IssuedToken, any Error>, Never>

    private var tokens: [String: IssuedToken] = [:]
    /// Who waits for the refresh under way, by owner; no entry when there is none.
    private var waiters: [String: [Waiter]] = [:]

    package init() {}

    /// The current token, or a new one.
    ///
    /// - Parameters:
    ///   - owner: names the token; equal authenticators have equal owners.
    ///   - inForce: gets the stored token and returns the one to use, or nil when a refresh is needed.
    ///   - refresh: gets the stored token and fetches a new one, which is stored.
    package func token(
        of owner: String,
        inForce: @Sendable (IssuedToken?) throws -> IssuedToken?,
        refresh: @Sendable (IssuedToken?) async throws -> IssuedToken
    ) async throws -> IssuedToken {
        while true {
            if let token = try inForce(tokens[owner]) { return token }
            guard waiters[owner] != nil else { return try await lead(owner, refresh) }
            let result = await withCheckedContinuation { waiters[owner, default: []].append($0) }
            guard case .failure(is CancellationError) = result else { return try result.get() }
            try Task.checkCancellation()
        }
    }

    /// Runs the refresh and passes its outcome to all who wait for it.
    private func lead(
        _ owner: String,
        _ refresh: @Sendable (IssuedToken?) async throws -> IssuedToken
    ) async throws -> IssuedToken {
        waiters[owner] = []
        let result: Result<IssuedToken, any Error>
        do {
            let token = try await refresh(tokens[owner])
            tokens[owner] = token
            result = .success(token)
        } catch {
            result = .failure(Task.isCancelled ? CancellationError() : error)
        }
        for waiter in waiters.removeValue(forKey: owner) ?? [] { waiter.resume(returning: result) }
        return try result.get()
    }
}
