/// An application that may fetch tokens with OAuth.
package struct OAuthClient: Sendable, Equatable {
    /// User name of the token request.
    package var id: String
    /// Password of the token request.
    package var secret: String
    /// The first refresh token; each use replaces it.
    package var refreshToken: String
    /// A code that can be exchanged for tokens once.
    package var authorizationCode: String
    /// What its tokens allow.
    package var scopes: [String]

    /// The scopes of the public connector; media links and settings beyond scorecards are not among them.
    package static let connectorScopes = [
        "api:users:read", "api:calls:read:basic", "api:calls:read:extensive", "api:calls:read:transcript",
        "api:stats:scorecards", "api:stats:interaction", "api:settings:scorecards:read",
    ]

    /// Makes a client; the defaults are what tests and the demo use.
    package init(
        id: String = "simulator-client",
        secret: String = "simulator-client-secret",
        refreshToken: String = "rt-simulator-0",
        authorizationCode: String = "code-simulator",
        scopes: [String] = OAuthClient.connectorScopes
    ) {
        self.id = id
        self.secret = secret
        self.refreshToken = refreshToken
        self.authorizationCode = authorizationCode
        self.scopes = scopes
    }
}
