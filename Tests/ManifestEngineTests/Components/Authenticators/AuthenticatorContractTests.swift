import Diagnostics
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

/// What holds for every authenticator.
@Suite("authenticator contract")
struct AuthenticatorContractTests {
    private static let samples = ContractSample.all(
        of: ComponentRegistry.authenticators,
        others: [
            "JwtAuthenticator": """
            secret_key: "{{ config['secret_key'] }}"
            algorithm: HS256
            """,
            // A token of the configuration is checked before every request, as in the reference.
            "LegacySessionTokenAuthenticator": """
            header: X-Session
            login_url: session
            session_token_response_key: id
            validate_session_url: user/current
            username: "{{ config['username'] }}"
            password: "{{ config['password'] }}"
            """,
        ]
    )

    private static let config: JSONObject = [
        "access_key": "access-1", "access_key_secret": "secret-2", "api_key": "secret-3", "client_id": "client-4",
        "client_secret": "secret-5", "refresh_token": "secret-6", "username": "user-7", "password": "secret-8",
        "session_token": "secret-9", "secret_key": "secret-10", "tokens": "secret-12",
        "credentials": ["auth_type": "key", "key": "secret-11"],
    ]

    /// A server whose every login gives another token, under any name that an example reads it by.
    private static func server() -> TokenServer {
        TokenServer(
            script: (0..<100).map { place in
                let token = "token-\(place)"
                return .json(200, #"{"access_token":"\#(token)","id":"\#(token)","expires_in":3600}"#)
            }
        )
    }

    /// What as many calls give as wait at the same time.
    private static func results<Result: Sendable>(
        _ count: Int,
        of call: @escaping @Sendable () async throws -> Result
    ) async throws -> [Result] {
        try await withThrowingTaskGroup(of: Result.self) { group in
            for _ in 0..<count { group.addTask { try await call() } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test("logs in once for requests that wait at the same time, and signs them alike")
    func oneLogin() async throws {
        for sample in Self.samples {
            let alone = TokenRun(Self.config, Self.server())
            let single = try sample.make()
            _ = try await single.credentials(in: alone.context.makeScope(), run: alone.source)
            let run = TokenRun(Self.config, Self.server())
            let authenticator = try sample.make()
            let parts = try await Self.results(20) {
                try await authenticator.credentials(in: run.context.makeScope(), run: run.source)
            }
            #expect(parts.allSatisfy { $0 == parts[0] }, "\(sample.type)")
            #expect(run.server.requests.count == alone.server.requests.count, "\(sample.type)")
        }
    }

    @Test("renews a rejected token once for all that were rejected with it")
    func oneRenewal() async throws {
        for sample in Self.samples {
            let run = TokenRun(Self.config, Self.server())
            let authenticator = try sample.make()
            let old = try await authenticator.credentials(in: run.context.makeScope(), run: run.source)
            let before = run.server.requests.count
            let renewed = try await Self.results(20) {
                try await authenticator.renew(rejected: old, in: run.context.makeScope(), run: run.source)
            }
            #expect(Set(renewed).count == 1, "\(sample.type)")
            let new = try await authenticator.credentials(in: run.context.makeScope(), run: run.source)
            #expect(run.server.requests.count <= before + 1, "\(sample.type)")
            #expect((new != old) == renewed[0], "\(sample.type)")
        }
    }

    @Test("gives settled credentials only where they are those of every request")
    func settled() async throws {
        for sample in Self.samples {
            let run = TokenRun(Self.config, Self.server())
            let authenticator = try sample.make()
            guard let settled = try authenticator.settledCredentials(in: run.context.makeScope(), run: run.source)
            else {
                continue
            }
            let credentials = try await authenticator.credentials(in: run.context.makeScope(), run: run.source)
            #expect(settled == credentials, "\(sample.type)")
            #expect(run.server.requests.isEmpty, "\(sample.type)")
        }
    }

    @Test("says nothing secret when the server refuses or cannot be reached")
    func secrets() async throws {
        let secrets = Self.config.values.flatMap { $0.object?.values.compactMap(\.string) ?? [$0.string ?? ""] }
            .filter { $0.hasPrefix("secret") }
        let refusals: [TokenServer.Response] = [
            .json(400, #"{"error":"invalid_grant","error_description":"\#(secrets.joined(separator: " "))"}"#),
            .json(200, "<html>\(secrets.joined(separator: " "))"), .fault(.connection),
        ]
        for sample in Self.samples {
            for refusal in refusals {
                let run = TokenRun(Self.config, TokenServer(refusal), secrets: SecretMask(secrets))
                let authenticator = try sample.make()
                guard let failure = await run.failure(authenticator) else { continue }
                let told = run.context.secrets.masked("\(failure.message) \(failure.detail ?? "")")
                let said = [told] + run.messages.logs.map { run.context.secrets.masked($0) }
                #expect(!said.contains { line in secrets.contains { line.contains($0) } }, "\(sample.type): \(said)")
            }
        }
    }
}
