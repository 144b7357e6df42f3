import Diagnostics
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("QuotaStatusSource")
struct QuotaStatusSourceTests {
    private static let yaml = """
        {url: "{{ config['base'] }}/limits", http_method: POST, request_headers: {X-Kind: "{{ config['kind'] }}"}, \
        unavailable_status_codes: [404]}
        """
    private let header = (name: "Authorization", value: "Bearer a")

    private func status(_ response: TokenServer.Response) async throws -> (String?, TokenRun) {
        let run = TokenRun(["base": "http://api", "kind": "k"], TokenServer(response))
        let source = try QuotaStatusSource(fields: Self.yaml)
        return (try await source.status(signedBy: header, in: run.source)?.text, run)
    }

    @Test("asks with the token and the headers of the manifest")
    func request() async throws {
        let (found, run) = try await status(.json(200, #"{"left":1}"#))
        #expect(found == #"{"left":1}"#)
        let request = try #require(run.server.requests.first)
        #expect(request.method == "POST" && request.url == "http://api/limits")
        #expect(request.headers["X-Kind"] == "k" && request.headers["Authorization"] == "Bearer a")
        #expect(request.credentials.headers == ["Authorization"])
    }

    @Test("a status of the list means that the API does not count")
    func unavailable() async throws { #expect(try await status(.json(404, "{}")).0 == nil) }

    @Test("other refusals fail, and so does what is not JSON", arguments: [(401, "{}"), (200, "<html>")])
    func refused(_ code: Int, _ body: String) async throws {
        await #expect(throws: EngineFailure.self) { try await status(.json(code, body)) }
    }
}
