import JSON
import JSONSchema
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

    @Test(
        "says what is wrong in the first place",
        arguments: [
            (#"{"type":"string"}"#, #"5"#, #"5 is not of type 'string'"#),
            (#"{"type":["integer","null"]}"#, #""x""#, #"'x' is not of type 'integer', 'null'"#),
            (#"{"type":"integer"}"#, #"1.0"#, nil),
            (#"{"type":"integer"}"#, #"1.5"#, #"1.5 is not of type 'integer'"#),
            (#"{"type":"integer"}"#, #"true"#, #"True is not of type 'integer'"#),
            (#"{"type":"number"}"#, #"false"#, #"False is not of type 'number'"#),
            (#"{"required":["a","b"]}"#, #"{}"#, #"'a' is a required property"#),
            (#"{"required":["a"]}"#, #"[]"#, nil),
            (#"{"enum":["a",1,null]}"#, #""b""#, #"'b' is not one of ['a', 1, None]"#),
            (#"{"enum":[1]}"#, #"1.0"#, nil),
            (#"{"enum":[1]}"#, #"true"#, #"True is not one of [1]"#),
            (#"{"const":{"a":[true]}}"#, #"{"a":[1]}"#, #"{'a': [True]} was expected"#),
            (#"{"pattern":"^a+$"}"#, #""ab""#, #"'ab' does not match '^a+$'"#),
            (#"{"pattern":"b"}"#, #""abc""#, nil),
            (#"{"pattern":"^(?P<x>a)(?P=x)\\Z"}"#, #""aab""#, #"'aab' does not match '^(?P<x>a)(?P=x)\\Z'"#),
            (#"{"pattern":"^.$"}"#, #""é\n""#, nil),
            (#"{"format":"date"}"#, #""no date""#, nil),
            (#"{"minimum":2}"#, #"1"#, #"1 is less than the minimum of 2"#),
            (#"{"minimum":2}"#, #"2"#, nil),
            (#"{"maximum":2.5}"#, #"3"#, #"3 is greater than the maximum of 2.5"#),
            (#"{"exclusiveMinimum":2}"#, #"2"#, #"2 is less than or equal to the minimum of 2"#),
            (#"{"exclusiveMaximum":2}"#, #"2"#, #"2 is greater than or equal to the maximum of 2"#),
            (#"{"multipleOf":3}"#, #"7"#, #"7 is not a multiple of 3"#),
            (#"{"multipleOf":0.5}"#, #"1.25"#, #"1.25 is not a multiple of 0.5"#),
            (#"{"multipleOf":0.1}"#, #"0.3"#, #"0.3 is not a multiple of 0.1"#),
            (#"{"minLength":1}"#, #""""#, #"'' should be non-empty"#),
            (#"{"minLength":3}"#, #""é😀""#, #"'é😀' is too short"#),
            (#"{"maxLength":0}"#, #""x""#, #"'x' is expected to be empty"#),
            (#"{"maxLength":2}"#, #""abc""#, #"'abc' is too long"#),
            (#"{"minItems":1}"#, #"[]"#, #"[] should be non-empty"#),
            (#"{"minItems":2}"#, #"[1]"#, #"[1] is too short"#),
            (#"{"maxItems":0}"#, #"[1]"#, #"[1] is expected to be empty"#),
            (#"{"maxItems":1}"#, #"[1,2]"#, #"[1, 2] is too long"#),
            (#"{"uniqueItems":true}"#, #"[1,1.0]"#, #"[1, 1.0] has non-unique elements"#),
            (#"{"uniqueItems":true}"#, #"[1,true]"#, nil),
            (#"{"minProperties":1}"#, #"{}"#, #"{} should be non-empty"#),
            (#"{"minProperties":2}"#, #"{"a":1}"#, #"{'a': 1} does not have enough properties"#),
            (#"{"maxProperties":0}"#, #"{"a":1}"#, #"{'a': 1} is expected to be empty"#),
            (#"{"maxProperties":1}"#, #"{"a":1,"b":2}"#, #"{'a': 1, 'b': 2} has too many properties"#),
            (#"{"items":{"type":"string"}}"#, #"["a",1]"#, #"1 is not of type 'string'"#),
            (
                #"{"items":[{"type":"string"}],"additionalItems":false}"#,
                #"["a",1,2]"#,
                #"Additional items are not allowed (1, 2 were unexpected)"#
            ),
            (#"{"items":[{}],"additionalItems":{"type":"null"}}"#, #"[1,2]"#, #"2 is not of type 'null'"#),
            (#"{"contains":{"type":"null"}}"#, #"[1]"#, #"None of [1] are valid under the given schema"#),
            (#"{"properties":{"a":{"type":"string"}}}"#, #"{"a":5}"#, #"5 is not of type 'string'"#),
            (#"{"properties":{"a":false}}"#, #"{"a":5}"#, #"False schema does not allow 5"#),
            (
                #"{"additionalProperties":false}"#,
                #"{"b":1,"a":2}"#,
                #"Additional properties are not allowed ('a', 'b' were unexpected)"#
            ),
            (
                #"{"additionalProperties":false,"patternProperties":{"^x":{}}}"#,
                #"{"b":1,"xa":2}"#,
                #"'b' does not match any of the regexes: '^x'"#
            ),
            (#"{"additionalProperties":{"type":"null"}}"#, #"{"b":1}"#, #"1 is not of type 'null'"#),
            (#"{"patternProperties":{"^x":{"type":"null"}}}"#, #"{"x1":1}"#, #"1 is not of type 'null'"#),
            (#"{"propertyNames":{"maxLength":1}}"#, #"{"ab":1}"#, #"'ab' is too long"#),
            (#"{"dependencies":{"a":["b"]}}"#, #"{"a":1}"#, #"'b' is a dependency of 'a'"#),
            (#"{"dependencies":{"a":{"required":["c"]}}}"#, #"{"a":1}"#, #"'c' is a required property"#),
            (#"{"allOf":[{"type":"string"},{"minLength":2}]}"#, #""a""#, #"'a' is too short"#),
            (
                #"{"anyOf":[{"type":"string"},{"type":"null"}]}"#,
                #"5"#,
                #"5 is not valid under any of the given schemas"#
            ),
            (
                #"{"oneOf":[{"type":"integer"},{"minimum":2}]}"#,
                #"5"#,
                #"5 is valid under each of {'minimum': 2}, {'type': 'integer'}"#
            ),
            (#"{"not":{"type":"integer"}}"#, #"5"#, #"5 should not be valid under {'type': 'integer'}"#),
            (
                #"{"if":{"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]}}"#,
                #"{"a":1}"#,
                #"'b' is a required property"#
            ),
            (
                #"{"if":{"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]}}"#,
                #"{}"#,
                #"'c' is a required property"#
            ),
            (
                ##"{"$ref":"#/definitions/d","type":"null","definitions":{"d":{"type":"string"}}}"##,
                #"5"#,
                #"5 is not of type 'string'"#
            ),
            (
                ##"{"properties":{"a":{"$ref":"#"}},"additionalProperties":false}"##,
                #"{"a":{"a":{"b":1}}}"#,
                #"Additional properties are not allowed ('b' was unexpected)"#
            ),
            (
                #"{"oneOf":[{"properties":{"k":{"const":"A"},"x":{"type":"string"}},"required":["k","x"]},"#
                    + #"{"properties":{"k":{"const":"B"},"y":{"type":"string"}},"required":["k","y"]}]}"#,
                #"{"k":"B","y":5}"#,
                #"'A' was expected"#
            ),
            (
                #"{"oneOf":[{"properties":{"k":{"const":"A"}},"required":["k","x"]},"#
                    + #"{"properties":{"k":{"const":"B"}},"required":["k","y"]}]}"#,
                #"{"k":"B"}"#,
                #"'A' was expected"#
            ),
            (
                #"{"properties":{"a":{"properties":{"b":{"type":"string"}}},"c":{"type":"string"}}}"#,
                #"{"a":{"b":1},"c":2}"#,
                #"2 is not of type 'string'"#
            ),
            (
                #"{"anyOf":[{"type":"object","required":["a"]},{"type":"string"}]}"#,
                #"{}"#,
                #"'a' is a required property"#
            ),
            (
                #"{"type":"object","properties":{"s":{"type":"string","pattern":"^it"}}}"#,
                #"{"s":"x's \"q\" \n"}"#,
                #"'x\'s "q" \n' does not match '^it'"#
            ),
        ] as [(String, String, String?)]
    )
    func bestMatch(_ schema: String, _ value: String, _ expected: String?) throws {
        #expect(try Self.validator(schema).bestMatch(JSONValue(parsing: value))?.message == expected)
    }

    @Test("lists everything that is wrong, with its place")
    func all() throws {
        let schema = #"{"properties":{"a":{"items":{"type":"string"}},"b":{"type":"null"}},"required":["c"]}"#
        let violations = try Self.validator(schema).validate(JSONValue(parsing: #"{"a":["x",1],"b":2}"#))
        #expect(violations.map(\.place) == ["a[1]", "b", ""])
        #expect(violations.map(\.keyword) == ["type", "type", "required"])
    }

    @Test(
        "keeps to the draft of the schema",
        arguments: [
            (#"{"type":"integer"}"#, "1.0", "http://json-schema.org/draft-04/schema#", false),
            (#"{"type":"integer"}"#, "1.0", draft7, true),
            (#"{"minimum":1,"exclusiveMinimum":true}"#, "1", "http://json-schema.org/draft-04/schema#", false),
            (#"{"const":1}"#, "2", "http://json-schema.org/draft-04/schema#", true),
            (#"{"dependentRequired":{"a":["b"]}}"#, #"{"a":1}"#, draft7, true),
            (#"{"dependentRequired":{"a":["b"]}}"#, #"{"a":1}"#, "https://json-schema.org/draft/2019-09/schema", false),
            (
                #"{"prefixItems":[{"type":"null"}],"items":false}"#, "[null,1]",
                "https://json-schema.org/draft/2020-12/schema", false
            ),
            (
                #"{"contains":{"type":"null"},"minContains":2}"#, "[null]",
                "https://json-schema.org/draft/2020-12/schema", false
            ),
            (
                ##"{"$ref":"#/$defs/d","type":"null","$defs":{"d":true}}"##, "1",
                "https://json-schema.org/draft/2020-12/schema", false
            ),
        ]
    )
    func drafts(_ schema: String, _ value: String, _ draft: String, _ isValid: Bool) throws {
        #expect(try Self.validator(schema, draft).validate(JSONValue(parsing: value)).isEmpty == isValid)
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
