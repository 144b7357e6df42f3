import HTTP
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("StreamRequests")
struct StreamRequestsTests {
    @Test("a changed configuration is read by the next request")
    func changedConfig() async throws {
        let stub = StubTransport([StreamSample.page([])])
        let context = RunContext(
            config: ["token": "first", "of": "1"],
            transport: stub,
            clock: try TestClock("2026-09-10T12:00:00Z"),
            messages: MessageRecorder()
        )
        let requester = try HttpRequester(
            fields: """
                url: http://api/items
                authenticator: {type: BearerAuthenticator, api_token: "{{ config.token }}"}
                request_parameters: {of: "{{ config.of }}"}
                """
        )
        let run = SourceRun(context: context)
        let requests = run.requests(of: requester)
        for _ in 0..<2 {
            _ = try await requests.send(
                in: context.makeScope(),
                run: run,
                pathToken: nil,
                injected: RequestParts(),
                wantsPieces: false
            )
        }
        context.updateConfig { $0["token"] = "second" }
        _ = try await requests.send(
            in: context.makeScope(),
            run: run,
            pathToken: nil,
            injected: RequestParts(),
            wantsPieces: false
        )
        let made = stub.seen.map(\.request)
        #expect(made.map { $0.headers["Authorization"] } == ["Bearer first", "Bearer first", "Bearer second"])
        #expect(made.allSatisfy { $0.url == "http://api/items?of=1" })
        #expect(made[0].head === made[1].head)
    }
}
