import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("CustomRequester", .enabled(if: PythonSample.isThere))
struct CustomRequesterTests {
    @Test("sends what paginator and partition add", arguments: [("a", 200), ("nothing", 204)])
    func sends(_ path: String, _ status: Int) async throws {
        let requester = try PythonSample.component(CustomRequester.self, "Send")
        let run = try StreamSample.run(StubTransport([]))
        var injected = RequestParts()
        injected.parameters = ["page": 2]
        let sent = try await requester.makeRequests(in: run).send(
            in: PythonSample.scope(),
            run: run,
            pathToken: path,
            injected: injected,
            wantsPieces: false
        )
        #expect(sent.response.status == status)
        #expect(sent.resolution.action == (status == 200 ? .success : .ignore))
        guard status == 200 else { return }
        #expect(String(decoding: sent.response.body.buffer, as: UTF8.self) == "[('page', 2)]")
        #expect(sent.request.url == "http://api/a")
    }
}
