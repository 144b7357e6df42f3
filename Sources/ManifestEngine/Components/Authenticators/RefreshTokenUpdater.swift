import Config
import Dates
import Diagnostics
import JSON
import Manifest

/// Keeps an OAuth authenticator's tokens in the configuration, for APIs whose refresh tokens work only once.
///
/// The field `refresh_token_updater` of `OAuthAuthenticator`; its part of the manifest has no type of its own. Client
/// id and secret are taken from `credentials.client_id` and `credentials.client_secret` of the configuration first.
struct RefreshTokenUpdater: Sendable {
    private static let refreshTokenName = Field(
        "refresh_token_name",
        .string,
        default: "refresh_token",
        "Name of the refresh token in request and response."
    )
    private static let accessTokenPath = path(of: "access_token", "Path to the access token in the configuration.")
    private static let refreshTokenPath = path(of: "refresh_token", "Path to the refresh token in the configuration.")
    private static let expiryPath = path(of: "token_expiry_date", "Path to the expiry date in the configuration.")
    static let field = Field(
        "refresh_token_updater",
        .object([refreshTokenName, accessTokenPath, refreshTokenPath, expiryPath] + TokenRejection.fields),
        "Keeps the tokens in the configuration, for APIs whose refresh tokens work once."
    )

    private static func path(of token: String, _ text: String) -> Field {
        Field("\(token)_config_path", .list(.string, atLeast: 1), default: ["credentials", .string(token)], text)
    }

    /// Name of the refresh token in request and response.
    let refreshTokenName: String
    private let accessTokenPath: [String]
    private let refreshTokenPath: [String]
    private let expiryPath: [String]

    static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        mapping[field.name]?.mapping.map { TokenRejection.faults(in: mapping, updater: $0) } ?? []
    }

    /// The updater of an authenticator, if its manifest has one.
    init?(_ reader: ComponentReader) {
        guard let reader = reader.object(Self.field) else { return nil }
        refreshTokenName = reader.optionalString(Self.refreshTokenName) ?? ""
        accessTokenPath = reader.strings(Self.accessTokenPath)
        refreshTokenPath = reader.strings(Self.refreshTokenPath)
        expiryPath = reader.strings(Self.expiryPath)
    }

    /// Equal for updaters that write to the same places.
    var identity: String { JSONValue.array([accessTokenPath, refreshTokenPath].map(Self.array)).text }

    private static func array(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

    // MARK: Reading

    func clientID(in config: JSONObject) -> JSONValue? { Self.value(["credentials", "client_id"], in: config) }

    func clientSecret(in config: JSONObject) -> JSONValue? { Self.value(["credentials", "client_secret"], in: config) }

    func refreshToken(in config: JSONObject) -> JSONValue { Self.value(refreshTokenPath, in: config) ?? "" }

    /// The access token in the configuration; nil without one.
    ///
    /// Throws a configuration failure for an invalid date.
    func token(in context: RunContext) throws -> IssuedToken? {
        let config = context.config
        guard let text = Self.value(accessTokenPath, in: config)?.string, !text.isEmpty else { return nil }
        guard let expiry = Self.value(expiryPath, in: config), !expiry.isNull, expiry.string != "" else { return nil }
        guard let date = TokenExpiry.date(expiry) else {
            let place = expiryPath.joined(separator: ".")
            throw EngineFailure(
                .config,
                "'\(place)' of the configuration is not a date, so the access token cannot be used."
            )
        }
        context.secrets.add(text)
        return IssuedToken(text, expires: date)
    }

    private static func value(_ path: [String], in config: JSONObject) -> JSONValue? {
        DpathGlob.values(path, in: .object(config)).first
    }

    // MARK: Writing

    /// Adopts tokens that another run stored in the meantime.
    func takeOver(in context: RunContext) {
        if let stored = context.configStore?.changedConfig() { takeOver(stored, context) }
    }

    /// Called before the refresh token is used up; see `ConfigStore.prepareRotation`.
    func prepareRotation(in context: RunContext) throws {
        try context.configStore?.prepareRotation(of: refreshTokenPath)
    }

    /// Takes the tokens of another configuration when its refresh token is another one.
    private func takeOver(_ stored: JSONObject, _ context: RunContext) {
        guard let token = Self.value(refreshTokenPath, in: stored)?.string, !token.isEmpty else { return }
        guard token != refreshToken(in: context.config).string else { return }
        context.secrets.add(token)
        context.updateConfig { config in
            for path in [refreshTokenPath, accessTokenPath, expiryPath] {
                guard let value = Self.value(path, in: stored) else { continue }
                // A path that leads through anything but objects is an error in the edited file.
                try? JSONPath.set(value, at: path, in: &config)
            }
        }
        context.messages.log(.info, "Another run has renewed the refresh token; the new one is used.")
    }

    /// Writes new tokens into the configuration and hands it to the caller of the engine.
    func store(_ grant: TokenGrant, in context: RunContext) throws {
        var failure: (any Error)?
        var config = context.updateConfig { config in
            do { try write(grant, to: &config) } catch { failure = error }
        }
        if let failure { throw failure }
        config.removeValue(forKey: ConfigFile.injectedManifestKey)
        context.messages.configChanged(config)
    }

    private func write(_ grant: TokenGrant, to config: inout JSONObject) throws {
        var changed = config
        try JSONPath.set(.string(grant.accessToken), at: accessTokenPath, in: &changed)
        if let token = grant.refreshToken {
            try JSONPath.set(.string(token), at: refreshTokenPath, in: &changed)
        }
        try JSONPath.set(.string(grant.expires.isoformat()), at: expiryPath, in: &changed)
        config = changed
    }
}
