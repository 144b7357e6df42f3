import Diagnostics
import HTTP
import JSON
import Jinja
import Synchronization

/// What the requests of a requester have in common as long as the configuration stays the same.
///
/// Parameters, headers, body and address that depend only on manifest and configuration are made once. The head is
/// kept for as long as the requests are signed alike, and the transport keeps with it what it derived.
final class PreparedRequest: Sendable {
    /// The configuration that this was made for; nil for one that is not shared.
    let config: JSONDocument?
    private let requester: HttpRequester
    private let parameters: PreparedPart<JSONObject>
    private let headers: PreparedPart<JSONObject>
    private let body: PreparedPart<BodyContent>
    /// The body, where it is constant and nothing is added to it.
    private let settledBody: BodyContent.Encoded?
    /// The first part of the address.
    private let base: PreparedPart<String>
    private let address: PreparedPart<String>
    private let kept = Mutex<[Signed]>([])

    /// The headers of requests that are signed alike.
    private struct Signed {
        let credentials: RequestParts
        let contentType: String?
        let headers: RequestHeaders
        /// The whole head of requests that add nothing else; nil where it differs from request to request.
        let head: RequestHead?
    }

    /// How many are kept: more than there are tokens in rotation.
    private static let mostKept = 8

    /// - Parameter scope: one with the configuration in it.
    init(_ requester: HttpRequester, in scope: Scope) throws {
        self.requester = requester
        config = scope.sharedConfig
        parameters = try PreparedPart(isSettled: requester.parameters?.isSettled ?? true, in: scope) { scope in
            try requester.parameters?.requestParts(in: scope) ?? [:]
        }
        headers = try PreparedPart(isSettled: requester.headers?.isSettled ?? true, in: scope) { scope in
            try requester.headers?.headers(in: scope) ?? [:]
        }
        body = try PreparedPart(isSettled: requester.body.isSettled, in: scope) { scope in
            try requester.body.content(in: scope)
        }
        settledBody = try body.settled?.encoded()
        let base = try PreparedPart(isSettled: requester.base?.isSettled ?? true, in: scope) { scope in
            try requester.base?.text(in: scope) ?? ""
        }
        self.base = base
        address = try PreparedPart(isSettled: requester.hasSettledAddress, in: scope) { scope in
            try requester.address(below: base.value(in: scope), in: scope)
        }
    }

    /// The request for a slice and page.
    ///
    /// - Parameters:
    ///   - pathToken: a page token that takes the place of the path, if any.
    ///   - credentials: what the authenticator adds.
    ///   - injected: what paginator and slicer add.
    ///   - context: says which hosts get the credentials; throws for another one.
    func request(
        in scope: Scope,
        pathToken: String?,
        credentials: RequestParts,
        injected: RequestParts,
        context: RunContext
    ) throws -> HTTPRequest {
        let body = try encodedBody(in: scope, credentials, injected)
        let signed = try signed(in: scope, credentials, injected, body.contentType)
        if let head = signed.head, pathToken == nil, injected.parameters.isEmpty {
            return HTTPRequest(head: head, body: body.bytes)
        }
        let url = try url(in: scope, pathToken, credentials, injected)
        let request = HTTPRequest(head: head(signed.headers, url, credentials), body: body.bytes)
        try requester.checkHost(of: request, isToken: pathToken != nil, below: base.settled, context)
        return request
    }

    private func encodedBody(
        in scope: Scope,
        _ credentials: RequestParts,
        _ injected: RequestParts
    ) throws -> BodyContent.Encoded {
        if let settledBody, !credentials.isOfBody, !injected.isOfBody { return settledBody }
        var content = try body.value(in: scope)
        try content.add(credentials)
        try content.add(injected)
        return try content.encoded()
    }

    // MARK: Heads

    /// The headers of a request; those of an earlier one, when only credentials are added to the constant ones.
    private func signed(
        in scope: Scope,
        _ credentials: RequestParts,
        _ injected: RequestParts,
        _ contentType: String?
    ) throws -> Signed {
        guard headers.settled != nil, injected.headers.isEmpty else {
            let headers = try requestHeaders(in: scope, [credentials, injected], contentType)
            return Signed(credentials: credentials, contentType: contentType, headers: headers, head: nil)
        }
        let known = kept.withLock { kept in
            kept.first { $0.contentType == contentType && $0.credentials == credentials }
        }
        if let known { return known }
        let headers = try requestHeaders(in: scope, [credentials], contentType)
        let head = try settledHead(in: scope, headers, credentials)
        let made = Signed(credentials: credentials, contentType: contentType, headers: headers, head: head)
        kept.withLock { kept in
            if kept.count == Self.mostKept { kept.removeFirst() }
            kept.append(made)
        }
        return made
    }

    private func settledHead(
        in scope: Scope,
        _ headers: RequestHeaders,
        _ credentials: RequestParts
    ) throws -> RequestHead? {
        guard parameters.settled != nil, address.settled != nil else { return nil }
        return head(headers, try url(in: scope, nil, credentials, RequestParts()), credentials)
    }

    private func head(_ headers: RequestHeaders, _ url: String, _ credentials: RequestParts) -> RequestHead {
        RequestHead(
            method: requester.method,
            url: url,
            headers: headers,
            timeouts: requester.timeouts,
            credentials: CredentialPlaces(credentials)
        )
    }

    private func requestHeaders(
        in scope: Scope,
        _ parts: [RequestParts],
        _ contentType: String?
    ) throws -> RequestHeaders {
        var headers = try headers.value(in: scope)
        for part in parts where !part.isEmpty { try RequestMerge.merge(part.headers, into: &headers) }
        var list = HTTPHeaderList()
        for (name, value) in headers { list[name] = value.pythonText }
        if let contentType, list["Content-Type"] == nil { list["Content-Type"] = contentType }
        return RequestHeaders(list)
    }

    // MARK: Addresses

    private func url(
        in scope: Scope,
        _ pathToken: String?,
        _ credentials: RequestParts,
        _ injected: RequestParts
    ) throws -> String {
        var parameters = try parameters.value(in: scope)
        if !credentials.isEmpty { try RequestMerge.merge(credentials.parameters, into: &parameters) }
        if !injected.isEmpty { try RequestMerge.merge(injected.parameters, into: &parameters) }
        if let name = parameters.first(where: { $0.value.isObject })?.key {
            throw EngineFailure(.system, "The request parameter '\(name)' cannot be an object.")
        }
        return RequestEncoding.adding(parameters, to: try address(in: scope, pathToken))
    }

    private func address(in scope: Scope, _ pathToken: String?) throws -> String {
        guard let pathToken else { return try address.value(in: scope) }
        return try requester.address(below: base.value(in: scope), in: scope, pathToken: pathToken)
    }
}

extension RequestParts {
    /// Whether something is added to the body.
    fileprivate var isOfBody: Bool { !isEmpty && !(bodyData.isEmpty && bodyJSON.isEmpty) }
}
