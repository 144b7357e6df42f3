import Diagnostics
import JSON
import ManifestEngine
import Testing

@Suite("BasicHttpAuthenticator")
struct BasicHttpAuthenticatorTests {
    @Test(
        "encodes user and password",
        arguments: [
            ("username: user\npassword: pass", "Basic dXNlcjpwYXNz"), ("username: user", "Basic dXNlcjo="),
            ("username: user\npassword: '1.50'", "Basic dXNlcjoxLjU="), ("username: ü\npassword: ß", "Basic w7w6w58="),
        ]
    )
    func header(_ yaml: String, _ header: String) async throws {
        let run = TokenRun()
        #expect(try await run.authorization(BasicHttpAuthenticator(checking: yaml)) == header)
        #expect(run.context.secrets.masked(header) == "Basic ****")
    }

    @Test("each configuration has its own header, and both secrets are masked in each run")
    func configurations() async throws {
        let authenticator = try BasicHttpAuthenticator(checking: "username: u\npassword: \"{{ config['p'] }}\"")
        let (run, other) = (TokenRun(["p": "first"]), TokenRun(["p": "first"]))
        for _ in 0..<2 { #expect(try await run.authorization(authenticator) == "Basic dTpmaXJzdA==") }
        #expect(try await other.authorization(authenticator) == "Basic dTpmaXJzdA==")
        #expect(other.context.secrets.masked("first, dTpmaXJzdA==") == "****,****")
        _ = run.context.updateConfig { $0["p"] = "second" }
        #expect(try await run.authorization(authenticator) == "Basic dTpzZWNvbmQ=")
        #expect(run.context.secrets.masked("second, dTpzZWNvbmQ=") == "****,****")
    }
}
