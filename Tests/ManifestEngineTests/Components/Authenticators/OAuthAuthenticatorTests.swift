import Dates
import Diagnostics
import JSON
import Testing

@testable import HTTP
@testable import ManifestEngine

@Suite("OAuthAuthenticator")
struct OAuthAuthenticatorTests {
    private static let fields = """
        token_refresh_endpoint: https://idp.test/token
        client_id: "{{ config['id'] }}"
        client_secret: "{{ config['secret'] }}"
        refresh_token: "{{ config['refresh'] }}"
        """
    private static let config: JSONObject = ["id": "cid", "secret": "cs-secret", "refresh": "rt-secret"]
    /// The beginning of most forms.
    private static let client = "grant_type=refresh_token&client_id=cid&client_secret=cs-secret"
    private static let granted = #"{"access_token": "at-1", "expires_in": 3600}"#

    private static func makeAuthenticator(_ more: String = "") throws -> OAuthAuthenticator {
        try OAuthAuthenticator(checking: "\(fields)\n\(more)")
    }

    // MARK: The request

    @Test(
        "writes the form in a fixed order",
        arguments: [
            ("", client + "&refresh_token=rt-secret"),
            (
                "scopes: [a b, c]",
                client + "&refresh_token=rt-secret&scopes=a+b&scopes=c"
            ),
            (
                "refresh_request_body: {client_id: other, audience: 'x y', n: 5}",
                client + "&refresh_token=rt-secret&audience=x+y&n=5"
            ),
            (
                "client_id_name: ci\nclient_secret_name: cs\nrefresh_token_name: rt\ngrant_type_name: gt\n"
                    + "grant_type: custom",
                "gt=custom&ci=cid&cs=cs-secret&rt=rt-secret"
            ),
            (
                "refresh_request_headers: {Authorization: 'Basic eHl6'}",
                "grant_type=refresh_token&refresh_token=rt-secret"
            ),
            (
                "refresh_request_headers: {authorization: 'Basic eHl6'}",
                client + "&refresh_token=rt-secret"
            ),
        ]
    )
    func form(_ more: String, _ form: String) async throws {
        let run = TokenRun(Self.config, TokenServer(.json(200, Self.granted)))
        #expect(try await run.authorization(Self.makeAuthenticator(more)) == "Bearer at-1")
        #expect(run.server.forms == [form])
        #expect(run.server.requests[0].method == "POST")
        #expect(run.server.requests[0].headers["Content-Type"] == "application/x-www-form-urlencoded")
    }

    @Test("puts the form into the address and sends no body")
    func query() async throws {
        let run = TokenRun(Self.config, TokenServer(.json(200, Self.granted)))
        let more = "send_refresh_request_as_query_params: true\nrefresh_request_headers: {Authorization: Basic eHl6}"
        _ = try await run.authorization(Self.makeAuthenticator(more))
        let request = try #require(run.server.requests.first)
        #expect(request.url == "https://idp.test/token?grant_type=refresh_token&refresh_token=rt-secret")
        #expect(request.body == nil)
        #expect(request.headers.fields == [.init(name: "Authorization", value: "Basic eHl6")])
    }

    @Test("sends nothing but a signed web token, and no secret where it is not wanted")
    func assertion() async throws {
        let assertion = "{type: JwtAuthenticator, secret_key: \"{{ config['secret'] }}\", algorithm: HS256}"
        for (use, form) in [
            ("true", "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=eyJ"),
            ("false", Self.client),
        ] {
            let run = TokenRun(Self.config, TokenServer(.json(200, Self.granted)))
            let more = "use_profile_assertion: \(use)\nscopes: [a]\nprofile_assertion: \(assertion)"
            #expect(try await run.authorization(Self.makeAuthenticator(more)) == "Bearer at-1")
            #expect(run.server.forms.allSatisfy { $0.hasPrefix(form) })
            #expect(run.server.forms[0].contains("scopes") == (use == "false"))
        }
    }

    @Test("leaves out a refresh token that client credentials do not have")
    func clientCredentials() async throws {
        let authenticator = try OAuthAuthenticator(
            checking: """
                token_refresh_endpoint: https://idp.test/token
                client_id: i
                client_secret: s
                grant_type: client_credentials
                """
        )
        let run = TokenRun([:], TokenServer(.json(200, Self.granted)))
        _ = try await run.authorization(authenticator)
        #expect(run.server.forms == ["grant_type=client_credentials&client_id=i&client_secret=s"])
    }

    @Test("needs a client id, and gets along without a secret")
    func emptyCredentials() async throws {
        let run = TokenRun(["id": "cid", "refresh": "r"], TokenServer(.json(200, Self.granted)))
        _ = try await run.authorization(Self.makeAuthenticator())
        #expect(run.server.forms == ["grant_type=refresh_token&client_id=cid&client_secret=&refresh_token=r"])
        #expect(run.messages.logs == ["WARN The OAuth client secret is empty."])
        let empty = TokenRun(["secret": "s"], TokenServer(.json(200, Self.granted)))
        #expect(await empty.failure(try Self.makeAuthenticator())?.type == .config)
    }

    // MARK: When to refresh

    @Test(
        "refreshes when the token has run out",
        arguments: [
            (#"{"access_token": "t", "expires_in": 3600}"#, 3600.0, 1),
            (#"{"access_token": "t", "expires_in": 3600}"#, 3601.0, 2),
            (#"{"access_token": "t", "expires_in": "60.9"}"#, 60.0, 1),
            (#"{"access_token": "t", "expires_in": "60.9"}"#, 60.5, 2),
            (#"{"access_token": "t", "expires_in": 0}"#, 0.5, 2),
            (#"{"access_token": "t"}"#, 3600.0, 1),
            (#"{"access_token": "t"}"#, 3600.5, 2),
            (#"{"data": [{"x": null}, {"access_token": "t"}], "info": {"expires_in": 5}}"#, 6.0, 2),
        ]
    )
    func expiry(_ response: String, _ wait: Double, _ count: Int) async throws {
        let run = TokenRun(Self.config, TokenServer(.json(200, response)))
        let authenticator = try Self.makeAuthenticator()
        #expect(try await run.authorization(authenticator) == "Bearer t")
        try await run.clock.sleep(seconds: wait, for: .retry)
        #expect(try await run.authorization(authenticator) == "Bearer t")
        #expect(run.server.requests.count == count)
    }

    @Test(
        "begins with the token of the manifest while it is good",
        arguments: [
            ("2027-01-15T08:00:01Z", "Bearer given", 0), ("2027-01-15T07:59:59Z", "Bearer at-1", 1),
            ("1800000001", "Bearer given", 0), ("", "Bearer at-1", 1),
        ]
    )
    func initialToken(_ date: String, _ header: String, _ count: Int) async throws {
        let run = TokenRun(Self.config, TokenServer(.json(200, Self.granted)))
        let more = "access_token_value: given\n" + (date.isEmpty ? "" : "token_expiry_date: '\(date)'")
        #expect(try await run.authorization(Self.makeAuthenticator(more)) == header)
        #expect(run.server.requests.count == count)
    }

    @Test("uses a fixed token for good when there is no endpoint")
    func fixedToken() async throws {
        let run = TokenRun()
        let authenticator = try OAuthAuthenticator(
            checking: "access_token_value: fixed\nclient_id: i\nclient_secret: s\nrefresh_token: r"
        )
        #expect(try await run.authorization(authenticator) == "Bearer fixed")
        #expect(run.server.requests.isEmpty)
        let renewed = try await authenticator.renew(
            rejected: RequestParts(authorization: "Bearer fixed"),
            in: run.context.makeScope(),
            run: run.source
        )
        #expect(!renewed)
    }

    @Test("many callers of equal authenticators share one refresh")
    func sharing() async throws {
        let run = TokenRun(Self.config, TokenServer(.json(200, Self.granted)))
        let headers = try await withThrowingTaskGroup(of: String?.self) { group in
            for stream in 0..<20 {
                // Parameters of the stream reach the authenticator, but none of its templates reads them.
                let authenticator = try Self.makeAuthenticator("$parameters: {name: stream\(stream)}")
                group.addTask { try await run.authorization(authenticator) }
            }
            return try await group.reduce(into: Set<String?>()) { $0.insert($1) }
        }
        #expect(headers == ["Bearer at-1"])
        #expect(run.server.requests.count == 1)
    }

    @Test("authenticators that read different parameters have different tokens")
    func parameters() async throws {
        let run = TokenRun(Self.config, TokenServer(.json(200, Self.granted)))
        for name in ["a", "b", "a"] {
            let more = "refresh_request_body: {audience: \"{{ parameters['name'] }}\"}\n$parameters: {name: \(name)}"
            _ = try await run.authorization(Self.makeAuthenticator(more))
        }
        #expect(run.server.requests.count == 2)
    }

    // MARK: Renewal

    @Test("renews a refused token once, however many requests were refused")
    func renewal() async throws {
        let second = #"{"access_token": "at-2", "expires_in": 3600}"#
        let run = TokenRun(Self.config, TokenServer(.json(200, Self.granted), .json(200, second)))
        let authenticator = try Self.makeAuthenticator()
        _ = try await run.authorization(authenticator)
        for _ in 0..<3 {
            let isRenewed = try await authenticator.renew(
                rejected: RequestParts(authorization: "Bearer at-1"),
                in: run.context.makeScope(),
                run: run.source
            )
            #expect(isRenewed)
        }
        #expect(run.server.requests.count == 2)
        #expect(try await run.authorization(authenticator) == "Bearer at-2")
    }

    @Test("a refusal during a renewal means that the credentials are wrong")
    func refusedRenewal() async throws {
        let run = TokenRun(Self.config, TokenServer(.json(200, Self.granted), .json(401, "{}")))
        let authenticator = try Self.makeAuthenticator()
        _ = try await run.authorization(authenticator)
        let failure = await #expect(throws: EngineFailure.self) {
            try await authenticator.renew(
                rejected: RequestParts(authorization: "Bearer at-1"),
                in: run.context.makeScope(),
                run: run.source
            )
        }
        #expect(failure?.type == .config)
    }

    // MARK: Faults of the manifest

    @Test(
        "refuses what it cannot run",
        arguments: [
            ("client_id: i\nclient_secret: s\nrefresh_token: r", "token_refresh_endpoint"),
            ("token_refresh_endpoint: u\nclient_secret: s\nrefresh_token: r", "client_id"),
            ("token_refresh_endpoint: u\nclient_id: i\nclient_secret: s", "refresh_token"),
            ("token_refresh_endpoint: u\nuse_profile_assertion: true", "profile_assertion"),
            (
                "token_refresh_endpoint: u\nuse_profile_assertion: true\nprofile_assertion: {type: NoAuth}",
                "JwtAuthenticator"
            ),
            (
                "\(fields)\nrefresh_token_error_key: e\nrefresh_token_updater: {refresh_token_error_key: e}",
                "refresh_token_error_"
            ),
            ("\(fields)\nrefresh_token_updater: {access_token_config_path: a.b}", "access_token_config_path"),
        ]
    )
    func faults(_ yaml: String, _ word: String) throws {
        let fault = #expect(throws: ManifestFault.self) { try OAuthAuthenticator(checking: yaml) }
        #expect(fault?.description.contains(word) == true)
    }
}
