import Diagnostics
import JSON
import ManifestEngine
import Testing

@Suite("ValidateAdheresToSchema")
struct ValidateAdheresToSchemaTests {
    @Test("takes a schema as mapping or as text", arguments: ["{type: integer}", "'{\"type\": \"integer\"}'"])
    func schema(_ schema: String) throws {
        let strategy = try ValidateAdheresToSchema(checking: "base_schema: \(schema)")
        try strategy.validate(5)
        try strategy.validate("5")
        let failure = #expect(throws: EngineFailure.self) { try strategy.validate(5.5) }
        #expect(failure?.message == "JSON schema validation error: 5.5 is not of type 'integer'")
    }

    @Test("refuses a schema that is not JSON")
    func badSchema() {
        #expect(throws: ManifestFault.self) { try ValidateAdheresToSchema(checking: "base_schema: '{'") }
    }
}
