import Diagnostics
import JSON
import ManifestEngine
import Testing

@Suite("SelectiveAuthenticator")
struct SelectiveAuthenticatorTests {
    private static let yaml = """
        authenticator_selection_path: [auth, kind]
        authenticators:
          one: {type: BearerAuthenticator, api_token: first}
          "2": {type: BearerAuthenticator, api_token: second}
        """

    @Test(
        "takes the authenticator that the configuration names",
        arguments: [("one", "first"), (2, "second")] as [(JSONValue, String)]
    )
    func selection(_ kind: JSONValue, _ token: String) async throws {
        let run = TokenRun(["auth": ["kind": kind]])
        #expect(try await run.authorization(SelectiveAuthenticator(checking: Self.yaml)) == "Bearer \(token)")
    }

    @Test(
        "says what is missing",
        arguments: [(#"{"auth": {}}"#, "has no 'auth.kind'"), (#"{"auth": {"kind": "z"}}"#, "Known: one, 2.")]
    )
    func missing(_ config: String, _ text: String) async throws {
        let config = try #require(JSONValue(parsing: config).object)
        let failure = await TokenRun(config).failure(try SelectiveAuthenticator(checking: Self.yaml))
        #expect(failure?.type == .config)
        #expect(failure?.message.contains(text) == true)
    }
}
