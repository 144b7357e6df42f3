import Diagnostics
import HTTP
import JSON
import Jinja
package import Manifest

/// Builds the requests of a stream from its slice and page token.
///
/// Manifest type `HttpRequester`. Sending, retrying and waiting is the work of `RequestSender`.
package final class HttpRequester: Component, Requester {
    package static let typeName = "HttpRequester"
    package static let summary = "Describes the HTTP request that fetches a page."
    package static let details = """
        It needs `url` or `url_base`, and has at most one of the three bodies. Failed requests are \
        retried as `error_handler` says.
        """
    package static let example = """
        type: HttpRequester
        url: https://api.example.com/users
        http_method: GET
        authenticator:
          type: BearerAuthenticator
          api_token: "{{ config['api_key'] }}"
        request_parameters:
          updated_after: "{{ stream_interval['start_time'] }}"
        """

    private static let urlBase = Field(
        "url_base",
        .template(reads: .requester),
        "First part of the address; `path` is added."
    )
    private static let url = Field(
        "url",
        .template(reads: .requester),
        "The whole address, or its first part when there is a `path`."
    )
    private static let path = Field("path", .template(reads: .requester), "Last part of the address.")
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
            .mapping(.either([.template(reads: .requester), .component(ComponentRegistry.queryProperties)])),
            .template(reads: .requester),
        ]),
        "Query parameters."
    )
    private static let headers = Field(
        "request_headers",
        .either([.mapping(.template(reads: .requester)), .template(reads: .requester)]),
        "Headers."
    )
    private static let bodyData = Field(
        "request_body_data",
        .either([.mapping(.template(reads: .requester)), .template(reads: .requester)]),
        "Form fields, or the body as a string."
    )
    private static let bodyJSON = Field(
        "request_body_json",
        .either([.nestedTemplates(reads: .requester), .template(reads: .requester)]),
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
        "What to do about responses that are not pages."
    )
    private static let useCache = Field(
        "use_cache",
        .boolean,
        "Whether responses are cached during a run; by default they are for parent streams."
    )
    private static let connectTimeout = Field(
        "connect_timeout_in_seconds",
        .number(.above(0)),
        "Seconds to open a connection."
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
        "Whether idle connections are probed; without effect, as the system decides."
    )
    package static let fields = [
        urlBase, url, path, httpMethod, authenticator, parameters, headers, bodyData, bodyJSON, body, errorHandler,
        RequestedProperties.listField, RequestedProperties.endpointField, useCache, connectTimeout, readTimeout,
        keepAlive,
    ]

    let base: TemplateText?
    let path: TemplateText?
    /// Whether the address, page tokens aside, depends only on manifest and configuration.
    let hasSettledAddress: Bool
    /// Whether values of responses may be in its fields, which the manifest does not name then.
    let isOfResponses: Bool
    let method: String
    let authenticator: any Authenticator
    let errorHandler: any ErrorHandler
    let parameters: TemplateMapping?
    let headers: TemplateMapping?
    let body: RequestBody
    let timeouts: HTTPTimeouts
    /// Whether responses are cached for repeated requests, such as those of a parent that is a stream itself.
    let usesCache: Bool
    package let properties: (any PropertyList)?
    /// Replaces the stream's name in the keys of the cache.
    package let name: String

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        if mapping[urlBase.name] == nil && mapping[url.name] == nil {
            return [FieldFault(code: "missing-field", "HttpRequester needs 'url' or 'url_base'", fix: "add 'url'")]
        }
        if let fault = RequestedProperties.fault(in: mapping, parameters) { return [fault] }
        let bodies = [bodyData.name, bodyJSON.name, body.name].filter { mapping[$0] != nil }
        guard bodies.count > 1 else { return [] }
        return [FieldFault(bodies[1], "a request has one body: \(bodies.joined(separator: " and "))", fix: "keep one")]
    }

    package init(_ reader: ComponentReader) throws {
        base = try reader.optionalTemplate(Self.urlBase) ?? reader.optionalTemplate(Self.url)
        path = try reader.optionalTemplate(Self.path)
        isOfResponses = reader.source.isOfResponses
        hasSettledAddress = !isOfResponses && base?.isSettled ?? true && path?.isSettled ?? true
        method = try reader.string(Self.httpMethod)
        authenticator = try reader.named(base: base).component(Self.authenticator, ComponentRegistry.authenticators)
        errorHandler = try reader.component(Self.errorHandler, ComponentRegistry.errorHandlers)
        let requested = try RequestedProperties(reader, Self.parameters)
        properties = requested.list
        parameters = try requested.reader.templateMapping(Self.parameters)
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

    package func makeRequests(in run: SourceRun) -> any PageRequests {
        StreamRequests(self, sender: run.makeSender(for: name, errorHandler, isKept: usesCache))
    }

    // MARK: Building

    /// The request for a slice and page; see `PreparedRequest`, which makes many.
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
        try PreparedRequest(self, in: scope).request(
            in: scope,
            pathToken: pathToken,
            credentials: credentials,
            injected: injected,
            context: context
        )
    }

    /// The address as it goes over the wire, without the parameters.
    func address(below base: String, in scope: Scope, pathToken: String? = nil) throws -> String {
        if let pathToken { return RequestEncoding.address(RequestEncoding.join(base, pathToken)) }
        let path = try path?.text(in: scope) ?? ""
        return RequestEncoding.address(RequestEncoding.join(base, String(path.drop { $0 == "/" })))
    }
}
