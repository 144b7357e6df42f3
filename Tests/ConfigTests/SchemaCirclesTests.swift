import Config
import JSON
import JSONSchema
import Testing

/// Schemas that refer to themselves, some of them twice at every level.
@Suite("SchemaCircles")
struct SchemaCirclesTests {
    private static let doubled = ##"{"allOf": [{"$ref": "#"}, {"$ref": "#"}]}"##

    @Test("ends where references double at every level")
    func doubles() throws {
        let schema = try JSONValue(parsing: Self.doubled)
        let message = JSONSchemaValidator.validate(.object([:]), against: schema).first?.message
        #expect(message?.contains("too many steps") == true)
    }

    @Test("looks for secrets where references double at every level")
    func secrets() throws {
        let schema = try JSONValue(parsing: Self.doubled)
        #expect(Secrets.values(of: schema, in: .object(["a": "b"])).isEmpty)
    }

    @Test("follows a reference in a circle through the value")
    func follows() throws {
        let schema = try JSONValue(parsing: ##"{"type": "object", "additionalProperties": {"$ref": "#"}}"##)
        let value = try JSONValue(parsing: #"{"a": {"b": {"c": 1}}}"#)
        #expect(JSONSchemaValidator.validate(value, against: schema).map(\.message) == ["1 is not of type 'object'"])
    }
}
