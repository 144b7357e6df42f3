import JSON
import JSONSchema
import TestSupport
import Testing

/// The expected messages are those of python-jsonschema 4.26 with draft 7.
@Suite("JSONSchemaValidator")
struct JSONSchemaValidatorTests {
    private static let draft7 = "http://json-schema.org/draft-07/schema#"

    private static func validator(_ schema: String, _ draft: String = draft7) throws -> JSONSchemaValidator {
        var members: JSONObject = ["$schema": .string(draft)]
        for (name, value) in try JSONValue(parsing: schema).object ?? [:] { members[name] = value }
        return JSONSchemaValidator(.object(members))
    }

    @Test("says what is wrong in the first place", arguments: try RecordedTable.rows("bestMatch"))
    func bestMatch(_ row: RecordedRow) throws {
        let violation = try Self.validator(row.argument).bestMatch(JSONValue(parsing: row.input))
        #expect(violation?.message ?? "valid" == row.expected)
    }

    @Test("lists everything that is wrong, with its place")
    func all() throws {
        let schema = #"{"properties":{"a":{"items":{"type":"string"}},"b":{"type":"null"}},"required":["c"]}"#
        let violations = try Self.validator(schema).validate(JSONValue(parsing: #"{"a":["x",1],"b":2}"#))
        #expect(violations.map(\.place) == ["a[1]", "b", ""])
        #expect(violations.map(\.keyword) == ["type", "type", "required"])
    }

    @Test("keeps to the draft of the schema", arguments: try RecordedTable.rows("drafts"))
    func drafts(_ row: RecordedRow) throws {
        let violations = try JSONSchemaValidator(JSONValue(parsing: row.argument)).validate(
            JSONValue(parsing: row.input)
        )
        #expect(violations.isEmpty == (row.expected == "valid"))
    }

    @Test("ends on schemas that refer to themselves without end")
    func endlessReference() throws {
        #expect(try Self.validator(##"{"$ref":"#"}"##).validate(5).isEmpty)
    }

    @Test("reports a reference to nowhere")
    func missingReference() throws {
        let message = try Self.validator(##"{"$ref":"#/definitions/none"}"##).bestMatch(5)?.message
        #expect(message == "the schema refers to '#/definitions/none', which is not in it")
    }
}
