import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("ComponentMappingDefinition")
struct ComponentMappingDefinitionTests {
    @Test(
        "writes where its path leads, and creates only where it may",
        arguments: [
            ("retriever, requester, path", "p", "", "http://api/p?limit=1"),
            ("'**', path", "p", "", "http://api/p?limit=1"),
            ("retriever, '*', pa?h", "p", "", "http://api/p?limit=1"),
            ("retriever, requester, request_parameters, limit", "007", "", "http://api/none?limit=7"),
            (
                "retriever, requester, request_parameters, limit", "007", ", value_type: string",
                "http://api/none?limit=007"
            ),
            (
                "retriever, requester, request_parameters, '{{ components_values.key }}'", "2", "",
                "http://api/none?limit=2"
            ),
            ("retriever, requester, request_parameters, more", "2", "", "http://api/none?limit=1"),
            (
                "retriever, requester, request_parameters, more", "2", ", create_or_update: true",
                "http://api/none?limit=1&more=2"
            ),
            (
                "retriever, requester, request_parameters, more", "", ", create_or_update: true",
                "http://api/none?limit=1"
            ),
            (
                "retriever, requester, path", "p", ", condition: \"{{ components_values.name != 'a' }}\"",
                "http://api/none?limit=1"
            ),
            (
                "retriever, requester, path", "p", ", condition: \"{{ components_values.name == 'a' }}\"",
                "http://api/p?limit=1"
            ),
            ("retriever, requester, path", "@p: - x", "", "http://api/@p:%20-%20x?limit=1"),
        ]
    )
    func writes(_ path: String, _ value: String, _ rest: String, _ url: String) async throws {
        let text = DynamicSample.text(
            mappings: [DynamicSample.nameMapping, DynamicSample.mapping(path, value, rest)]
        )
        let transport = StubTransport([["response": ["body": ["items": []]]]])
        let config: JSONObject = ["tables": [["name": "a", "key": "limit"]]]
        let session = try DynamicSample.session(text, config: config, transport: transport)
        let run = try session.makeRun(isCheck: true)
        let streams = try await session.streams(in: run)
        let stream = try #require(streams.all.last)
        #expect(stream.name == "a")
        #expect(await StreamCheck(run: run).failure(of: stream) == nil)
        #expect(transport.seen.map(\.request.url) == [url])
    }

    @Test("a condition is for values of the configuration")
    func condition() throws {
        let mapping = DynamicSample.mapping("name", "a", ", condition: \"{{ true }}\"")
        let text = DynamicSample.text(resolver: DynamicSample.httpResolver, mappings: [mapping])
        let manifest = try Manifest.inspect(Array(text.utf8), name: "m.yaml")
        #expect(
            manifest.diagnostics.errors.map(\.message) == ["'condition' is only allowed in a ConfigComponentsResolver"]
        )
    }
}
