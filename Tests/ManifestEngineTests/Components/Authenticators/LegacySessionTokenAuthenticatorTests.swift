import Diagnostics
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("LegacySessionTokenAuthenticator")
struct LegacySessionTokenAuthenticatorTests {
    /// The authenticator of a requester whose address it takes.
    private func authenticator(_ more: String = "") throws -> any Authenticator {
        let requester = try HttpRequester(
            fields: """
                url_base: "http://api/v1/"
                authenticator:
                  type: LegacySessionTokenAuthenticator
                  header: X-Session
                  login_url: session
                  session_token_response_key: id
                  validate_session_url: user/current
                  session_token: "{{ config.token }}"
                  username: "{{ config.name }}"
                  password: "{{ config.password }}"
                """
        )
        return requester.authenticator
    }

    private func header(_ config: JSONObject, _ responses: TokenServer.Response...) async throws -> (
        String?, TokenServer
    ) {
        let server = TokenServer(script: responses)
        let run = TokenRun(config, server)
        let authenticator = try authenticator()
        let parts = try await authenticator.credentials(in: run.context.makeScope(), run: run.source)
        return (parts.headers["X-Session"]?.string, server)
    }

    @Test("a token of the configuration is checked and used")
    func configured() async throws {
        let (token, server) = try await header(["token": "tok-1", "name": "n", "password": "p"], .json(200, "{}"))
        #expect(token == "tok-1")
        #expect(server.requests.map(\.url) == ["http://api/v1/user/current"])
        #expect(server.requests.first?.headers["X-Session"] == "tok-1")
    }

    @Test("a token that the API refuses is replaced by that of a login")
    func refused() async throws {
        let config: JSONObject = ["token": "tok-1", "name": "n", "password": "p"]
        let (token, server) = try await header(config, .json(401, "{}"), .json(200, #"{"id": 12}"#))
        #expect(token == "12")
        #expect(server.requests.map(\.url) == ["http://api/v1/user/current", "http://api/v1/session"])
        #expect(server.forms.last == #"{"username": "n", "password": "p"}"#)
    }

    @Test("a login serves a day")
    func lifetime() async throws {
        let run = TokenRun(["name": "n", "password": "p"], TokenServer(.json(200, #"{"id": "a"}"#)))
        let authenticator = try authenticator()
        for wait in [0.0, 86_400, 1] {
            try await run.clock.sleep(seconds: wait, for: .job)
            _ = try await authenticator.credentials(in: run.context.makeScope(), run: run.source)
        }
        #expect(run.server.requests.count == 2)
        #expect(run.context.secrets.masked("p") == "p")
    }

    @Test(
        "says what is missing or refused",
        arguments: [
            (["token": ""], 200, "There is no valid session token"),
            (["token": "tok-1"], 401, "There is no valid session token"),
            (["token": "tok-1"], 500, "The check of the session token was refused with status 500."),
            (["name": "n", "password": "p"], 403, "The login was refused with status 403."),
            (["name": "n", "password": "p"], 200, "The response to the login has no 'id'"),
        ] as [(JSONObject, Int, String)]
    )
    func failures(_ config: JSONObject, _ status: Int, _ message: String) async throws {
        let run = TokenRun(config, TokenServer(.json(status, "{}")))
        let authenticator = try authenticator()
        let failure = await #expect(throws: EngineFailure.self) {
            try await authenticator.credentials(in: run.context.makeScope(), run: run.source)
        }
        #expect(failure?.message.hasPrefix(message) == true, "\(failure?.message ?? "")")
        #expect(failure?.type == .system)
    }
}
