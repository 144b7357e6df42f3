import Diagnostics
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("PropertiesFromEndpoint")
struct PropertiesFromEndpointTests {
    private func endpoint(_ path: String = "[name]") throws -> PropertiesFromEndpoint {
        try PropertiesFromEndpoint(
            fields: """
                property_field_path: \(path)
                retriever:
                  requester: {url: "http://api/names"}
                  record_selector: {extractor: {field_path: [items]}}
                """
        )
    }

    @Test("gives the names as text, requested once in a run")
    func names() async throws {
        let transport = StubTransport([StreamSample.page([["name": "a"], ["name": 7], ["name": true]], path: "/names")])
        let run = try StreamSample.run(transport)
        let endpoint = try endpoint()
        async let first = endpoint.names(in: run)
        async let second = endpoint.names(in: run)
        #expect(try await first == ["a", "7", "True"])
        #expect(try await second == ["a", "7", "True"])
        #expect(transport.seen.count == 1)
    }

    @Test("a record without the name is a failure", arguments: ["[nothing]", "['*']"])
    func missing(_ path: String) async throws {
        let run = try StreamSample.run(StubTransport([StreamSample.page([["name": "a", "b": 1]], path: "/names")]))
        await #expect(throws: EngineFailure.self) { try await endpoint(path).names(in: run) }
    }
}
