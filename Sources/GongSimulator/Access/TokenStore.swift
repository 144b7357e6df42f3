/// The OAuth tokens in force.
///
/// A value: its owner does the locking.
struct TokenStore: Sendable {
    /// An issued access token.
    struct Access: Sendable {
        let expiry: Instant
        let scopes: Set<String>
    }

    /// A fresh pair of tokens.
    struct Grant: Equatable {
        let accessToken: String
        let refreshToken: String
        let scopes: [String]
        let lifetime: Int
    }

    private let clients: [OAuthClient]
    private let lifetime: Int
    private let seed: UInt64
    private var refreshTokens: [String: String]
    private var unusedCodes: [String: String]
    private var accessTokens: [String: Access] = [:]
    private var issued = 0

    init(_ options: SimulatorOptions) {
        clients = options.oauthClients
        lifetime = options.accessTokenLifetime
        seed = options.seed
        refreshTokens = Dictionary(clients.map { ($0.id, $0.refreshToken) }) { first, _ in first }
        unusedCodes = Dictionary(clients.map { ($0.id, $0.authorizationCode) }) { first, _ in first }
    }

    /// The client with these credentials.
    func client(id: String, secret: String) -> OAuthClient? {
        clients.first { $0.id == id && $0.secret == secret }
    }

    /// Trades the client's current refresh token for a new pair; nil for any other token.
    ///
    /// The old one no longer works.
    mutating func refresh(_ client: OAuthClient, token: String, at instant: Instant) -> Grant? {
        guard refreshTokens[client.id] == token else { return nil }
        return issue(to: client, at: instant)
    }

    /// Trades the client's authorization code for a pair, once.
    mutating func exchange(_ client: OAuthClient, code: String, at instant: Instant) -> Grant? {
        guard unusedCodes[client.id] == code else { return nil }
        unusedCodes[client.id] = nil
        return issue(to: client, at: instant)
    }

    /// The access that a token gives now; nil when unknown or expired.
    func access(_ token: String, at instant: Instant) -> Access? {
        accessTokens[token].flatMap { instant < $0.expiry ? $0 : nil }
    }

    /// Makes every access token invalid at once; refresh tokens stay good.
    mutating func revokeAccessTokens() {
        accessTokens = [:]
    }

    private mutating func issue(to client: OAuthClient, at instant: Instant) -> Grant {
        issued += 1
        var draws = Draws(seed: seed, .token, issued)
        let claims = Base64.encodeURL(Array(#"{"sub":"\#(client.id)","jti":\#(issued)}"#.utf8))
        let signature = Base64.encodeURL(Array(Digest.hexadecimal(draws.next()).utf8))
        let accessToken = "eyJhbGciOiJIUzI1NiJ9.\(claims).\(signature)"
        let refreshToken = "rt-" + Digest.hexadecimal(draws.next())
        refreshTokens[client.id] = refreshToken
        accessTokens[accessToken] = Access(expiry: instant.adding(seconds: lifetime), scopes: Set(client.scopes))
        return Grant(
            accessToken: accessToken,
            refreshToken: refreshToken,
            scopes: client.scopes,
            lifetime: lifetime
        )
    }
}
