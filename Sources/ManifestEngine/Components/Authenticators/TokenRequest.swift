import Diagnostics
import HTTP
import JSON
import Jinja
import Manifest

/// The request that fetches an OAuth access token, as the manifest describes it.
///
/// A form in this order: grant type, client id, client secret, refresh token, `scopes`, then the entries of
/// `refresh_request_body` whose names are not taken. A header `Authorization` in `refresh_request_headers` carries the
/// client id and secret, so the form leaves them out. Null values are left out.
struct TokenRequest: Sendable {
    static let endpoint = Field(
        "token_refresh_endpoint",
        .template(reads: .config),
        "Address of the token endpoint."
    )
    private static let clientIDName = Field(
        "client_id_name",
        .template(reads: .config),
        default: "client_id",
        "Name of the client id."
    )
    private static let clientID = Field("client_id", .template(reads: .config), "The client id.")
    private static let clientSecretName = Field(
        "client_secret_name",
        .template(reads: .config),
        default: "client_secret",
        "Name of the client secret."
    )
    private static let clientSecret = Field(
        "client_secret",
        .template(reads: .config),
        "The client secret; may be empty."
    )
    private static let refreshTokenName = Field(
        "refresh_token_name",
        .template(reads: .config),
        default: "refresh_token",
        "Name of the refresh token."
    )
    private static let refreshToken = Field("refresh_token", .template(reads: .config), "The refresh token.")
    private static let grantTypeName = Field(
        "grant_type_name",
        .template(reads: .config),
        default: "grant_type",
        "Name of the grant type."
    )
    private static let grantType = Field(
        "grant_type",
        .template(reads: .config),
        default: "refresh_token",
        "The grant type, such as refresh_token or client_credentials."
    )
    private static let scopes = Field("scopes", .list(.string), "Scopes to request.")
    private static let body = Field(
        "refresh_request_body",
        .nestedTemplates(reads: .config),
        "Further form fields."
    )
    private static let headers = Field(
        "refresh_request_headers",
        .nestedTemplates(reads: .config),
        "Headers of the request."
    )
    private static let asQuery = Field(
        "send_refresh_request_as_query_params",
        .boolean,
        default: false,
        "Whether the form fields go into the query and the body stays empty."
    )
    static let usesAssertion = Field(
        "use_profile_assertion",
        .either([.boolean, .template(reads: .config)]),
        default: false,
        "Whether a signed web token is sent in place of the client id, the secret and the refresh token; any string means yes."
    )
    static let assertionField = Field(
        "profile_assertion",
        .component(ComponentRegistry.authenticators),
        "The `JwtAuthenticator` that signs the token of `use_profile_assertion`."
    )
    static let fields = [
        usesAssertion, assertionField, endpoint, clientIDName, clientID, clientSecretName, clientSecret,
        refreshTokenName, refreshToken, grantTypeName,
        grantType, scopes, body, headers, asQuery,
    ]

    let endpoint: TemplateText?
    let refreshTokenName: TemplateText
    private let clientIDName: TemplateText
    private let clientID: TemplateText?
    private let clientSecretName: TemplateText
    private let clientSecret: TemplateText?
    private let refreshToken: TemplateText?
    private let grantTypeName: TemplateText
    private let grantType: TemplateText
    private let scopes: [String]
    private let body: TemplateMapping?
    private let headers: TemplateMapping?
    private let isQuery: Bool
    /// Signs the web token that takes the place of all other credentials; nil when there is none.
    private let assertion: JwtAuthenticator?

    /// Client id, secret and refresh token must be given, unless they live in the configuration.
    static func faults(in mapping: ManifestMapping, hasUpdater: Bool) -> [FieldFault] {
        if hasUpdater { return [] }
        if mapping[usesAssertion.name]?.isTruthy ?? false { return assertionFaults(in: mapping) }
        var needed = [clientID, clientSecret]
        if (mapping[grantType.name]?.json ?? grantType.defaultValue) == grantType.defaultValue {
            needed.append(refreshToken)
        }
        return needed.filter { mapping[$0.name] == nil }.map { field in
            FieldFault(
                code: "missing-field",
                "an OAuthAuthenticator needs '\(field.name)'",
                fix: "add '\(field.name)'. \(field.text)"
            )
        }
    }

    private static func assertionFaults(in mapping: ManifestMapping) -> [FieldFault] {
        guard let node = mapping[assertionField.name] else {
            let message = "an OAuthAuthenticator with '\(usesAssertion.name)' needs '\(assertionField.name)'"
            return [FieldFault(code: "missing-field", message, fix: "add '\(assertionField.name)'")]
        }
        guard let type = node.typeName, type != JwtAuthenticator.typeName else { return [] }
        return [
            FieldFault(
                assertionField.name,
                code: "unsupported-value",
                "a profile assertion is signed by a JwtAuthenticator"
            )
        ]
    }

    init(_ reader: ComponentReader, updater: RefreshTokenUpdater?) throws {
        endpoint = try reader.optionalTemplate(Self.endpoint)
        clientIDName = try reader.template(Self.clientIDName)
        clientID = try reader.optionalTemplate(Self.clientID)
        clientSecretName = try reader.template(Self.clientSecretName)
        clientSecret = try reader.optionalTemplate(Self.clientSecret)
        refreshTokenName =
            try updater.map { try TemplateText($0.refreshTokenName) }
            ?? reader.template(Self.refreshTokenName)
        refreshToken = try reader.optionalTemplate(Self.refreshToken)
        grantTypeName = try reader.template(Self.grantTypeName)
        grantType = try reader.template(Self.grantType)
        scopes = reader.strings(Self.scopes)
        body = try reader.templateMapping(Self.body)
        headers = try reader.templateMapping(Self.headers)
        isQuery = reader.bool(Self.asQuery)
        let isSigned = updater == nil && reader.mapping[Self.usesAssertion.name]?.isTruthy ?? false
        assertion =
            isSigned
            ? try reader.component(Self.assertionField, ComponentRegistry.authenticators) as? JwtAuthenticator : nil
    }

    /// The request, from the configuration in force.
    ///
    /// Its secrets are made known to the run's mask.
    func message(_ context: RunContext, updater: RefreshTokenUpdater?) throws -> HTTPRequest {
        let scope = context.makeScope()
        let url = try endpoint?.text(in: scope) ?? ""
        guard !url.isEmpty else { throw Self.empty(Self.endpoint) }
        var headers = HTTPHeaderList()
        for (name, value) in try self.headers?.texts(in: scope) ?? [:] where !value.isNull {
            headers[name] = Value(value).pythonText
        }
        if let value = headers["Authorization"] {
            context.secrets.add(value)
            context.secrets.add(value.split(separator: " ").last.map(String.init) ?? "")
        }
        // The names are case-sensitive here: `authorization` does not mean credentials.
        let hasCredentials = headers.fields.contains { $0.name == "Authorization" }
        let form = try form(scope, context, updater, hasCredentials: hasCredentials)
        let query = RequestEncoding.query(form)
        guard !isQuery else {
            let mark = url.contains("?") ? "&" : "?"
            let address = RequestEncoding.address(url) + mark + query
            return Self.signed(HTTPRequest(method: "POST", url: address, headers: headers))
        }
        if headers["Content-Type"] == nil {
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        }
        let address = RequestEncoding.address(url)
        return Self.signed(HTTPRequest(method: "POST", url: address, headers: headers, body: Array(query.utf8)))
    }

    /// The request, with its form marked as credentials.
    private static func signed(_ request: HTTPRequest) -> HTTPRequest {
        var request = request
        request.credentials.isInBody = request.body != nil
        request.credentials.isInAddress = request.body == nil
        return request
    }

    /// The grant type of a signed web token, RFC 7523.
    private static let signedGrant = "urn:ietf:params:oauth:grant-type:jwt-bearer"

    private func form(
        _ scope: Scope,
        _ context: RunContext,
        _ updater: RefreshTokenUpdater?,
        hasCredentials: Bool
    ) throws -> JSONObject {
        if let assertion {
            let token = try assertion.signedText(in: scope, context)
            return [try grantTypeName.text(in: scope): .string(Self.signedGrant), "assertion": .string(token)]
        }
        var form: JSONObject = [try grantTypeName.text(in: scope): .string(try grantType.text(in: scope))]
        if !hasCredentials {
            let id = try updater?.clientID(in: context.config) ?? Self.value(clientID, scope)
            if id.isNull || id.string == "" { throw Self.empty(Self.clientID) }
            form[try clientIDName.text(in: scope)] = id
            let secret = try updater?.clientSecret(in: context.config) ?? Self.value(clientSecret, scope)
            if secret.isNull || secret.string == "" {
                context.messages.log(.warn, "The OAuth client secret is empty.")
            }
            context.secrets.add(secret.string ?? "")
            form[try clientSecretName.text(in: scope)] = secret
        }
        let token = try updater?.refreshToken(in: context.config) ?? Self.value(refreshToken, scope)
        context.secrets.add(token.string ?? "")
        form[try refreshTokenName.text(in: scope)] = token
        if !scopes.isEmpty { form["scopes"] = .array(scopes.map(JSONValue.string)) }
        for (name, value) in try body?.texts(in: scope) ?? [:] where form[name] == nil { form[name] = value }
        return form
    }

    /// The text a template gives; null when there is none.
    private static func value(_ template: TemplateText?, _ scope: Scope) throws -> JSONValue {
        guard let value = try template?.value(in: scope), !value.isNull else { return .null }
        return .string(value.pythonText)
    }

    private static func empty(_ field: Field) -> EngineFailure {
        EngineFailure(.config, "OAuth needs '\(field.name)', but its value is empty in this configuration.")
    }
}

extension TemplateMapping {
    /// The mapping with everything evaluated and its keys as text.
    func texts(in scope: Scope) throws -> JSONObject {
        let values = try origin.evaluate(in: scope) { scope throws(TemplateError) in try mapping.evaluate(in: scope) }
        var result = JSONObject()
        for (key, value) in values { result[key.pythonText] = try value.json() }
        return result
    }
}
