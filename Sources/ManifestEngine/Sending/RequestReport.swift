import Diagnostics
import HTTP
import JSON
import YAML

/// The description of one attempt at a request, secrets masked.
struct RequestReport {
    let outcome: RequestOutcome
    let resolution: ErrorResolution
    /// Number of attempts so far.
    let attempts: Int
    let streamName: String
    let secrets: SecretMask

    /// Characters of a body that are shown.
    private static let excerptLength = 500

    var request: HTTPRequest {
        switch outcome {
        case .response(_, let request), .failure(_, let request): request
        }
    }

    // MARK: Texts

    /// The attempt on one line, such as `GET https://api.example.com/v2/calls: HTTP 503, attempt 2`.
    var line: String { "\(request.method) \(address): \(shortResult), attempt \(attempts)" }

    /// A line for the log: what happens next, why, and the attempt it is about.
    func logLine(_ sentence: String) -> String {
        let reason = resolution.message.map { ": \(secrets.masked($0))" } ?? ""
        return "\(sentence)\(reason) (stream \(streamName): \(line))"
    }

    /// Without the reason, which the failure's message gives anyway.
    private var shortResult: String {
        if case .failure = outcome { return "no response" }
        return result
    }

    private var result: String {
        switch outcome {
        case .response(let response, _): "HTTP \(response.status)"
        case .failure(let error, _): secrets.masked(error.description)
        }
    }

    private var address: String { secrets.address(request.url) }

    /// Everything known, for the author of the manifest; one fact per line.
    var detail: String {
        var lines = ["stream: \(streamName)", "request: \(request.method) \(address)", "result: \(result)"]
        if case .response(let response, _) = outcome, let proxy = response.proxy { lines.append("proxy: \(proxy)") }
        lines.append("attempts: \(attempts)")
        if let place = resolution.decidedBy {
            let start = place.range.start
            lines.append(
                "decided by: \(place.file.name):\(start.line):\(start.column) "
                    + "(HttpResponseFilter, action \(resolution.action.rawValue))"
            )
        } else {
            lines.append("decided by: the default rules (action \(resolution.action.rawValue))")
        }
        if let excerpt { lines.append("response: \(excerpt)") }
        return lines.joined(separator: "\n")
    }

    /// The beginning of the body on one line; nil when there is none.
    private var excerpt: String? {
        guard case .response(let response, _) = outcome, response.body.count > 0 else { return nil }
        let text = secrets.excerpt(of: response, length: Self.excerptLength)
        return String(text.map { $0.isNewline ? " " : $0 })
    }

    /// What the manifest and the start of the response say.
    var words: String { "\(resolution.message ?? "") \(excerpt ?? "")" }

    // MARK: Failures

    /// The failure of a response that is final.
    var failure: EngineFailure {
        failure(resolution.failureType ?? .system, resolution.message ?? "The request failed: \(line)")
    }

    private var attemptsText: String { attempts == 1 ? "1 attempt" : "\(attempts) attempts" }

    /// The failure when no attempts are left.
    var exhaustion: EngineFailure {
        if case .response(let response, _) = outcome, response.status == 429 {
            return failure(.transient, "The API is still rate-limiting after \(attemptsText).")
        }
        let reason = resolution.message ?? result
        return failure(resolution.failureType ?? .system, "Gave up after \(attemptsText). The last one: \(reason)")
    }

    func failure(_ type: FailureType, _ message: String) -> EngineFailure {
        EngineFailure(type, secrets.masked(message), detail: detail, cause: result)
    }
}
