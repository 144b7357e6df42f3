import JSON
import ManifestEngine
import Testing

@Suite("BearerAuthenticator")
struct BearerAuthenticatorTests {
    @Test("sends the token", arguments: [("abc", "Bearer abc"), ("1e5", "Bearer 100000.0"), ("", "Bearer ")])
    func header(_ token: String, _ header: String) async throws {
        let run = TokenRun(["token": .string(token)])
        let authenticator = try BearerAuthenticator(checking: "api_token: \"{{ config['token'] }}\"")
        #expect(try await run.authorization(authenticator) == header)
    }
}
