/// Decides where a response sends the client next, and what of the request goes along.
///
/// As the reference's HTTP client does: 303 and 302 turn every method but HEAD into GET, 301 turns POST into GET, and
/// then body and body headers go; 307 and 308 keep all. What another host may get is decided by `CredentialHosts`.
enum RedirectRule {
    /// The statuses that name another address.
    static let statuses = [301, 302, 303, 307, 308]
    private static let bodyHeaders = ["Content-Length", "Content-Type", "Transfer-Encoding"]

    /// The request that follows a response; nil when the response is not a redirect.
    static func next(after request: HTTPRequest, status: Int, location: String?) -> HTTPRequest? {
        guard statuses.contains(status), let location, !location.isEmpty else { return nil }
        var next = request
        next.url = target(location, from: request.url)
        next.isRedirected = true
        next.method = method(after: request.method, status: status)
        if status != 307 && status != 308 {
            next.body = nil
            for name in bodyHeaders { next.headers[name] = nil }
        }
        next.headers["Cookie"] = nil
        return next
    }

    private static func method(after method: String, status: Int) -> String {
        switch status {
        case 302, 303: method == "HEAD" ? method : "GET"
        case 301: method == "POST" ? "GET" : method
        default: method
        }
    }

    /// The address a `Location` names; a fragment of the old address goes along when the new one has none.
    private static func target(_ location: String, from base: String) -> String {
        let address = RequestEncoding.resolve(location, against: base)
        let fragment = base.firstIndex(of: "#").map { base[$0...] } ?? ""
        return RequestEncoding.address(address.contains("#") ? address : address + fragment)
    }
}
