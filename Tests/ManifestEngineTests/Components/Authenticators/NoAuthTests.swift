import ManifestEngine
import Testing

@Suite("NoAuth")
struct NoAuthTests {
    @Test("adds nothing and renews nothing")
    func nothing() async throws {
        let run = TokenRun()
        let scope = run.context.makeScope()
        let authenticator = try NoAuth(checking: "")
        #expect(authenticator.credentials(in: scope, run: run.source) == RequestParts())
        #expect(try await !authenticator.renew(rejected: RequestParts(), in: scope, run: run.source))
    }
}
