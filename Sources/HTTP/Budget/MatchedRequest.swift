/// A request, taken apart once for all matchers of a budget.
package struct MatchedRequest {
    package let method: String
    /// `scheme://host`, with the port if one is written.
    package let base: String
    /// Without a slash at its end.
    package let path: String
    package let headers: HTTPHeaderList
    private let query: String

    package init(_ request: HTTPRequest) {
        let parts = AddressParts(request.url)
        method = request.method
        base = parts.map { "\($0.scheme)://\($0.authority)" } ?? ""
        path = parts.map { Self.withoutSlashes($0.path) } ?? ""
        query = parts?.query ?? ""
        headers = request.headers
    }

    /// The query parameters, decoded; of a repeated one the last, none without a value.
    package var parameters: [String: String] {
        var all: [String: String] = [:]
        for (name, value) in RequestEncoding.pairs(of: query) { all[name] = value }
        return all
    }

    /// A string without the slashes at its end.
    package static func withoutSlashes(_ text: String) -> String {
        String(text.reversed().drop { $0 == "/" }.reversed())
    }
}

/// Says whether a request belongs to a policy.
package protocol RequestMatcher: Sendable {
    /// Whether a request fits.
    func matches(_ request: MatchedRequest) -> Bool
}
