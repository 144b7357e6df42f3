import Diagnostics
import HTTP
import JSON
import Jinja
import Synchronization

/// What the requests of a requester have in common as long as the configuration stays the same.
///
/// Parameters, headers, body and address that manifest and configuration settle are made once. Where nothing else stands
/// above the body, whole heads are kept, and the transport keeps with them what it found out.
final class PreparedRequest: Sendable {
    /// The configuration that this was made for; nil for one that is not shared.
    let config: JSONDocument?
    private let requester: HttpRequester
    private let parameters: PreparedPart<JSONObject>
    private let headers: PreparedPart<JSONObject>
    private let body: PreparedPart<BodyContent>
    /// The body, where it is settled and nothing is added to it.
    private let settledBody: BodyContent.Encoded?
    /// The first part of the address.
    private let base: PreparedPart<String>
    private let address: PreparedPart<String>
    /// Whether only what other components add tells the heads of two requests apart.
    private let hasSettledHead: Bool
    private let heads = Mutex<[KeptHead]>([])

    /// A head, and what it was made of beside the settled parts.
    private struct KeptHead {
        let credentials: RequestParts
        let contentType: String?
        let head: RequestHead
    }

    /// Heads that are kept: more than there are tokens to sign with in turn.
    private static let mostHeads = 8

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
        hasSettledHead = parameters.settled != nil && headers.settled != nil && address.settled != nil
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
        if hasSettledHead, pathToken == nil, injected.parameters.isEmpty, injected.headers.isEmpty {
            return HTTPRequest(head: try settledHead(in: scope, credentials, body.contentType), body: body.bytes)
        }
        let head = try head(in: scope, pathToken, credentials, injected, body.contentType)
        let request = HTTPRequest(head: head, body: body.bytes)
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

    /// The head of the requests to which nothing is added but credentials.
    private func settledHead(
        in scope: Scope,
        _ credentials: RequestParts,
        _ contentType: String?
    ) throws -> RequestHead {
        let known = heads.withLock { heads in
            heads.first { $0.contentType == contentType && $0.credentials == credentials }?.head
        }
        if let known { return known }
        let head = try head(in: scope, nil, credentials, RequestParts(), contentType)
        heads.withLock { heads in
            if heads.count == Self.mostHeads { heads.removeFirst() }
            heads.append(KeptHead(credentials: credentials, contentType: contentType, head: head))
        }
        return head
    }

    private func head(
        in scope: Scope,
        _ pathToken: String?,
        _ credentials: RequestParts,
        _ injected: RequestParts,
        _ contentType: String?
    ) throws -> RequestHead {
        var parameters = try parameters.value(in: scope)
        var headers = try headers.value(in: scope)
        for part in [credentials, injected] where !part.isEmpty {
            try RequestMerge.merge(part.parameters, into: &parameters)
            try RequestMerge.merge(part.headers, into: &headers)
        }
        if let name = parameters.first(where: { $0.value.isObject })?.key {
            throw EngineFailure(.system, "The request parameter '\(name)' cannot be an object.")
        }
        let address = try address(in: scope, pathToken)
        return RequestHead(
            method: requester.method,
            url: RequestEncoding.adding(parameters, to: address),
            headers: Self.list(headers, contentType),
            timeouts: requester.timeouts,
            credentials: CredentialPlaces(credentials)
        )
    }

    private func address(in scope: Scope, _ pathToken: String?) throws -> String {
        guard let pathToken else { return try address.value(in: scope) }
        return try requester.address(below: base.value(in: scope), in: scope, pathToken: pathToken)
    }

    private static func list(_ headers: JSONObject, _ contentType: String?) -> HTTPHeaderList {
        var list = HTTPHeaderList()
        for (name, value) in headers { list[name] = value.pythonText }
        if let contentType, list["Content-Type"] == nil { list["Content-Type"] = contentType }
        return list
    }
}

extension RequestParts {
    /// Whether something is added to the body.
    fileprivate var isOfBody: Bool { !isEmpty && !(bodyData.isEmpty && bodyJSON.isEmpty) }
}
