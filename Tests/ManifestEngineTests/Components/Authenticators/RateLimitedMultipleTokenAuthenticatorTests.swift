import Diagnostics
import HTTP
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("RateLimitedMultipleTokenAuthenticator")
struct RateLimitedMultipleTokenAuthenticatorTests {
    private static func yaml(_ tokens: String = "\"{{ config['tokens'] }}\"", _ more: String = "") -> String {
        """
        tokens: \(tokens)
        quota_status_source: {type: QuotaStatusSource, url: "http://api/limits", unavailable_status_codes: [404]}
        quotas:
          - {type: TokenQuota, name: search, remaining_path: [s], reset_path: [r], matchers: [{url_path_pattern: /search}]}
          - {type: TokenQuota, name: core, remaining_path: [c], reset_path: [r], exhaustion_status_codes: [429]}
        budget_min_reserve: 0
        budget_reserve_fraction: 0
        \(more)
        """
    }

    private static let config: JSONObject = ["tokens": "one-secret, two-secret,,one-secret"]

    private static func status(_ left: Int, search: Int = 5, reset: Int = 1_800_000_060) -> TokenServer.Response {
        .json(200, #"{"c":\#(left),"s":\#(search),"r":\#(reset)}"#)
    }

    private func sign(
        _ authenticator: RateLimitedMultipleTokenAuthenticator,
        _ run: TokenRun,
        path: String = "/things"
    ) async throws -> HTTPRequest {
        var request = HTTPRequest(method: "GET", url: "http://api\(path)")
        try await authenticator.sign(&request, in: run.context.makeScope(), run: run.source)
        return request
    }

    private func signatures(_ run: TokenRun, _ yaml: String, _ count: Int) async throws -> [String?] {
        let authenticator = try RateLimitedMultipleTokenAuthenticator(checking: yaml)
        var found: [String?] = []
        for _ in 0..<count { found.append(try await sign(authenticator, run).headers["Authorization"]) }
        return found
    }

    @Test("asks once for each token, and signs with the next one when the first is spent")
    func turns() async throws {
        let run = TokenRun(Self.config, TokenServer(Self.status(1), Self.status(2)))
        let found = try await signatures(run, Self.yaml(), 3)
        #expect(found == ["Bearer one-secret", "Bearer two-secret", "Bearer two-secret"])
        let asked = run.server.requests.map { $0.headers["Authorization"] }
        #expect(asked == ["Bearer one-secret", "Bearer two-secret"])
        #expect(run.context.secrets.masked("one-secret two-secret") == "**** ****")
    }

    @Test("a list of tokens, another word and another header")
    func list() async throws {
        let run = TokenRun(Self.config, TokenServer(Self.status(1)))
        let yaml = Self.yaml("[a-token, \"{{ '' }}\", b-token]", "auth_method: token\nheader: X-Key")
        let authenticator = try RateLimitedMultipleTokenAuthenticator(checking: yaml)
        #expect(try await sign(authenticator, run).headers["X-Key"] == "token a-token")
        #expect(try await sign(authenticator, run).headers["X-Key"] == "token b-token")
    }

    @Test("waits for the reset when all are spent, and asks anew")
    func waits() async throws {
        let server = TokenServer(Self.status(1), Self.status(0), Self.status(7, reset: 1_800_003_600))
        let run = TokenRun(Self.config, server)
        #expect(try await signatures(run, Self.yaml(), 2) == ["Bearer one-secret", "Bearer one-secret"])
        #expect(run.clock.uptime() == 60)
        #expect(server.requests.count == 4)
    }

    @Test("gives up when the reset is too far, by max_wait_time or the longest wait of the run")
    func tooLong() async throws {
        for (more, reset, word) in [
            ("max_wait_time: PT1M", 1_800_000_060, "all tokens"), ("max_wait_time: P9D", 1_800_100_000, "--max-wait"),
        ] {
            let run = TokenRun(Self.config, TokenServer(Self.status(0, reset: reset)))
            let failure = await #expect(throws: EngineFailure.self) {
                try await signatures(run, Self.yaml("one-secret", more), 1)
            }
            #expect(failure?.type == .transient)
            #expect(failure?.message.contains(word) == true)
            #expect(failure?.message.contains("one-secret") == false)
        }
    }

    @Test("a refused request has an alternative while another token has calls left")
    func alternative() async throws {
        let run = TokenRun(Self.config, TokenServer(Self.status(9)))
        let authenticator = try RateLimitedMultipleTokenAuthenticator(checking: Self.yaml())
        let request = try await sign(authenticator, run)
        #expect(try !authenticator.hasAlternative(to: request, run: run.source))
        try await authenticator.observe(HTTPResponse(status: 429), to: request, run: run.source)
        #expect(try authenticator.hasAlternative(to: request, run: run.source))
        #expect(try await sign(authenticator, run).headers["Authorization"] == "Bearer two-secret")
    }

    @Test("requests of several tasks ask once, and no call is given twice")
    func manyTasks() async throws {
        let run = TokenRun(Self.config, TokenServer(Self.status(5)))
        let authenticator = try RateLimitedMultipleTokenAuthenticator(checking: Self.yaml())
        let found = try await withThrowingTaskGroup(of: String?.self) { group in
            for _ in 0..<10 { group.addTask { try await sign(authenticator, run).headers["Authorization"] } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(found.count { $0 == "Bearer one-secret" } == 5)
        #expect(run.server.requests.count == 2)
    }

    @Test("a configuration without tokens is a fault of it")
    func none() async throws {
        let run = TokenRun(["tokens": " , "])
        let failure = await #expect(throws: EngineFailure.self) { try await signatures(run, Self.yaml(), 1) }
        #expect(failure?.type == .config)
    }

    @Test(
        "finds faults of its fields without a request",
        arguments: [("[]", ""), ("a", "max_wait_time: P1M")]
    )
    func faults(_ tokens: String, _ more: String) throws {
        let found = try RateLimitedMultipleTokenAuthenticator.diagnostics(yaml: Self.yaml(tokens, more))
        #expect(found.count == 1, "\(found.map(\.message))")
    }
}
