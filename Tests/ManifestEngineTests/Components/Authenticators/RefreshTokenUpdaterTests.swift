import Dates
import Diagnostics
import JSON
import ManifestEngine
import Testing

@Suite("RefreshTokenUpdater")
struct RefreshTokenUpdaterTests {
    private static let fields = "token_refresh_endpoint: https://idp.test/token\nrefresh_token_updater:"

    private static func response(_ number: Int, refresh: Bool = true) -> TokenServer.Response {
        let token = refresh ? #", "refresh_token": "rt-\#(number + 1)""# : ""
        return .json(200, #"{"access_token": "at-\#(number)", "expires_in": 60\#(token)}"#)
    }

    private static func config(_ more: JSONObject = [:]) -> JSONObject {
        let credentials: JSONObject = ["client_id": "cid", "client_secret": "cs", "refresh_token": "rt-1"]
        return ["credentials": .object(credentials.merging(more) { $1 }), "other": 1]
    }

    @Test("keeps rotating tokens in the configuration and hands each change out")
    func rotation() async throws {
        let run = TokenRun(Self.config(), TokenServer(Self.response(1), Self.response(2)))
        let authenticator = try OAuthAuthenticator(checking: "\(Self.fields) {}")
        #expect(try await run.authorization(authenticator) == "Bearer at-1")
        try await run.clock.sleep(seconds: 61.5, for: .retry)
        #expect(try await run.authorization(authenticator) == "Bearer at-2")
        #expect(
            run.server.forms == [
                "grant_type=refresh_token&client_id=cid&client_secret=cs&refresh_token=rt-1",
                "grant_type=refresh_token&client_id=cid&client_secret=cs&refresh_token=rt-2",
            ]
        )
        let texts = run.messages.configs.map { JSONValue.object($0).text }
        #expect(
            texts == [
                #"{"credentials":{"client_id":"cid","client_secret":"cs","refresh_token":"rt-2","access_token":"at-1","#
                    + #""token_expiry_date":"2027-01-15T08:01:00+00:00"},"other":1}"#,
                #"{"credentials":{"client_id":"cid","client_secret":"cs","refresh_token":"rt-3","access_token":"at-2","#
                    + #""token_expiry_date":"2027-01-15T08:02:01.500000+00:00"},"other":1}"#,
            ]
        )
        #expect(run.context.config == run.messages.configs.last)
        #expect(run.context.secrets.masked("at-1 at-2 rt-2 rt-3") == "**** **** **** ****")
    }

    @Test(
        "uses the configuration's token while it is good",
        arguments: [
            ("2027-01-15T08:00:00+00:00", "Bearer kept", 0), ("2027-01-15T07:59:59.999+00:00", "Bearer at-1", 1),
            ("", "Bearer at-1", 1),
        ]
    )
    func keptToken(_ date: String, _ header: String, _ count: Int) async throws {
        let config = Self.config(["access_token": "kept", "token_expiry_date": .string(date)])
        let run = TokenRun(config, TokenServer(Self.response(1)))
        #expect(try await run.authorization(OAuthAuthenticator(checking: "\(Self.fields) {}")) == header)
        #expect(run.server.requests.count == count)
    }

    @Test("keeps the refresh token when the response has none, and leaves an injected manifest out")
    func withoutNewToken() async throws {
        var config = Self.config()
        config["__injected_declarative_manifest"] = ["version": "1"]
        let run = TokenRun(config, TokenServer(Self.response(1, refresh: false)))
        _ = try await run.authorization(OAuthAuthenticator(checking: "\(Self.fields) {}"))
        #expect(run.context.config["credentials"]?.object?["refresh_token"] == "rt-1")
        #expect(run.messages.configs.first?.keys == ["credentials", "other"])
        #expect(run.context.config["__injected_declarative_manifest"] != nil)
    }

    @Test("writes to the paths of the manifest and reads the named refresh token")
    func paths() async throws {
        let run = TokenRun(
            ["id": "i", "auth": ["r": "rt-1"]],
            TokenServer(.json(200, #"{"access_token": "at", "next": "rt-2", "expires_at": "2027-01-15T09:00:00Z"}"#))
        )
        let authenticator = try OAuthAuthenticator(
            checking: """
                token_refresh_endpoint: https://idp.test/token
                client_id: "{{ config['id'] }}"
                client_secret: s
                expires_in_name: expires_at
                token_expiry_date_format: "%Y-%m-%dT%H:%M:%SZ"
                refresh_token_updater:
                  refresh_token_name: next
                  access_token_config_path: [auth, a]
                  refresh_token_config_path: [auth, r]
                  token_expiry_date_config_path: [expiry]
                """
        )
        #expect(try await run.authorization(authenticator) == "Bearer at")
        #expect(run.server.forms == ["grant_type=refresh_token&client_id=i&client_secret=s&next=rt-1"])
        let config = JSONValue.object(run.context.config).text
        #expect(config == #"{"id":"i","auth":{"r":"rt-2","a":"at"},"expiry":"2027-01-15T09:00:00+00:00"}"#)
    }

    /// A file that another run changed.
    private struct OtherRun: ConfigStore {
        var config: JSONObject?
        var losesTokens = false

        func changedConfig() -> JSONObject? { config }

        func prepareRotation(of place: [String]) throws {
            if losesTokens { throw EngineFailure(.config, "\(place.joined(separator: ".")) would be lost") }
        }
    }

    @Test(
        "takes what another run stored meanwhile, and asks for no token when that one is good",
        arguments: [
            ("2027-01-15T09:00:00+00:00", "Bearer at-8", []),
            (
                "2027-01-15T07:00:00+00:00", "Bearer at-1",
                ["grant_type=refresh_token&client_id=cid&client_secret=cs&refresh_token=rt-9"]
            ),
        ] as [(String, String, [String])]
    )
    func otherRun(_ expiry: String, _ header: String, _ forms: [String]) async throws {
        let stored = Self.config([
            "refresh_token": "rt-9", "access_token": "at-8", "token_expiry_date": .string(expiry),
        ])
        let run = TokenRun(Self.config(), TokenServer(Self.response(1)), store: OtherRun(config: stored))
        #expect(try await run.authorization(OAuthAuthenticator(checking: "\(Self.fields) {}")) == header)
        #expect(run.server.forms == forms)
    }

    @Test("a stored configuration with the same refresh token, or without one, changes nothing")
    func sameToken() async throws {
        for stored in [Self.config(["access_token": "other"]), ["credentials": 1], [:]] {
            let run = TokenRun(Self.config(), TokenServer(Self.response(1)), store: OtherRun(config: stored))
            #expect(try await run.authorization(OAuthAuthenticator(checking: "\(Self.fields) {}")) == "Bearer at-1")
            #expect(run.server.forms.first?.hasSuffix("refresh_token=rt-1") == true)
        }
    }

    @Test("a token whose successor would be lost is not used up")
    func loss() async throws {
        let run = TokenRun(Self.config(), TokenServer(Self.response(1)), store: OtherRun(losesTokens: true))
        let failure = await run.failure(try OAuthAuthenticator(checking: "\(Self.fields) {}"))
        #expect(failure?.message == "credentials.refresh_token would be lost")
        #expect(run.server.requests.isEmpty)
    }

    @Test("a refresh under way is waited for and stored when the run is ended early")
    func cancelled() async throws {
        let run = TokenRun(Self.config(), TokenServer(Self.response(1)))
        let authenticator = try OAuthAuthenticator(checking: "\(Self.fields) {}")
        let task = Task { try? await run.authorization(authenticator) }
        while run.server.requests.isEmpty { await Task.yield() }
        task.cancel()
        _ = await task.value
        #expect(run.messages.configs.last?["credentials"]?.object?["refresh_token"] == "rt-2")
    }

    @Test("two streams never use the same refresh token twice")
    func concurrency() async throws {
        let run = TokenRun(Self.config(), TokenServer(Self.response(1), .json(400, #"{"error": "invalid_grant"}"#)))
        let authenticator = try OAuthAuthenticator(checking: "\(Self.fields) {}")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<10 { group.addTask { _ = try await run.authorization(authenticator) } }
            try await group.waitForAll()
        }
        #expect(run.server.requests.count == 1)
        #expect(run.messages.configs.count == 1)
    }
}
