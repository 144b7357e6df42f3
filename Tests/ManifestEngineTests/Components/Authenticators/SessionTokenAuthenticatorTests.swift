import Diagnostics
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("SessionTokenAuthenticator")
struct SessionTokenAuthenticatorTests {
    private static func yaml(_ use: String = "{type: Bearer}", _ more: String = "") -> String {
        """
        login_requester: {url: "http://api/login", http_method: POST, request_body_json: {user: u}}
        session_token_path: [data, token]
        request_authentication: \(use)
        \(more)
        """
    }

    private static func token(_ token: String) -> TokenServer.Response { .json(200, #"{"data":{"token":\#(token)}}"#) }

    @Test(
        "signs with the token of the login",
        arguments: [
            (#""abc""#, "{type: Bearer}", #"{"Authorization":"Bearer abc"}"#),
            ("12", "{type: Bearer}", #"{"Authorization":"Bearer 12"}"#),
            (
                #""abc""#, "{type: ApiKey, inject_into: {type: RequestOption, inject_into: header, field_name: X}}",
                #"{"X":"abc"}"#
            ),
            (
                #""abc""#,
                """
                {type: ApiKey, inject_into: {type: RequestOption, inject_into: header, field_name: X}, \
                api_token: "Token {{ session_token }}"}
                """,
                #"{"X":"Token abc"}"#
            ),
        ]
    )
    func credentials(_ token: String, _ use: String, _ expected: String) async throws {
        let run = TokenRun([:], TokenServer(Self.token(token)))
        let authenticator = try SessionTokenAuthenticator(checking: Self.yaml(use))
        let parts = try await authenticator.credentials(in: run.context.makeScope(), run: run.source)
        #expect(JSONValue.object(parts.headers).text == expected)
        #expect(run.server.forms == [#"{"user": "u"}"#])
        #expect(run.context.secrets.masked("is abc") == (token == "12" ? "is abc" : "is ****"))
    }

    @Test("without a duration each request logs in; with one a login serves until it is over")
    func duration() async throws {
        for (line, count) in [("", 4), ("expiration_duration: PT1H", 2)] {
            let run = TokenRun([:], TokenServer(Self.token(#""first""#), Self.token(#""other""#)))
            let authenticator = try SessionTokenAuthenticator(checking: Self.yaml("{type: Bearer}", line))
            #expect(try await run.authorization(authenticator) == "Bearer first")
            try await run.clock.sleep(seconds: 3600, for: .retry)
            let later = try await run.authorization(authenticator)
            #expect(later == (line.isEmpty ? "Bearer other" : "Bearer first"))
            try await run.clock.sleep(seconds: 1, for: .retry)
            for _ in 0..<2 { #expect(try await run.authorization(authenticator) == "Bearer other") }
            #expect(run.server.requests.count == count)
        }
    }

    @Test("those who need a token at the same time wait for one login")
    func oneLogin() async throws {
        let run = TokenRun([:], TokenServer(Self.token(#""t""#)))
        let authenticator = try SessionTokenAuthenticator(
            checking: Self.yaml("{type: Bearer}", "expiration_duration: P1D")
        )
        try await withThrowingTaskGroup(of: String?.self) { group in
            for _ in 0..<10 { group.addTask { try await run.authorization(authenticator) } }
            for try await header in group { #expect(header == "Bearer t") }
        }
        #expect(run.server.requests.count == 1)
    }

    @Test(
        "a response without the token fails, and says where it was looked for",
        arguments: ["{}", #"{"data":{"token":null}}"#, "[]"]
    )
    func missing(_ body: String) async throws {
        let run = TokenRun([:], TokenServer(.json(200, body)))
        let failure = await run.failure(try SessionTokenAuthenticator(checking: Self.yaml()))
        #expect(failure?.type == .system)
        #expect(failure?.message.contains("no session token at 'data.token'") == true)
    }

    @Test(
        "finds what is wrong in the manifest",
        arguments: [
            ("{type: ApiKey}", "an ApiKey needs 'inject_into'"), ("{type: Key}", "one of ApiKey, Bearer"),
            ("{type: Bearer, injectinto: x}", "injectinto"),
        ]
    )
    func faults(_ use: String, _ text: String) throws {
        let faults = try SessionTokenAuthenticator.diagnostics(yaml: Self.yaml(use))
        #expect(faults.contains { $0.rendered.contains(text) }, "\(faults.map(\.rendered))")
    }
}
