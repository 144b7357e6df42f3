import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("DynamicStreamCheckConfig")
struct DynamicStreamCheckConfigTests {
    @Test(
        "reads streams of an entry",
        arguments: [
            ("dynamic_stream_name: tables, stream_count: 1", nil),
            ("dynamic_stream_name: tables", "Dynamic Stream b is not available: "),
            ("dynamic_stream_name: none", "Dynamic stream none is not found in manifest."),
        ]
    )
    func reads(_ fields: String, _ failure: String?) async throws {
        let check = """
            check: {type: CheckStream, dynamic_streams_check_configs: [{type: DynamicStreamCheckConfig, \(fields)}]}
            """
        let path = DynamicSample.mapping("retriever, requester, path", "{{ components_values.name }}")
        let text = DynamicSample.text(check: check, mappings: [DynamicSample.nameMapping, path])
        let responses: JSONValue = [StreamSample.page([["id": 1]], path: "/a"), StreamSample.refusal("/b")]
        let session = try DynamicSample.session(text, responses, config: ["tables": [["name": "a"], ["name": "b"]]])
        let found = try await session.check()
        #expect(failure == nil ? found == nil : found?.hasPrefix(failure ?? "") == true)
    }
}
