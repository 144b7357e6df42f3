import Dates
import Diagnostics
import HTTP
import JSON
import YAML

/// Logs one attempt at a request and what was decided about it, for debugging.
///
/// Exists only when lines of the level `debug` are logged. Credentials are always masked.
struct RequestTrace {
    private let context: RunContext
    private let source: String
    private let began: Double

    /// Characters of a body that are shown.
    private static let excerptLength = 500

    /// Logs that a request is sent; nil when it is not to be logged.
    ///
    /// - Parameter source: the stream, or what else sends.
    init?(_ context: RunContext, _ source: String, _ request: HTTPRequest, attempt: Int) {
        guard context.messages.logsDebug else { return nil }
        self.context = context
        self.source = source
        began = context.clock.uptime()
        let address = context.secrets.address(request.url)
        tell("\(request.method) \(address), attempt \(attempt)\(headers(request))\(body(request))")
    }

    private func tell(_ text: String) { context.messages.log(.debug, "\(source): \(text)") }

    private func headers(_ request: HTTPRequest) -> String {
        let shown = request.headers.fields.map { field in
            let isHidden = context.hosts.isSecret(field, request.credentials)
            return "\(field.name): \(isHidden ? SecretMask.mask : field.value)"
        }
        return shown.isEmpty ? "" : "; headers \(shown.joined(separator: ", "))"
    }

    private func body(_ request: HTTPRequest) -> String {
        guard let body = request.body else { return "" }
        if request.credentials.isInBody { return "; body of \(body.count) bytes, with credentials" }
        return "; body " + body.withUnsafeBufferPointer { context.secrets.excerpt(of: $0, length: Self.excerptLength) }
    }

    // MARK: What came back

    func received(_ outcome: RequestOutcome) {
        let milliseconds = Int(((context.clock.uptime() - began) * 1000).rounded())
        switch outcome {
        case .failure(let error, _): tell("no response after \(milliseconds) ms: \(error)")
        case .response(let response, let request):
            let from = response.url.flatMap { $0 == request.url ? nil : " from \(context.secrets.address($0))" } ?? ""
            tell("HTTP \(response.status)\(from), \(response.body.count) bytes, \(milliseconds) ms")
        }
    }

    func decided(_ resolution: ErrorResolution) {
        let start = resolution.decidedBy.map { ("\($0.file.name)", $0.range.start) }
        let who = start.map { "the response filter at \($0.0):\($0.1.line):\($0.1.column)" } ?? "the default rules"
        tell("the action is \(resolution.action.rawValue), decided by \(who)")
    }

    /// Logs how long the wait before the next attempt is, and why.
    static func backoff(
        _ decision: RequestAttempts.Decision,
        after cause: RequestAttempts.Cause,
        _ context: RunContext,
        _ source: String
    ) {
        context.messages.debug("Stream \(source): \(text(decision)), \(text(cause))")
    }

    private static func text(_ decision: RequestAttempts.Decision) -> String {
        switch decision {
        case .wait(let seconds): "waiting \(seconds) s before the next attempt"
        case .giveUp: "no attempts left"
        }
    }

    private static func text(_ cause: RequestAttempts.Cause) -> String {
        switch cause {
        case .asked(let seconds): "as a backoff strategy says \(seconds) s"
        case .rateLimited: "as the API is rate-limiting and no backoff strategy says for how long"
        case .plain: "as no backoff strategy says for how long"
        }
    }
}
