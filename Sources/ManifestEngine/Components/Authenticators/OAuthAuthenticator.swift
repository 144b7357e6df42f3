import Dates
import Diagnostics
import JSON
package import Jinja
package import Manifest

/// Signs requests with an OAuth 2.0 access token and gets a new one when it runs out.
///
/// Manifest type `OAuthAuthenticator`. Adds `Authorization: Bearer <token>`. All streams with the same definition share
/// one token (see `TokenStore`). With `refresh_token_updater` the tokens live in the configuration, and every refresh
/// hands the changed configuration to the caller of the engine. Without `token_refresh_endpoint` the fixed
/// `access_token_value` is used as it is.
///
/// Throws an `EngineFailure` when no token can be had; see `TokenEndpoint` for its types.
package struct OAuthAuthenticator: Component, Authenticator {
    package static let typeName = "OAuthAuthenticator"
    package static let summary = "Signs requests with an OAuth 2.0 access token and renews it."
    package static let details = """
        Adds `Authorization: Bearer …`. Streams with the same definition share one token. With \
        `refresh_token_updater` the tokens live in the configuration, and each refresh changes it. Without \
        `token_refresh_endpoint` the token `access_token_value` is always used. With `use_profile_assertion` a token is \
        asked for with nothing but a signed web token.
        """
    package static let example = """
        type: OAuthAuthenticator
        token_refresh_endpoint: https://api.example.com/oauth/token
        client_id: "{{ config['client_id'] }}"
        client_secret: "{{ config['client_secret'] }}"
        refresh_token: "{{ config['refresh_token'] }}"
        """

    private static let accessTokenValue = Field(
        "access_token_value",
        .template(reads: .config),
        "The first token, or the only one when there is no endpoint."
    )
    private static let tokenExpiryDate = Field(
        "token_expiry_date",
        .template(reads: .config),
        "When `access_token_value` expires: a date with time, or seconds since 1970; without it, the token counts as expired."
    )
    package static let fields =
        TokenRequest.fields + TokenResponse.fields + TokenRejection.fields + [
            accessTokenValue, tokenExpiryDate, RefreshTokenUpdater.field,
        ]

    private let request: TokenRequest
    private let tokenResponse: TokenResponse
    private let rejection: TokenRejection
    private let updater: RefreshTokenUpdater?
    private let accessTokenValue: TemplateText?
    private let tokenExpiryDate: TemplateText?
    /// Equal for equal definitions, whichever stream they belong to.
    private let identity: String

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        var faults: [FieldFault] = []
        if let node = mapping[tokenExpiryDate.name], let text = node.string, !text.isEmpty, !text.contains("{"),
            TokenExpiry.date(.string(text)) == nil
        {
            let message = "'\(tokenExpiryDate.name)' is '\(text)', which is not a date"
            let fix = "write one such as \"2026-01-31T00:00:00Z\", or seconds since 1970"
            faults.append(FieldFault(tokenExpiryDate.name, code: "invalid-value", message, fix: fix))
        }
        let hasUpdater = mapping[RefreshTokenUpdater.field.name] != nil
        faults += TokenRequest.faults(in: mapping, hasUpdater: hasUpdater)
        faults += RefreshTokenUpdater.faults(in: mapping)
        if mapping[TokenRequest.endpoint.name] == nil, mapping[accessTokenValue.name] == nil {
            let message = "an OAuthAuthenticator needs 'token_refresh_endpoint' or 'access_token_value'"
            faults.append(FieldFault(code: "missing-field", message))
        }
        return faults
    }

    package init(_ reader: ComponentReader) throws {
        updater = RefreshTokenUpdater(reader)
        if let updater { reader.source.parts.add(updater) }
        request = try TokenRequest(reader, updater: updater)
        tokenResponse = try TokenResponse(reader, refreshTokenName: updater == nil ? nil : request.refreshTokenName)
        rejection = TokenRejection(reader)
        accessTokenValue = try reader.optionalTemplate(Self.accessTokenValue)
        tokenExpiryDate = try reader.optionalTemplate(Self.tokenExpiryDate)
        identity = updater?.identity ?? Self.identity(reader)
    }

    /// What the fields say; the parameters count only where a template can read them.
    private static func identity(_ reader: ComponentReader) -> String {
        var definition = JSONObject()
        for field in fields { definition[field.name] = reader.mapping[field.name]?.json }
        let text = JSONValue.object(definition).text
        guard text.contains("parameters") else { return text }
        return text + JSONValue.object(reader.parameters).text
    }

    package func credentials(in scope: Scope, run: SourceRun) async throws -> RequestParts {
        RequestParts(authorization: "Bearer \(try await token(run.context, refused: nil))")
    }

    package func renew(rejected: RequestParts, in scope: Scope, run: SourceRun) async throws -> Bool {
        guard request.endpoint != nil else { return false }
        let sent = rejected.headers["Authorization"]?.string ?? ""
        _ = try await token(run.context, refused: String(sent.dropFirst(sent.hasPrefix("Bearer ") ? 7 : 0)))
        return true
    }

    /// A token to sign with, other than `refused`.
    private func token(_ context: RunContext, refused: String?) async throws -> String {
        guard request.endpoint != nil else { return try initialToken(context)?.text ?? "" }
        let issued = try await context.tokens.token(of: identity) { stored in
            try usable(stored, context, refused: refused)
        } refresh: { stored in
            if let updater {
                updater.takeOver(in: context)
                // Another run may have stored a token that serves as well as a new one.
                if let token = try usable(stored, context, refused: refused) { return token }
                try updater.prepareRotation(in: context)
            }
            return try await refresh(stored, context, isRenewal: refused != nil)
        }
        return issued.text
    }

    /// The newest token there is, unless it has run out or is the one that was refused.
    private func usable(_ stored: IssuedToken?, _ context: RunContext, refused: String?) throws -> IssuedToken? {
        guard let token = try current(stored, context) else { return nil }
        // A rejected token that was replaced in the meantime needs no second refresh.
        if let refused { return token.text == refused ? nil : token }
        return token.hasExpired(at: context.clock.now()) ? nil : token
    }

    /// The newest token there is, whether or not it has run out.
    private func current(_ stored: IssuedToken?, _ context: RunContext) throws -> IssuedToken? {
        if let updater { return try updater.token(in: context) }
        return try stored ?? initialToken(context)
    }

    /// The token that the manifest gives; nil when it gives none.
    private func initialToken(_ context: RunContext) throws -> IssuedToken? {
        guard let accessTokenValue else { return nil }
        let scope = context.makeScope()
        let text = try accessTokenValue.text(in: scope)
        context.secrets.add(text)
        guard let tokenExpiryDate, !tokenExpiryDate.source.isEmpty else {
            return IssuedToken(text, expires: try DateTime(microsecondsSinceEpoch: 0))
        }
        guard let date = TokenExpiry.date(try tokenExpiryDate.value(in: scope).json()) else {
            throw EngineFailure(.config, "The token's expiry date ('token_expiry_date') is not a date.")
        }
        return IssuedToken(text, expires: date)
    }

    /// Fetches a new token and stores what came with it.
    private func refresh(_ stored: IssuedToken?, _ context: RunContext, isRenewal: Bool) async throws -> IssuedToken {
        let message = try request.message(context, updater: updater)
        let endpoint = TokenEndpoint(
            context: context,
            rejection: rejection,
            isRenewal: isRenewal,
            isRotating: updater != nil
        )
        let body = try await endpoint.send(message)
        let expires = try current(stored, context)?.expires
        let grant = try tokenResponse.grant(
            in: body,
            scope: context.makeScope(),
            now: context.clock.now(),
            expires: expires
        )
        context.secrets.add(grant.accessToken)
        if let refreshToken = grant.refreshToken { context.secrets.add(refreshToken) }
        try updater?.store(grant, in: context)
        return IssuedToken(grant.accessToken, expires: grant.expires)
    }
}
