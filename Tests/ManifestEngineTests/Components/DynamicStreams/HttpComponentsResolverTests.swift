import Diagnostics
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("HttpComponentsResolver")
struct HttpComponentsResolverTests {
    private let text = DynamicSample.text(resolver: DynamicSample.httpResolver)

    @Test("gives a stream for each record")
    func records() async throws {
        let pages: JSONValue = [StreamSample.page([["name": "a"], ["name": "b"]], path: "/tables")]
        #expect(try await DynamicSample.streams(text, pages).all.map(\.name) == ["items", "a", "b"])
    }

    @Test("a record is a mapping, and has itself as its data")
    func data() async throws {
        let name =
            "{{ components_values.data['name'] }}{{ components_values['data'] }}{{ components_values.get('x', 1) }}"
        let text = DynamicSample.text(
            resolver: DynamicSample.httpResolver,
            mappings: [DynamicSample.mapping("name", name, ", value_type: string")]
        )
        let pages: JSONValue = [StreamSample.page([["name": "a", "data": "d"]], path: "/tables")]
        #expect(try await DynamicSample.streams(text, pages).all.map(\.name) == ["items", "ad1"])
    }

    @Test("a failure of its requests is one of the source")
    func failure() async throws {
        await #expect(throws: EngineFailure.self) {
            try await DynamicSample.streams(text, [StreamSample.refusal("/tables")])
        }
    }
}
