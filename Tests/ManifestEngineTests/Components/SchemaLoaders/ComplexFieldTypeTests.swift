import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("ComplexFieldType")
struct ComplexFieldTypeTests {
    @Test(
        "is a list type with the type of its elements",
        arguments: [
            (
                "{field_type: array, items: date}",
                #"{"type":["null","array"],"items":{"type":["null","string"],"format":"date"}}"#
            ),
            ("{field_type: array}", #"{"type":["null","array"]}"#),
            ("{field_type: integer}", #"{"type":["null","integer"]}"#),
        ]
    )
    func schema(_ yaml: String, _ expected: String) throws {
        #expect(try ComplexFieldType(fields: yaml).type().schema.text == expected)
    }

    @Test("only an array has elements")
    func faults() throws {
        let found = try ComplexFieldType.diagnostics(yaml: "{field_type: object, items: date}")
        #expect(found.map(\.message) == ["only an array has 'items'"])
    }
}
