import Dates
import Diagnostics
package import HTTP
package import Jinja

/// A response that is not to be retried, with the request that brought it and what it means.
package struct SentResponse: Sendable {
    package let response: HTTPResponse
    /// The request as the last attempt sent it.
    package let request: HTTPRequest
    /// Never `fail`, `retry`, `rateLimited` or `refreshTokenThenRetry`: those are handled here.
    package let resolution: ErrorResolution

    /// Whether the response is an error that the manifest skips: it has no records, whatever its body is.
    package var isPassedOver: Bool { response.status >= 400 }
}

/// Sends a request and retries as the error handler and its backoff strategies say.
///
/// The order of one attempt: build the request, wait for the budget, send, tell the budget about the response, ask the
/// handler what the response means. A cached response of `cache` costs the budget nothing. All waits go through the clock
/// and end at once with `CancellationError` when the task is cancelled.
package struct RequestSender: Sendable {
    /// Fetches a new token for a request that was rejected; false when the authenticator has none to fetch.
    package typealias Renewal = (_ rejected: HTTPRequest) async throws -> Bool
    /// Whether a rate-limited request can be repeated at once with other credentials.
    package typealias Rotation = (_ rejected: HTTPRequest) throws -> Bool
    /// Learns from the response to a request.
    package typealias Observer = (HTTPResponse, HTTPRequest) async throws -> Void

    /// Used in messages and in the status "rate limited".
    package let streamName: String
    package let handler: any ErrorHandler
    package let context: RunContext
    package let budget: RequestBudget?
    package let cache: (any ResponseCache)?
    /// False sends each request once, regardless of the handler; for test reads.
    package let isRetrying: Bool
    /// What the servers of the requester have set so far.
    private let cookies: CookieJar?

    package init(
        streamName: String,
        handler: any ErrorHandler,
        context: RunContext,
        budget: RequestBudget? = nil,
        cache: (any ResponseCache)? = nil,
        isRetrying: Bool = true,
        cookies: CookieJar? = nil
    ) {
        self.streamName = streamName
        self.handler = handler
        self.context = context
        self.budget = budget
        self.cache = cache
        self.isRetrying = isRetrying
        self.cookies = cookies
    }

    /// Sends until there is a response to continue with.
    ///
    /// - Parameters:
    ///   - scope: variables for the handler's templates; `response`, `headers` and `request_url` are set in a copy.
    ///   - renew: called once at most, for the action REFRESH_TOKEN_THEN_RETRY; nil when nothing can be renewed.
    ///   - rotate: asked for the action RATE_LIMITED; nil when there is one login.
    ///   - observe: gets each response, before anything is decided about it.
    ///   - make: builds the request of an attempt, counted from 1; later attempts get a fresh signature that way.
    /// - Throws: `EngineFailure` for a response that fails the stream and for the end of all attempts; `CancellationError`.
    package func send(
        in scope: Scope,
        renew: Renewal? = nil,
        rotate: Rotation? = nil,
        observe: Observer? = nil,
        make: (_ attempt: Int) async throws -> HTTPRequest
    ) async throws -> SentResponse {
        let limit = isRetrying ? try handler.maxRetries(in: scope) : 0
        var attempts = RequestAttempts(maxRetries: limit)
        while true {
            try Task.checkCancellation()
            let request = try await make(attempts.count + 1)
            attempts.begin(at: context.clock.uptime())
            let trace = RequestTrace(context, streamName, request, attempt: attempts.count)
            let outcome = try await outcome(of: request, in: scope)
            trace?.received(outcome)
            if let observe, case .response(let response, let request) = outcome { try await observe(response, request) }
            let resolution = try await handler.resolve(outcome, in: scope)
            trace?.decided(resolution)
            // Nearly all attempts end here, and need no report.
            if resolution.action == .success, case .response(let response, let request) = outcome {
                return SentResponse(response: response, request: request, resolution: resolution)
            }
            let report = RequestReport(
                outcome: outcome,
                resolution: resolution,
                attempts: attempts.count,
                streamName: streamName,
                secrets: context.secrets
            )
            switch resolution.action {
            case .fail: throw failure(report)
            case .success, .ignore, .resetPagination, .reducePageSize, .splitRequestWindow:
                return try accepted(outcome, resolution, report)
            case .rateLimited: context.messages.rateLimited(stream: streamName)
            case .refreshTokenThenRetry: try await renewToken(report, attempts: &attempts, renew: renew)
            case .retry: break
            }
            let rotates = try resolution.action == .rateLimited && rotate?(report.request) ?? false
            try await pause(after: outcome, report, rotates: rotates, attempts: &attempts, in: scope)
        }
    }

    // MARK: One attempt

    private func outcome(of request: HTTPRequest, in scope: Scope) async throws -> RequestOutcome {
        do {
            guard let cache else { return .response(try await fetch(request, in: scope), request: request) }
            let response = try await cache.response(to: request) { try await fetch(request, in: scope) }
            return .response(response, request: request)
        } catch let error as TransportError {
            try Task.checkCancellation()
            return .failure(error, request: request)
        }
    }

    /// Sends over the network, when the budget allows it.
    private func fetch(_ request: HTTPRequest, in scope: Scope) async throws -> HTTPResponse {
        guard let budget else { return try await context.transport.send(request, cookies: cookies) }
        try await budget.acquire(request, clock: context.clock, longestWait: context.options.longestWait)
        let response = try await context.transport.send(request, cookies: cookies)
        budget.update(from: response, to: request, clock: context.clock)
        return response
    }

    private func accepted(
        _ outcome: RequestOutcome,
        _ resolution: ErrorResolution,
        _ report: RequestReport
    ) throws -> SentResponse {
        guard case .response(let response, let request) = outcome else { throw failure(report) }
        if resolution.action == .ignore {
            let text = resolution.message ?? "The response is ignored, as the manifest says."
            log(.info, context.secrets.masked("\(text) (\(report.line))"), kind: "ignored")
        }
        return SentResponse(response: response, request: request, resolution: resolution)
    }

    private func log(_ level: LogLevel, _ text: String, kind: String) {
        let line = context.repetition.line(level, text, kind: "\(streamName) \(kind)")
        context.messages.log(line.level, line.text)
    }

    private func failure(_ report: RequestReport) -> EngineFailure {
        log(.error, report.logLine("The request failed and is not retried"), kind: "failed")
        return report.failure
    }

    // MARK: Before the next attempt

    /// Seconds before a request is repeated with other credentials.
    private static let rotationWait = 0.1

    /// Waits as long as the handler or the default says, or throws when the attempts are used up.
    private func pause(
        after outcome: RequestOutcome,
        _ report: RequestReport,
        rotates: Bool,
        attempts: inout RequestAttempts,
        in scope: Scope
    ) async throws {
        let now = context.clock.now().secondsSince1970
        let asked =
            rotates
            ? Self.rotationWait
            : try await handler.backoff(after: outcome, attempt: attempts.count, in: scope, now: now)
        let cause: RequestAttempts.Cause =
            if let asked, asked != 0 { .asked(seconds: asked) } else {
                report.resolution.action == .rateLimited ? .rateLimited : .plain
            }
        let decision = attempts.next(after: cause, limits: limits(after: outcome), now: context.clock.uptime())
        RequestTrace.backoff(decision, after: cause, context, streamName)
        switch decision {
        case .wait(var seconds):
            if let asked, asked > context.options.longestWait.usual {
                let origin = try await handler.waitOrigin(after: outcome, attempt: attempts.count, in: scope, now: now)
                try refuse(asked, askedBy: origin, report)
            } else if cause == .plain || cause == .rateLimited {
                seconds = min(seconds, context.options.longestWait.usual)
            }
            let rounded = (seconds * 10).rounded() / 10
            let sentence = "Attempt \(attempts.count) failed; retrying in \(rounded) s"
            log(.info, report.logLine(sentence), kind: "again")
            try await context.clock.sleep(seconds: seconds, for: .retry)
        case .giveUp:
            log(.error, report.logLine("No attempts left after \(attempts.count)"), kind: "exhausted")
            throw report.exhaustion
        }
    }

    /// The limits that override those of the manifest.
    private func limits(after outcome: RequestOutcome) -> RequestAttempts.Limits {
        var limits = RequestAttempts.Limits(patience: context.options.patience)
        if case .failure(let error, _) = outcome {
            limits.attempts = [error.kind.mostAttempts, context.options.attemptsWithoutResponse].compactMap(\.self)
                .min()
        }
        return limits
    }

    /// Throws when a wait is longer than the engine waits.
    private func refuse(_ seconds: Double, askedBy origin: WaitOrigin?, _ report: RequestReport) throws {
        let origin = (origin ?? WaitOrigin("The manifest")).asTold(by: report.words, resetHeader: budget?.resetHeader)
        guard let failure = context.options.longestWait.failure(of: seconds, askedBy: origin) else { return }
        context.messages.log(.error, report.logLine("The wait before the next attempt is too long"))
        throw report.failure(failure.type, failure.message)
    }

    /// Renews the token once; a second refusal of the same request ends it.
    private func renewToken(_ report: RequestReport, attempts: inout RequestAttempts, renew: Renewal?) async throws {
        switch attempts.renewal {
        case .done: throw report.failure(.config, "The API rejects the access token even after it was renewed.")
        case .failed:
            throw report.failure(.transient, "The API rejects the access token, and it could not be renewed.")
        case .none: break
        }
        guard let renew else { return warnAboutRenewal() }
        do {
            guard try await renew(report.request) else { return warnAboutRenewal() }
            attempts.renewal = .done
            context.messages.log(.info, "Got a new access token, as the manifest says for this response.")
        } catch let failure as EngineFailure where failure.type == .config {
            throw failure
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            attempts.renewal = .failed
            let reason = context.secrets.masked(String(describing: error))
            context.messages.log(.warn, "The access token could not be renewed: \(reason). The old one is kept.")
        }
    }

    private func warnAboutRenewal() {
        context.messages.log(
            .warn,
            "The action REFRESH_TOKEN_THEN_RETRY has no effect here: this authenticator has no token to renew."
        )
    }
}
