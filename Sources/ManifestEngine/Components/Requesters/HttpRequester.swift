import Diagnostics
import HTTP
import JSON
import Jinja
package import Manifest
import Synchronization

/// Builds the requests of a stream from its slice and page token.
///
/// Manifest type `HttpRequester`. Sending, retrying and waiting is the work of `RequestSender`.
package final class HttpRequester: Component {
    package static let typeName = "HttpRequester"
    package static let summary = "Describes the HTTP request that fetches a page."

    private static let urlBase = Field(
        "url_base",
        .template(reads: .request),
        "First part of the address; `path` is added."
    )
    private static let url = Field(
        "url",
        .template(reads: .request),
        "The whole address, or its first part when there is a `path`."
    )
    private static let path = Field("path", .template(reads: .request), "Last part of the address.")
    private static let httpMethod = Field("http_method", .word(["GET", "POST"]), default: "GET", "The method.")
    private static let authenticator = Field(
        "authenticator",
        .component(ComponentRegistry.authenticators, custom: "CustomAuthenticator"),
        default: ["type": "NoAuth"],
        "How requests are signed."
    )
    private static let parameters = Field(
        "request_parameters",
        .either([
            .mapping(.either([.template(reads: .request), .component(ComponentRegistry.queryProperties)])),
            .template(reads: .request),
        ]),
        "Query parameters."
    )
    private static let headers = Field(
        "request_headers",
        .either([.mapping(.template(reads: .request)), .template(reads: .request)]),
        "Headers."
    )
    private static let bodyData = Field(
        "request_body_data",
        .either([.mapping(.template(reads: .request)), .template(reads: .request)]),
        "Form fields, or the text of the body."
    )
    private static let bodyJSON = Field(
        "request_body_json",
        .either([.nestedTemplates(reads: .request), .template(reads: .request)]),
        "The JSON body."
    )
    private static let body = Field("request_body", .component(ComponentRegistry.requestBodies), "The body.")
    private static let errorHandler = Field(
        "error_handler",
        .component(
            ComponentRegistry.errorHandlers,
            default: "DefaultErrorHandler",
            custom: "CustomErrorHandler"
        ),
        default: ["type": "DefaultErrorHandler"],
        "What to do about answers that are not a page."
    )
    private static let useCache = Field(
        "use_cache",
        .boolean,
        "Whether a request that was answered is not sent again in the same run; left out, parent streams do so."
    )
    private static let connectTimeout = Field(
        "connect_timeout_in_seconds",
        .number(.above(0)),
        "Seconds to make a connection."
    )
    private static let readTimeout = Field(
        "read_timeout_in_seconds",
        .number(.above(0)),
        "Seconds to wait for the next byte."
    )
    private static let keepAlive = Field(
        "use_tcp_keepalive",
        .boolean,
        default: false,
        "Whether idle connections are probed; the engine leaves that to the system."
    )
    package static let fields = [
        urlBase, url, path, httpMethod, authenticator, parameters, headers, bodyData, bodyJSON, body, errorHandler,
        useCache, connectTimeout, readTimeout, keepAlive,
    ]
    package static let absentFields = ["fetch_properties_from_endpoint", "query_properties"]

    let base: TemplateText?
    let path: TemplateText?
    /// Whether manifest and configuration alone decide about the first part of the address.
    let hasSettledBase: Bool
    /// Whether they decide about all of it, but for page tokens.
    let hasSettledAddress: Bool
    let method: String
    let authenticator: any Authenticator
    let errorHandler: any ErrorHandler
    private let parameters: TemplateMapping?
    private let headers: TemplateMapping?
    private let body: RequestBody
    private let timeouts: HTTPTimeouts
    /// Whether answers are kept for requests that are made again, such as those of a parent that is a stream itself.
    let usesCache: Bool
    /// The address that was made last: most streams have one for all their requests.
    private let lastAddress = Mutex<(base: String, path: String, address: String?)>(("", "", nil))
    /// Stands in for the stream's name in the keys of the cache.
    let name: String

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        if mapping[urlBase.name] == nil && mapping[url.name] == nil {
            return [FieldFault(code: "missing-field", "HttpRequester needs 'url' or 'url_base'", fix: "add 'url'")]
        }
        let bodies = [bodyData.name, bodyJSON.name, body.name].filter { mapping[$0] != nil }
        guard bodies.count > 1 else { return [] }
        return [FieldFault(bodies[1], "a request has one body: \(bodies.joined(separator: " and "))", fix: "keep one")]
    }

    package init(_ reader: ComponentReader) throws {
        base = try reader.optionalTemplate(Self.urlBase) ?? reader.optionalTemplate(Self.url)
        path = try reader.optionalTemplate(Self.path)
        hasSettledBase = base?.template.readsOnly([.config, .parameters]) ?? true
        hasSettledAddress = hasSettledBase && path?.template.readsOnly([.config, .parameters]) ?? true
        method = try reader.string(Self.httpMethod)
        authenticator = try reader.component(Self.authenticator, ComponentRegistry.authenticators)
        errorHandler = try reader.component(Self.errorHandler, ComponentRegistry.errorHandlers)
        parameters = try reader.templateMapping(Self.parameters)
        headers = try reader.templateMapping(Self.headers)
        body = try Self.readBody(reader)
        timeouts = HTTPTimeouts(connect: reader.number(Self.connectTimeout), read: reader.number(Self.readTimeout))
        name = reader.source.streamName
        let isParent = reader.source.parentNames.contains(reader.source.streamName)
        usesCache = reader.has(Self.useCache) ? reader.bool(Self.useCache) : isParent
        reader.source.parts.add(self)
    }

    private static func readBody(_ reader: ComponentReader) throws -> RequestBody {
        if let body = try reader.optionalComponent(Self.body, ComponentRegistry.requestBodies) { return body.content }
        if let form = try reader.templateMapping(bodyData) { return .form(form) }
        if reader.has(bodyData), let text = try reader.optionalTemplate(bodyData) { return .text(text) }
        if reader.value(bodyJSON)?.object != nil, let tree = try reader.nestedTemplates(bodyJSON) { return .json(tree) }
        if reader.has(bodyJSON), let text = try reader.optionalTemplate(bodyJSON) { return .jsonText(text) }
        return .none
    }

    // MARK: Building

    /// The parts this requester's own fields make.
    func parts(in scope: Scope) throws -> (parts: RequestParts, text: String?) {
        var parts = RequestParts()
        if let parameters { parts.parameters = try parameters.requestParts(in: scope) }
        if let headers { parts.headers = try headers.headers(in: scope) }
        switch body {
        case .none: return (parts, nil)
        case .form(let form): parts.bodyData = try form.requestParts(in: scope)
        case .text(let text): return (parts, try text.value(in: scope).text ?? "")
        case .json(let tree): parts.bodyJSON = try tree.value(in: scope).json().object ?? [:]
        case .jsonText(let text): parts.bodyJSON = try Self.object(text, in: scope)
        }
        return (parts, nil)
    }

    /// The object that the text of a JSON body stands for; other values than text and objects make no body.
    private static func object(_ text: TemplateText, in scope: Scope) throws -> JSONObject {
        let value = try text.value(in: scope).json()
        if let written = value.string {
            throw EngineFailure(.system, "'request_body_json' gives text instead of an object: \(written)")
        }
        return value.object ?? [:]
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
        var (merged, text) = try parts(in: scope)
        try RequestMerge.merge(credentials, into: &merged)
        try RequestMerge.merge(injected, into: &merged)
        var headers = HTTPHeaderList()
        for (name, value) in merged.headers { headers[name] = value.pythonText }
        let body = try Self.body(merged, text: text, headers: &headers)
        if let name = merged.parameters.first(where: { $0.value.isObject })?.key {
            throw EngineFailure(.system, "The request parameter '\(name)' cannot be an object.")
        }
        let address = try address(in: scope, pathToken: pathToken)
        let full = RequestEncoding.adding(merged.parameters, to: address)
        var request = HTTPRequest(method: method, url: full, headers: headers, body: body)
        request.timeouts = timeouts
        request.credentials = CredentialPlaces(credentials)
        try checkHost(of: request, isToken: pathToken != nil, in: scope, context)
        return request
    }

    /// The address as it goes over the wire, but for the parameters.
    private func address(in scope: Scope, pathToken: String?) throws -> String {
        let base = try base?.text(in: scope) ?? ""
        if let pathToken { return RequestEncoding.address(RequestEncoding.join(base, pathToken)) }
        let path = try path?.text(in: scope) ?? ""
        let known = lastAddress.withLock { $0.base == base && $0.path == path ? $0.address : nil }
        if let known { return known }
        let joined = RequestEncoding.join(base, String(path.drop { $0 == "/" }))
        let address = RequestEncoding.address(joined)
        lastAddress.withLock { $0 = (base, path, address) }
        return address
    }

    private static func body(_ parts: RequestParts, text: String?, headers: inout HTTPHeaderList) throws -> [UInt8]? {
        if let text {
            guard parts.bodyData.isEmpty && parts.bodyJSON.isEmpty else {
                throw EngineFailure(.system, "A body given as text cannot take injected fields; write it as a mapping.")
            }
            return text.isEmpty ? nil : Array(text.utf8)
        }
        if !parts.bodyJSON.isEmpty {
            guard parts.bodyData.isEmpty else {
                throw EngineFailure(.system, "A request cannot have a form and a JSON body at once.")
            }
            if headers["Content-Type"] == nil { headers["Content-Type"] = "application/json" }
            return try json(parts.bodyJSON)
        }
        guard !parts.bodyData.isEmpty else { return nil }
        if headers["Content-Type"] == nil { headers["Content-Type"] = "application/x-www-form-urlencoded" }
        return Array(RequestEncoding.query(parts.bodyData).utf8)
    }

    private static func json(_ body: JSONObject) throws -> [UInt8] {
        let bytes = Bytes()
        do throws(UnwritableNumber) {
            try bytes.appendPythonJSON(.object(body))
        } catch {
            throw EngineFailure(
                .system,
                "The JSON body cannot be sent: '\(error.path)' is \(error.name), a number that JSON has no form for."
            )
        }
        return Array(bytes.buffer)
    }
}

/// A body as the manifest describes it.
package enum RequestBody: Sendable {
    case none
    case form(TemplateMapping)
    case text(TemplateText)
    case json(NestedTemplates)
    case jsonText(TemplateText)
}

extension TemplateMapping {
    /// Values as request parameters and form fields take them: text or lists, nulls and empty texts left out.
    func requestParts(in scope: Scope) throws -> JSONObject {
        let values = try origin.evaluate(in: scope) { scope throws(TemplateError) in
            try mapping.evaluate(in: scope, valueTypes: .requestPart)
        }
        var parts = JSONObject()
        for (key, value) in values where !value.isNull { parts[key.pythonText] = try value.json() }
        return parts
    }

    /// Values as headers take them: whatever they are, printed; nulls left out.
    func headers(in scope: Scope) throws -> JSONObject {
        let values = try origin.evaluate(in: scope) { scope throws(TemplateError) in
            try mapping.evaluate(in: scope, keyTypes: .any)
        }
        var headers = JSONObject()
        for (key, value) in values where !value.isNull { headers[key.pythonText] = .string(value.pythonText) }
        return headers
    }
}
