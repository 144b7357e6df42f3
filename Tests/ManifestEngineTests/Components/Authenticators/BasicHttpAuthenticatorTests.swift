import JSON
import Testing

@testable import ManifestEngine

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
}
