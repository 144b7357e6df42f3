import Diagnostics
import HTTP
import ManifestEngine
import Testing

@Suite("TokenEndpoint")
struct TokenEndpointTests {
    private static let authenticator = """
        token_refresh_endpoint: https://idp.test/token
        client_id: cid
        client_secret: cs-secret
        refresh_token: rt-secret
        """
    private static let ownRejection =
        "refresh_token_error_status_codes: [401]\nrefresh_token_error_key: code\nrefresh_token_error_values: [bad]"
    private static let granted = #"{"access_token": "at-1"}"#

    private static func failure(_ more: String, _ responses: TokenServer) async throws -> (EngineFailure?, TokenRun) {
        let run = TokenRun([:], responses)
        let authenticator = try OAuthAuthenticator(checking: "\(authenticator)\n\(more)")
        return (await run.failure(authenticator), run)
    }

    @Test(
        "sorts responses by what has to be done",
        arguments: [
            (400, #"{"error": "invalid_grant"}"#, FailureType.config, "Provider error: invalid_grant"),
            (400, #"{"error": "invalid_permissions"}"#, .config, "Provider error: invalid_permissions"),
            (
                400, #"{"error": "invalid_grant", "error_description": "AADSTS50173: rt-secret is old"}"#, .config,
                "Provider error: invalid_grant: AADSTS50173"
            ),
            (
                400, #"{"error": "invalid_grant", "error_description": "The token AADSTS50173"}"#, .config,
                "Provider error: invalid_grant"
            ),
            (400, #"{"error": "invalid_client"}"#, .system, "status 400"),
            (401, #"{"error": "invalid_grant"}"#, .system, "status 401"),
            (403, "no JSON", .system, "status 403"),
            (200, "<html>", .system, "not JSON"),
            (200, #"{"token": "x"}"#, .system, "'access_token'"),
            (200, #"{"access_token": ""}"#, .system, "'access_token'"),
            (200, #"{"access_token": "t", "expires_in": "soon"}"#, .system, "'expires_in'"),
            (200, #"{"a":{"b":{"c":{"d":{"e":{"access_token":"deep"}}}}}}"#, .config, "'expires_in'"),
            (200, #"{"a":{"b":{"c":{"d":{"e":{"f":{"access_token":"deeper"}}}}}}}"#, .config, "'access_token'"),
        ]
    )
    func failures(_ status: Int, _ body: String, _ type: FailureType, _ text: String) async throws {
        let (failure, run) = try await Self.failure("", TokenServer(.json(status, body)))
        #expect(failure?.type == type)
        let message = try #require(failure?.message)
        #expect(message.contains(text))
        #expect(run.server.requests.count == 1)
    }

    @Test(
        "knows a refused refresh token by the fields of the manifest",
        arguments: [
            (
                ownRejection,
                401, #"{"code": "bad"}"#, FailureType.config
            ),
            (
                ownRejection,
                400, #"{"error": "invalid_grant"}"#, .system
            ),
            ("refresh_token_error_values: [bad]", 400, #"{"error": "bad"}"#, .system),
        ]
    )
    func rejection(_ more: String, _ status: Int, _ body: String, _ type: FailureType) async throws {
        let (failure, _) = try await Self.failure(more, TokenServer(.json(status, body)))
        #expect(failure?.type == type)
    }

    @Test("retries when the endpoint is busy or away")
    func retries() async throws {
        let server = TokenServer(
            .json(429, "{}"),
            .json(503, "cs-secret"),
            .fault(.connection),
            .fault(.timeout),
            .json(200, Self.granted)
        )
        let run = TokenRun([:], server)
        let header = try await run.authorization(OAuthAuthenticator(checking: Self.authenticator))
        #expect(header == "Bearer at-1")
        #expect(server.requests.count == 5)
        // Each wait is random, up to 1, 2, 4 and 8 seconds.
        #expect(run.clock.waits.count == 4)
        for (wait, limit) in zip(run.clock.waits, [1.0, 2, 4, 8]) { #expect((0...limit).contains(wait)) }
        #expect(run.messages.logs.count == 4)
    }

    @Test("gives up after 300 seconds", arguments: [TokenServer.Response.json(500, "{}"), .fault(.connection)])
    func patience(_ response: TokenServer.Response) async throws {
        let (failure, run) = try await Self.failure("", TokenServer(response))
        #expect(failure?.type == .transient)
        let waited = run.clock.waits.reduce(0, +)
        #expect(abs(waited - 300) < 0.001)
    }

    private static let hopelessKinds: [TransportError.Kind] = [
        .invalidURL, .invalidScheme, .invalidHeader, .unwritableHeader, .proxy, .unknownHost, .tls, .unreadEncoding,
        .tooLarge, .tooManyRedirects,
    ]

    @Test("does not retry what cannot get better", arguments: hopelessKinds)
    func hopeless(_ kind: TransportError.Kind) async throws {
        let (failure, run) = try await Self.failure("", TokenServer(.fault(kind)))
        #expect(failure?.type == kind.failureType)
        #expect(run.server.requests.count == 1)
    }

    @Test(
        "no secret is in any message",
        arguments: [
            TokenServer.Response.json(400, #"{"error": "invalid_grant for rt-secret", "x": "cs-secret"}"#),
            .json(400, #"{"error": "invalid_grant", "error_description": "rt-secret cs-secret"}"#),
            .json(500, "cs-secret rt-secret"), .json(200, "rt-secret"), .fault(.connection), .fault(.invalidURL),
        ]
    )
    func secrets(_ response: TokenServer.Response) async throws {
        let more = "send_refresh_request_as_query_params: true"
        let (failure, run) = try await Self.failure(more, TokenServer(response))
        let texts = [failure?.message ?? "", failure?.detail ?? ""] + run.messages.logs
        #expect(texts[0] != "")
        for text in texts {
            #expect(!text.contains("cs-secret"))
            #expect(!text.contains("rt-secret"))
        }
    }
}
