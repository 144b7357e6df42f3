import HTTP
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("CustomAuthenticator", .enabled(if: PythonSample.isThere))
struct CustomAuthenticatorTests {
    @Test("adds its parts, and signs the complete request")
    func signs() async throws {
        let authenticator = try PythonSample.component(CustomAuthenticator.self, "Sign")
        let run = try StreamSample.run(StubTransport([]))
        let parts = try await authenticator.credentials(in: PythonSample.scope(), run: run)
        #expect(parts.headers == ["Authorization": "Bearer items"])
        #expect(parts.parameters == ["key": "1"])
        #expect(parts.bodyJSON.isEmpty && parts.bodyData.isEmpty)
        var request = HTTPRequest(
            method: "POST",
            url: "http://api/?a=1",
            headers: HTTPHeaderList([("A", "b")]),
            body: [1, 2]
        )
        try await authenticator.sign(&request, in: PythonSample.scope(), run: run)
        #expect(request.url == "http://api/?a=1&signed=1")
        #expect(request.headers.fields.map { "\($0.name): \($0.value)" } == ["A: b", "X-Length: 2"])
        #expect(request.body == [1, 2])
    }
}
