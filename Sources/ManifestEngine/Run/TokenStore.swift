/// The access tokens of a run, and the one refresh at a time that each of them may have.
///
/// Streams whose authenticators are the same share a token: the first that finds it used up refreshes it, the others
/// wait for that refresh and get its token or its failure. A refresh runs in the task of the caller that began it; if
/// that task is cancelled, one of those waiting begins anew.
package actor TokenStore {
    private typealias Waiter = CheckedContinuation<Result<IssuedToken, any Error>, Never>

    private var tokens: [String: IssuedToken] = [:]
    /// Who waits for the refresh under way, by owner; no entry when there is none.
    private var waiters: [String: [Waiter]] = [:]

    package init() {}

    /// The token in force, or a new one.
    ///
    /// - Parameters:
    ///   - owner: names the token; equal authenticators have equal owners.
    ///   - inForce: gives the token to use as it stands, or nil when a refresh is needed; gets the stored token.
    ///   - refresh: fetches a new token, which is stored; gets the stored one.
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

    /// Runs the refresh and tells its outcome to all who came meanwhile.
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
