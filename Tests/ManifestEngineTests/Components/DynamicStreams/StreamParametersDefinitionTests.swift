import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("StreamParametersDefinition")
struct StreamParametersDefinitionTests {
    @Test("keeps the values as they are written")
    func values() throws {
        let text = "list_of_parameters_for_stream: [{name: \"{{ config.x }}\", n: 1}, {}]"
        #expect(try StreamParametersDefinition(fields: text).values == [["name": "{{ config.x }}", "n": 1], [:]])
    }

    @Test("wants a list of mappings", arguments: ["{}", "list_of_parameters_for_stream: [a]"])
    func faults(_ yaml: String) throws {
        #expect(try !StreamParametersDefinition.diagnostics(yaml: yaml).isEmpty)
    }
}
