import Diagnostics
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("SchemaTypeIdentifier")
struct SchemaTypeIdentifierTests {
    @Test(
        "says what a description lacks",
        arguments: [
            (#"{}"#, "the record has no list at 'fields'"),
            (#"{"fields":[{}]}"#, "has no name at 'name'"),
            (#"{"fields":[{"name":"a","type":"money"}]}"#, "there is no type 'money'; there are string, "),
            (#"{"fields":[{"name":"a","type":null}]}"#, "is a name or a list of two, not null"),
        ]
    )
    func faults(_ record: String, _ text: String) throws {
        let identifier = try SchemaTypeIdentifier(
            fields: "{schema_pointer: [fields], key_pointer: [name], type_pointer: [type]}"
        )
        let members = try JSONDocument(text: record, indexDepth: 1).root.value.object ?? [:]
        let failure = #expect(throws: EngineFailure.self) {
            try identifier.properties(describedBy: members, in: .testing())
        }
        #expect(failure?.message.contains(text) == true, "\(String(describing: failure))")
    }
}
