import Testing

@testable import GongSimulator

struct TokenEndpointTests {
    /// `simulator-client:simulator-client-secret`.
    private static let client = HeaderField(
        "Authorization",
        "Basic c2ltdWxhdG9yLWNsaWVudDpzaW11bGF0b3ItY2xpZW50LXNlY3JldA=="
    )
    private static let form = HeaderField("Content-Type", "application/x-www-form-urlencoded")

    private func refresh(_ core: SimulatorCore, _ token: String, at instant: Instant = .standardNow)
        -> SimulatorResponse
    {
        let target = "\(TokenEndpoint.path)?grant_type=refresh_token&refresh_token=\(token)"
        let headers = [Self.client, HeaderField("Host", "127.0.0.1:8099")]
        return core.respond(to: SimulatorRequest("POST", target, headers: headers, instant: instant))
    }

    private func get(_ core: SimulatorCore, _ path: String, _ token: String, at instant: Instant = .standardNow)
        -> SimulatorResponse
    {
        let headers = [HeaderField("Authorization", "Bearer \(token)")]
        return core.respond(to: SimulatorRequest("GET", path, headers: headers, instant: instant))
    }

    @Test(arguments: [
        ("?grant_type=refresh_token&refresh_token=rt-simulator-0", nil, ""),
        ("", "application/x-www-form-urlencoded", "grant_type=refresh_token&refresh_token=rt%2Dsimulator-0"),
        ("", "application/json", #"{"grant_type":"refresh_token","refresh_token":"rt-simulator-0"}"#),
        ("?grant_type=authorization_code&code=code-simulator&client_id=x", nil, ""),
        ("", "application/x-www-form-urlencoded", "grant_type=authorization_code&code=code-simulator"),
    ])
    func readsQueryFormAndJSON(query: String, type: String?, body: String) {
        let headers = [Self.client] + (type.map { [HeaderField("Content-Type", $0)] } ?? [])
        let request = SimulatorRequest("POST", TokenEndpoint.path + query, headers: headers, body: Array(body.utf8))
        let response = SimulatorClient().core.respond(to: request)
        #expect(response.status == 200)
        #expect(response.json?["access_token"]?.text?.isEmpty == false)
        #expect(response.json?["expires_in"]?.integer == 86_400)
        #expect(response.json?["token_type"]?.text == "bearer")
    }

    @Test func theRefreshTokenIsSingleUse() throws {
        let core = SimulatorClient().core
        let first = refresh(core, "rt-simulator-0")
        let second = try #require(first.json?["refresh_token"]?.text)
        #expect(second != "rt-simulator-0")
        let replay = refresh(core, "rt-simulator-0")
        #expect(replay.status == 400)
        #expect(replay.json?["error"]?.text == "invalid_grant")
        #expect(replay.json?["error_description"]?.text == "Token has been expired or revoked.")
        #expect(refresh(core, second).status == 200)
        #expect(refresh(core, second).status == 400)
    }

    @Test func aTokenOpensTheAPIUntilItExpires() throws {
        let core = SimulatorClient { $0.accessTokenLifetime = 100 }.core
        let token = try #require(refresh(core, "rt-simulator-0").json?["access_token"]?.text)
        #expect(get(core, Path.users, token, at: Instant.standardNow.adding(seconds: 99)).status == 200)
        #expect(get(core, Path.users, token, at: Instant.standardNow.adding(seconds: 100)).status == 401)
        core.revokeAccessTokens()
        #expect(get(core, Path.users, token).status == 401)
    }

    @Test func aMissingScopeIsNamed() throws {
        let core = SimulatorClient { $0.oauthClients = [OAuthClient(scopes: ["api:users:read"])] }.core
        let token = try #require(refresh(core, "rt-simulator-0").json?["access_token"]?.text)
        #expect(get(core, Path.users, token).status == 200)
        let refused = get(core, Path.calls, token)
        #expect(refused.status == 401)
        #expect(refused.errorText == "You don't have permission to use 'api:calls:read:basic' in your app.")
    }

    @Test func tokensOfTheConnectorGetNoMedia() throws {
        let core = SimulatorClient { $0.sparseShare = 0 }.core
        let token = try #require(refresh(core, "rt-simulator-0").json?["access_token"]?.text)
        let headers = [HeaderField("Authorization", "Bearer \(token)"), SimulatorClient.json]
        let body = Array(#"{"contentSelector":{"exposedFields":{"media":true,"parties":true}}}"#.utf8)
        let response = core.respond(to: SimulatorRequest("POST", Path.extensive, headers: headers, body: body))
        #expect(response.rows("calls").count == 100)
        #expect(response.rows("calls").allSatisfy { $0["media"] == nil && $0["parties"] != nil })
    }

    @Test(arguments: [nil, "Basic eDp5", "Bearer x"])
    func wrongClientsAreRefused(header: String?) {
        let headers = header.map { [HeaderField("Authorization", $0)] } ?? []
        let target = "\(TokenEndpoint.path)?grant_type=refresh_token&refresh_token=rt-simulator-0"
        let core = SimulatorClient().core
        let response = core.respond(to: SimulatorRequest("POST", target, headers: headers))
        #expect(response.status == 401)
        #expect(response.json?["error"]?.text == "invalid_client")
        #expect(refresh(core, "rt-simulator-0").status == 200)
    }

    @Test(arguments: [(nil, "http://127.0.0.1:8099"), ("localhost", "http://localhost:8099")])
    func theResponseNamesTheCustomersHost(region: String?, expected: String) {
        let core = SimulatorClient { $0.regionHost = region }.core
        #expect(refresh(core, "rt-simulator-0").json?["api_base_url_for_customer"]?.text == expected)
    }
}
