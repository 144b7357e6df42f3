import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("ParametrizedComponentsResolver")
struct ParametrizedComponentsResolverTests {
    private func text(_ values: String, _ mappings: [String] = [DynamicSample.nameMapping]) -> String {
        DynamicSample.text(
            resolver: """
                type: ParametrizedComponentsResolver
                stream_parameters: {type: StreamParametersDefinition, list_of_parameters_for_stream: [\(values)]}
                """,
            mappings: mappings
        )
    }

    @Test("gives a stream for each set of values")
    func values() async throws {
        let streams = try await DynamicSample.streams(text("{name: a}, {name: \"{{ config }}\"}"))
        #expect(streams.dynamic.first?.streams.map(\.name) == ["a", "{{ config }}"])
    }

    @Test("a string is read as YAML, whatever its type", arguments: [("'[x]'", "x"), ("'x'", "x")])
    func yaml(_ value: String, _ key: JSONValue) async throws {
        let mapping = DynamicSample.mapping(
            "primary_key",
            "{{ components_values.key }}",
            ", value_type: string, create_or_update: true"
        )
        let streams = try await DynamicSample.streams(
            text("{name: a, key: \(value)}", [DynamicSample.nameMapping, mapping])
        )
        #expect(streams.all.last?.primaryKey == [[key]])
    }
}
