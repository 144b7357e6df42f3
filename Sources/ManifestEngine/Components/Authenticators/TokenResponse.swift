import Dates
import Diagnostics
import JSON
import Jinja
import Manifest

/// What a token endpoint granted.
struct TokenGrant: Sendable, Equatable {
    let accessToken: String
    let refreshToken: String?
    let expires: DateTime
}

/// Finds tokens and expiry in the response of a token endpoint.
///
/// Names are searched depth first through objects and lists, five levels down. The expiry is a number of seconds, or
/// with `token_expiry_date_format` a date; without one an unexpired date stays in force, otherwise the token is good
/// for an hour.
struct TokenResponse: Sendable {
    private static let accessTokenName = Field(
        "access_token_name",
        .template(reads: .config),
        default: "access_token",
        "Name of the access token in the response."
    )
    private static let expiresInName = Field(
        "expires_in_name",
        .template(reads: .config),
        default: "expires_in",
        "Name of the expiry in the response: seconds, or a date when token_expiry_date_format is set."
    )
    private static let format = Field(
        "token_expiry_date_format",
        .string(.dateFormat(nil)),
        "Says that the response gives a date; common formats are read, too."
    )
    static let fields = [accessTokenName, expiresInName, format]

    private let accessTokenName: TemplateText
    private let expiresInName: TemplateText
    /// Nil when refresh tokens are not kept.
    private let refreshTokenName: TemplateText?
    private let format: String?

    init(_ reader: ComponentReader, refreshTokenName: TemplateText?) throws {
        accessTokenName = try reader.template(Self.accessTokenName)
        expiresInName = try reader.template(Self.expiresInName)
        self.refreshTokenName = refreshTokenName
        format = reader.optionalString(Self.format).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Reads a response.
    ///
    /// - Parameter expires: when the current token expires, for responses without an expiry.
    /// - Throws: a system failure when there is no token or no usable expiry.
    func grant(in body: JSONValue, scope: Scope, now: DateTime, expires: DateTime?) throws -> TokenGrant {
        let name = try accessTokenName.text(in: scope)
        guard let token = try Self.find(name, in: body).map({ Value($0).pythonText }), !token.isEmpty else {
            throw EngineFailure(.system, "The token endpoint's response has no access token '\(name)'.")
        }
        let refreshToken = try refreshTokenName.flatMap { try Self.find(try $0.text(in: scope), in: body) }
        return TokenGrant(
            accessToken: token,
            refreshToken: refreshToken.map { Value($0).pythonText },
            expires: try expiry(in: body, scope, now, expires)
        )
    }

    private func expiry(in body: JSONValue, _ scope: Scope, _ now: DateTime, _ known: DateTime?) throws -> DateTime {
        let name = try expiresInName.text(in: scope)
        guard let value = try Self.find(name, in: body) else {
            let isUnexpired = known.map { $0.microsecondsSinceEpoch >= now.microsecondsSinceEpoch } ?? false
            if let known, isUnexpired { return known }
            return try now.adding(TimeDelta(microseconds: 3_600_000_000))
        }
        let date = format != nil ? TokenExpiry.date(value, format: format) : TokenExpiry.date(after: value, from: now)
        guard let date else {
            let expected = format == nil ? "a number of seconds" : "a date"
            throw EngineFailure(.system, "The token endpoint's '\(name)' is not \(expected).")
        }
        return date
    }

    /// The first value of a name that is not null; a name right here counts before deeper ones, null or not.
    private static func find(_ name: String, in value: JSONValue, depth: Int = 0) throws -> JSONValue? {
        guard depth <= 5 else {
            let message = "The token endpoint's response has no '\(name)' in its first five levels, and it goes deeper."
            throw EngineFailure(.config, message)
        }
        switch value.opened {
        case .object(let members):
            if let found = members[name] { return found.isNull ? nil : found }
            for member in members.values {
                if let found = try find(name, in: member, depth: depth + 1) { return found }
            }
        case .array(let elements):
            for element in elements {
                if let found = try find(name, in: element, depth: depth + 1) { return found }
            }
        default: break
        }
        return nil
    }
}
