import Diagnostics
import HTTP
import JSON

/// What an outcome means when no response filter has decided.
///
/// Source: the behaviour of the reference's default table. The wording is our own.
enum DefaultErrorMapping {
    private typealias Rule = (action: ResponseAction, type: FailureType, text: String)

    private static let rules: [Int: Rule] = [
        400: (.fail, .system, "the API could not understand the request; check its parameters"),
        401: (.fail, .config, "the API rejected the credentials"),
        403: (.fail, .config, "the credentials do not allow access to this resource"),
        404: (.fail, .system, "not found; check 'url_base' and 'path'"),
        405: (.fail, .system, "the API does not allow this method here"),
        408: (.retry, .transient, "the API timed out waiting for the request"),
        429: (.rateLimited, .transient, "too many requests"),
        500: (.retry, .transient, "internal server error"),
        502: (.retry, .transient, "a gateway in front of the API got a bad response"),
        503: (.retry, .transient, "the API is not available"),
        504: (.retry, .transient, "a gateway in front of the API timed out waiting for a response"),
    ]

    /// The rule for a status; nil when the table has none.
    static func resolution(status: Int) -> ErrorResolution? {
        rules[status].map { rule in
            ErrorResolution(
                action: rule.action,
                failureType: rule.type,
                message: "HTTP \(status): \(rule.text).",
                decidedBy: nil
            )
        }
    }

    /// The decision about an outcome; never nil.
    ///
    /// Statuses below 400 are fine but for redirects that lead nowhere; unknown ones from 400 on are retried.
    static func resolution(of outcome: RequestOutcome) -> ErrorResolution {
        switch outcome {
        case .response(let response, _):
            return response.status < 400 ? resolution(ofRedirect: response) : resolution(ofFailure: response)
        case .failure(let error, _): return resolution(of: error)
        }
    }

    private static func resolution(ofFailure response: HTTPResponse) -> ErrorResolution {
        let rule = rules[response.status] ?? (.retry, .system, "an unknown status")
        let way = response.proxy.map { " (through the proxy \($0))" } ?? ""
        return ErrorResolution(
            action: rule.action,
            failureType: rule.type,
            message: "HTTP \(response.status): \(rule.text)\(way).",
            decidedBy: nil
        )
    }

    /// A redirect that could not be followed and has nothing in it fails; its records would be lost in silence.
    ///
    /// 304 is not one: it says that there is nothing new.
    private static func resolution(ofRedirect response: HTTPResponse) -> ErrorResolution {
        guard response.status >= 300, response.status != 304, response.body.buffer.allSatisfy({ $0 <= 0x20 }) else {
            return ErrorResolution(action: .success, failureType: nil, message: nil, decidedBy: nil)
        }
        return ErrorResolution(
            action: .fail,
            failureType: .system,
            message: "HTTP \(response.status): a redirect without a Location header or a body; "
                + "check 'url_base' and 'path'.",
            decidedBy: nil
        )
    }

    /// What a second attempt cannot fix is final; everything else may succeed the next time.
    private static func resolution(of error: TransportError) -> ErrorResolution {
        ErrorResolution(
            action: error.kind.mostAttempts == 1 ? .fail : .retry,
            failureType: error.kind.failureType,
            message: error.message,
            decidedBy: nil
        )
    }
}
