import Diagnostics
import JSON
package import Jinja
package import Manifest
import Text

/// Signs each request with a JSON web token made from the configuration.
///
/// Manifest type `JwtAuthenticator`. A token is made for each request, so it is as fresh as can be.
package struct JwtAuthenticator: Component, Authenticator {
    package static let typeName = "JwtAuthenticator"
    package static let summary = "Signs each request with a JSON web token made from the configuration."
    package static let details = """
        The token has `iat`, `nbf` and `exp`, and what `jwt_payload` and `additional_jwt_payload` say. It goes into the header \
        `Authorization` unless `request_option` names another place. Keys of RSA, elliptic curves and Ed25519 are in PEM; the \
        curve of ES256K and keys with a passphrase are not supported.
        """
    package static let example = """
        type: JwtAuthenticator
        secret_key: "{{ config['private_key'] }}"
        algorithm: RS256
        token_duration: 1200
        header_prefix: Bearer
        jwt_headers:
          kid: "{{ config['key_id'] }}"
        jwt_payload:
          iss: "{{ config['issuer'] }}"
          aud: https://api.example.com
        """

    private static let secretField = Field.required("secret_key", .template(reads: .config), "The key that signs.")
    private static let encodesField = Field(
        "base64_encode_secret_key",
        .boolean,
        default: false,
        "Whether the key is turned into base64 first."
    )
    private static let algorithmField = Field.required(
        "algorithm",
        .word(JwtAlgorithm.allCases.map(\.rawValue)),
        "The algorithm that signs."
    )
    private static let durationField = Field(
        "token_duration",
        .integer,
        default: 1200,
        "Seconds for which a token is good."
    )
    private static let prefixField = Field("header_prefix", .template(reads: .config), "A word before the token.")
    private static let kid = Field("kid", .template(reads: .config), "The id of the key.")
    private static let typ = Field("typ", .template(reads: .config), default: "JWT", "The type of the token.")
    private static let cty = Field("cty", .template(reads: .config), "The type of its content.")
    private static let headersField = Field("jwt_headers", .object([kid, typ, cty]), "Headers of the token.")
    private static let moreHeadersField = Field(
        "additional_jwt_headers",
        .nestedTemplates(reads: .config),
        "Further headers of the token."
    )
    private static let iss = Field("iss", .template(reads: .config), "Who issues the token.")
    private static let sub = Field("sub", .template(reads: .config), "Whom the token is about.")
    private static let aud = Field("aud", .template(reads: .config), "Whom the token is for.")
    private static let payloadField = Field("jwt_payload", .object([iss, sub, aud]), "What the token says.")
    private static let morePayloadField = Field(
        "additional_jwt_payload",
        .nestedTemplates(reads: .config),
        "What the token says besides."
    )
    private static let passphraseField = Field(
        "passphrase",
        .template(reads: .config),
        "Opens the key; not supported unless it is empty."
    )
    private static let optionField = Field(
        "request_option",
        .component(ComponentRegistry.requestOptions, default: RequestOption.typeName),
        "Where the token goes; by default the header `Authorization`."
    )
    package static let fields = [
        secretField, encodesField, algorithmField, durationField, prefixField, headersField, moreHeadersField,
        payloadField,
        morePayloadField, passphraseField, optionField,
    ]

    private let secret: TemplateText
    private let encodesSecret: Bool
    private let algorithm: JwtAlgorithm
    private let duration: Int
    private let prefix: TemplateText?
    private let headers: [(name: String, text: TemplateText)]
    private let moreHeaders: NestedTemplates?
    private let payload: [(name: String, text: TemplateText)]
    private let morePayload: NestedTemplates?
    private let passphrase: TemplateText?
    private let option: RequestOption?

    package init(_ reader: ComponentReader) throws {
        secret = try reader.template(Self.secretField)
        encodesSecret = reader.bool(Self.encodesField)
        algorithm = JwtAlgorithm(rawValue: try reader.string(Self.algorithmField)) ?? .hs256
        duration = reader.optionalInteger(Self.durationField) ?? 1200
        prefix = try reader.optionalTemplate(Self.prefixField)
        headers = try Self.texts(of: reader.object(Self.headersField), [Self.kid, Self.typ, Self.cty])
        moreHeaders = try reader.nestedTemplates(Self.moreHeadersField)
        payload = try Self.texts(of: reader.object(Self.payloadField), [Self.iss, Self.sub, Self.aud])
        morePayload = try reader.nestedTemplates(Self.morePayloadField)
        passphrase = try reader.optionalTemplate(Self.passphraseField)
        option = try reader.optionalComponent(Self.optionField, ComponentRegistry.requestOptions)
    }

    private static func texts(
        of reader: ComponentReader?,
        _ fields: [Field]
    ) throws -> [(name: String, text: TemplateText)] {
        guard let reader else { return [] }
        return try fields.compactMap { field in try reader.optionalTemplate(field).map { (field.name, $0) } }
    }

    package func credentials(in scope: Scope, run: SourceRun) throws -> RequestParts {
        let text = try signedText(in: scope, run.context)
        var parts = RequestParts()
        if let option {
            try option.inject(.string(text), into: &parts, in: scope)
        } else {
            parts.headers["Authorization"] = .string(text)
        }
        return parts
    }

    // MARK: The token

    /// A new token, after the prefix if there is one.
    func signedText(in scope: Scope, _ context: RunContext) throws -> String {
        let token = try token(in: scope, context)
        let prefix = try prefix?.text(in: scope) ?? ""
        context.secrets.add(token)
        return prefix.isEmpty ? token : "\(prefix) \(token)"
    }

    private func token(in scope: Scope, _ context: RunContext) throws -> String {
        var key = try secret.text(in: scope)
        context.secrets.add(key)
        if encodesSecret { key = Base64.encode(Array(key.utf8)) }
        guard try passphrase?.text(in: scope).isEmpty ?? true else {
            throw EngineFailure(
                .config,
                "The key of the token has a passphrase, which is not supported.",
                detail: "Store the key without a passphrase, as 'openssl pkey' writes it."
            )
        }
        do {
            return try JwtSigner(algorithm, key: key).token(headers(in: scope), payload(in: scope, context))
        } catch let fault as JwtSigner.Fault {
            throw EngineFailure(.system, "The token cannot be signed: \(fault.description)")
        }
    }

    private func headers(in scope: Scope) throws -> JSONObject {
        var members: JSONObject = ["typ": "JWT", "alg": .string(algorithm.rawValue)]
        let more = try moreHeaders?.value(in: scope).json().object ?? [:]
        try Self.refuse(["kid", "alg", "typ", "cty"], in: more, "additional_jwt_headers")
        members.merge(more) { $1 }
        for (name, text) in headers { members[name] = try text.value(in: scope).json() }
        return members
    }

    private func payload(in scope: Scope, _ context: RunContext) throws -> JSONObject {
        let more = try morePayload?.value(in: scope).json().object ?? [:]
        try Self.refuse(["iss", "sub", "aud", "iat", "exp", "nbf"], in: more, "additional_jwt_payload")
        var members = more
        for (name, text) in payload { members[name] = try text.value(in: scope).json() }
        let now = Int(context.clock.now().secondsSince1970)
        members["iat"] = .integer(now)
        members["exp"] = .integer(now + duration)
        members["nbf"] = .integer(now)
        return members
    }

    private static func refuse(_ reserved: [String], in members: JSONObject, _ field: String) throws {
        guard let name = reserved.first(where: { members[$0] != nil }) else { return }
        throw EngineFailure(
            .system,
            "'\(name)' cannot be set by '\(field)'; it has a field of its own, or is set by the engine."
        )
    }
}
