/// A request that gets an error body: the status and the one text in `errors`.
package struct Rejection: Error, Equatable {
    /// The HTTP status.
    let status: Int
    /// The text of `errors[0]`.
    let text: String
    /// Seconds for a `Retry-After` header.
    var retryAfter: Int?

    /// A body, parameter or cursor that cannot be read.
    static let badRequest = Rejection(status: 400, text: "Bad request")
    /// A cursor that is too old, altered, or used with another filter.
    static let badCursor = Rejection(status: 400, text: "Cursor is expired or invalid")
    /// Missing or wrong credentials.
    static let unauthorized = Rejection(status: 401, text: "Unauthorized")
    /// A path or record that does not exist; not the text of an empty result.
    static let notFound = Rejection(status: 404, text: "Not Found")
    static let wrongMethod = Rejection(status: 405, text: "Method Not Allowed")
    static let wrongContentType = Rejection(status: 415, text: "Unsupported Media Type")

    /// A filtered list of calls without a match.
    static let noCalls = Rejection(status: 404, text: "No calls found corresponding to the provided filters")
    /// A filtered list of users without a match.
    static let noUsers = Rejection(status: 404, text: "No users found corresponding to the provided filters")
    /// A filtered list of answered scorecards without a match; this text ends in a period.
    static let noAnsweredScorecards = Rejection(
        status: 404,
        text: "No answered scorecards found corresponding to the provided filters."
    )

    /// A token without the scope that an endpoint needs.
    static func missingScope(_ scope: String) -> Rejection {
        Rejection(status: 401, text: "You don't have permission to use '\(scope)' in your app.")
    }

    /// More requests than a limit allows.
    static func limited(retryAfter seconds: Int) -> Rejection {
        Rejection(status: 429, text: "Too many requests", retryAfter: seconds)
    }

    /// The usual text of a status, for faults.
    static func standard(_ status: Int, retryAfter: Int?) -> Rejection {
        let texts = [
            400: "Bad request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 429: "Too many requests",
            500: "Internal server error occurred", 502: "Bad Gateway", 503: "Service Unavailable",
            504: "Gateway Timeout",
        ]
        let wait = status == 429 ? retryAfter ?? 1 : retryAfter
        return Rejection(status: status, text: texts[status] ?? "Error \(status)", retryAfter: wait)
    }

    /// The response with Gong's error body.
    func response(requestID: String) -> SimulatorResponse {
        var writer = JSONWriter()
        writer.object { object in
            object.field("requestId", requestID)
            object.array("errors") { $0.element(text) }
        }
        var response = SimulatorResponse(status: status, json: writer.bytes)
        if let retryAfter { response.headers.append(HeaderField("Retry-After", String(retryAfter))) }
        response.trace(requestID)
        return response
    }
}
