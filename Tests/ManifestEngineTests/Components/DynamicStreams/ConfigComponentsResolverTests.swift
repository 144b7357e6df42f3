import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("ConfigComponentsResolver")
struct ConfigComponentsResolverTests {
    @Test(
        "combines lists from left to right",
        arguments: [
            (["a": [["n": 1], ["n": 2]], "b": [["m": 3], ["m": 4]]], ["13", "14", "23", "24"]),
            (["a": [["n": 1, "m": 9]], "b": [["m": 3]]], ["13"]),
            (["a": [["n": 1]], "b": []], []), (["a": [["n": 1]]], []),
            (["a": ["n": 1], "b": ["m": 3]], ["13"]),
        ] as [(JSONObject, [String])]
    )
    func combinations(_ config: JSONObject, _ names: [String]) async throws {
        let text = DynamicSample.text(
            resolver: """
                type: ConfigComponentsResolver
                stream_config:
                  - {type: StreamConfig, configs_pointer: [a]}
                  - {type: StreamConfig, configs_pointer: [b]}
                """,
            mappings: [
                DynamicSample.mapping(
                    "name",
                    "{{ components_values.n }}{{ components_values.m }}",
                    ", value_type: string"
                )
            ]
        )
        let streams = try await DynamicSample.streams(text, config: config)
        #expect(streams.dynamic.first?.streams.map(\.name) == names)
    }
}
