package import Diagnostics
package import HTTP
package import Jinja
package import Manifest

/// What to do about a response, in the manifest's words.
package enum ResponseAction: String, Sendable, CaseIterable {
    case success = "SUCCESS"
    case fail = "FAIL"
    case ignore = "IGNORE"
    case retry = "RETRY"
    case rateLimited = "RATE_LIMITED"
    case refreshTokenThenRetry = "REFRESH_TOKEN_THEN_RETRY"
    case resetPagination = "RESET_PAGINATION"
    case reducePageSize = "REDUCE_PAGE_SIZE"
    case splitRequestWindow = "SPLIT_REQUEST_WINDOW"
}

/// A decision about a response, and which part of the manifest made it.
package struct ErrorResolution: Sendable {
    package let action: ResponseAction
    package let failureType: FailureType?
    /// For the person who runs the sync; nil when nothing needs saying.
    package let message: String?
    /// The response filter that decided; nil for the default rules.
    package let decidedBy: Place?
}

/// What came back for a request: a response or none.
package enum RequestOutcome: Sendable {
    case response(HTTPResponse, request: HTTPRequest)
    case failure(TransportError, request: HTTPRequest)
}

/// Decides what a response means, how often to retry, and how long to wait before that.
package protocol ErrorHandler: Sendable {
    /// The decision about an outcome. A pure function of the outcome and the configuration.
    func resolve(_ outcome: RequestOutcome, in scope: Scope) async throws -> ErrorResolution
    /// How many times a request is retried.
    func maxRetries(in scope: Scope) throws -> Int
    /// Seconds to wait that a backoff strategy asks for; nil leaves it to the default. `attempt` starts at 1.
    func backoff(after outcome: RequestOutcome, attempt: Int, in scope: Scope, now: Double) async throws -> Double?
    /// All backoff strategies, in order.
    var backoffStrategies: [any BackoffStrategy] { get }
}

extension ErrorHandler {
    package func backoff(after outcome: RequestOutcome, attempt: Int, in scope: Scope, now: Double) async throws
        -> Double?
    {
        for strategy in backoffStrategies {
            let wait = try await strategy.wait(after: outcome, attempt: attempt, in: scope, now: now)
            if let wait, wait != 0 { return wait }
        }
        return nil
    }

    /// What asks for the wait of `backoff`; nil when nothing does.
    func waitOrigin(
        after outcome: RequestOutcome,
        attempt: Int,
        in scope: Scope,
        now: Double
    ) async throws -> WaitOrigin? {
        for strategy in backoffStrategies {
            let wait = try await strategy.wait(after: outcome, attempt: attempt, in: scope, now: now)
            if let wait, wait != 0 { return strategy.origin(of: outcome, in: scope) }
        }
        return nil
    }
}

/// Says how long to wait before the next attempt.
package protocol BackoffStrategy: Sendable {
    /// Seconds to wait, or nil when the strategy cannot say. `now` is in seconds since 1970; `attempt` starts at 1.
    func wait(after outcome: RequestOutcome, attempt: Int, in scope: Scope, now: Double) async throws -> Double?
    /// What the wait comes from, for people.
    func origin(of outcome: RequestOutcome, in scope: Scope) -> WaitOrigin
}

extension BackoffStrategy where Self: Component {
    package func origin(of outcome: RequestOutcome, in scope: Scope) -> WaitOrigin {
        WaitOrigin("The \(Self.typeName) of the manifest counts")
    }
}
