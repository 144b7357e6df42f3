import Dates
import Diagnostics
import HTTP
import JSON
import Jinja

/// Talks to a token endpoint.
///
/// Status 429, statuses from 500 on and network failures are retried with growing, random waits, for
/// 300 seconds in all. Failures: `config` when the refresh token is refused, `transient` when the attempts are used up,
/// `system` for other statuses and for text that is not JSON. Messages hold no secrets.
struct TokenEndpoint: Sendable {
    /// Seconds after which no further attempt begins.
    static let patience = 300.0

    let context: RunContext
    let rejection: TokenRejection
    /// Whether the API refused the token until now: then a refusal here too means that the credentials are wrong.
    let isRenewal: Bool
    /// Whether a request may use up its refresh token, so that its response cannot be lost.
    var isRotating = false

    private enum Outcome {
        case response(HTTPResponse)
        case again(EngineFailure)
    }

    /// The body of a good response.
    func send(_ request: HTTPRequest) async throws -> JSONValue {
        let start = context.clock.uptime()
        var attempts = 0
        while true {
            try Task.checkCancellation()
            let elapsed = context.clock.uptime() - start
            switch try await outcome(of: request, attempt: attempts + 1) {
            case .response(let response): return try body(of: response)
            case .again(let failure):
                let patience = min(Self.patience, context.options.patience ?? Self.patience)
                guard elapsed < patience else { throw failure }
                let random = jitter(upTo: Double(1 << min(attempts, 20)))
                let wait = min(random, patience - elapsed, context.options.longestWait.usual)
                attempts += 1
                let rounded = (wait * 10).rounded() / 10
                context.messages.log(
                    .info,
                    "\(failure.message) Attempt \(attempts) failed; retrying in \(rounded) s."
                )
                try await context.clock.sleep(seconds: wait, for: .retry)
            }
        }
    }

    /// A random number from 0 up to a limit.
    private func jitter(upTo limit: Double) -> Double {
        limit * context.environment.fraction()
    }

    private func outcome(of request: HTTPRequest, attempt: Int) async throws -> Outcome {
        do throws(TransportError) {
            let trace = RequestTrace(context, "token endpoint", request, attempt: attempt)
            let response = try await exchange(request)
            trace?.received(.response(response, request: request))
            guard response.status == 429 || response.status >= 500 else { return .response(response) }
            let message = "The token endpoint responded with status \(response.status)."
            return .again(EngineFailure(.transient, message, detail: detail(response)))
        } catch {
            try Task.checkCancellation()
            let detail = context.secrets.masked(error.description)
            switch error.kind {
            case .connection, .timeout, .truncated, .undecodable:
                return .again(EngineFailure(.transient, "The token endpoint cannot be reached.", detail: detail))
            case .invalidURL, .invalidScheme:
                throw EngineFailure(.config, "The address of the token endpoint is not valid.", detail: detail)
            case .foreignHost, .invalidHeader, .unwritableHeader, .proxy, .unknownHost, .tls, .tooFewFiles,
                .unreadEncoding,
                .tooLarge:
                let reason = context.secrets.masked(error.message)
                throw EngineFailure(
                    error.kind.failureType,
                    "The token endpoint cannot be used: \(reason)",
                    detail: detail
                )
            case .tooManyRedirects:
                throw EngineFailure(.system, "The token endpoint redirects too many times.", detail: detail)
            }
        }
    }

    /// Sends a request; one that uses up a token is awaited even when the run is cancelled.
    private func exchange(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let transport = context.transport
        guard isRotating else { return try await transport.send(request) }
        let exchange = Task { () -> Result<HTTPResponse, TransportError> in
            do throws(TransportError) { return .success(try await transport.send(request)) } catch {
                return .failure(error)
            }
        }
        return try await exchange.value.get()
    }

    private func body(of response: HTTPResponse) throws -> JSONValue {
        let body = try? response.document(indexDepth: 3).root.value
        if response.status < 400 {
            if let body { return body }
            let message = "The token endpoint responded with status \(response.status) and a body that is not JSON."
            throw EngineFailure(.system, message, detail: detail(response))
        }
        if rejection.covers(status: response.status, body: body) {
            let message =
                "The OAuth provider rejected the refresh token: it is invalid, has expired or was used before. "
                + "Sign in again to get a new one."
            let error = providerError(body).map { " Provider error: \($0)" } ?? ""
            throw EngineFailure(.config, message + error, detail: detail(response))
        }
        throw EngineFailure(
            isRenewal ? .config : .system,
            "The token endpoint rejected the request with status \(response.status).",
            detail: detail(response)
        )
    }

    // MARK: Texts for people

    /// The provider's error, and the code its description begins with: both are the same for each attempt.
    private func providerError(_ body: JSONValue?) -> String? {
        let error = body?["error"]?.string.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        let parts = [error ?? "", Self.code(body?["error_description"]?.string ?? "")].filter { !$0.isEmpty }
        guard !parts.isEmpty else { return nil }
        return context.secrets.excerpt(of: parts.joined(separator: ": "), length: 64)
    }

    /// A code such as `AADSTS50173` at the start of a string: three letters or more, then four digits or more.
    private static func code(_ text: String) -> String {
        let start = text.drop { $0.isWhitespace }
        let letters = start.prefix { $0.isASCII && $0.isLetter }
        let digits = start[letters.endIndex...].prefix { $0.isASCII && $0.isNumber }
        guard letters.count >= 3, digits.count >= 4 else { return "" }
        let next = start[digits.endIndex...].first
        if let next, next.isLetter || next.isNumber || next == "_" { return "" }
        return String(letters + digits)
    }

    private func detail(_ response: HTTPResponse) -> String {
        "HTTP \(response.status): \(context.secrets.excerpt(of: response, length: 1000))"
    }
}
