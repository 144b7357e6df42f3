import Config
import JSON
import Testing

@Suite("Secrets")
struct SecretsTests {
    private static let mark = #"{"airbyte_secret": true}"#

    @Test(
        "finds marked values wherever the schema has them",
        arguments: [
            (#"{"properties":{"a":\#(mark),"b":{}}}"#, #"{"a":"x","b":"y"}"#, ["x"]),
            (#"{"properties":{"o":{"oneOf":[{"properties":{"a":\#(mark)}},{}]}}}"#, #"{"o":{"a":"x"}}"#, ["x"]),
            (#"{"anyOf":[{"properties":{"a":\#(mark)}}]}"#, #"{"a":"x"}"#, ["x"]),
            (#"{"allOf":[{"properties":{"a":\#(mark)}}]}"#, #"{"a":"x"}"#, ["x"]),
            (#"{"properties":{"l":{"items":\#(mark)}}}"#, #"{"l":["x","y"]}"#, ["x", "y"]),
            (#"{"properties":{"l":{"items":[\#(mark)]}}}"#, #"{"l":["x","y"]}"#, ["x"]),
            (#"{"additionalProperties":\#(mark),"properties":{"a":{}}}"#, #"{"a":"x","b":"y"}"#, ["y"]),
            (#"{"patternProperties":{"^k":\#(mark)}}"#, #"{"k1":"x","b":"y"}"#, ["x"]),
            (##"{"properties":{"a":{"$ref":"#/definitions/s"}},"definitions":{"s":\##(mark)}}"##, #"{"a":"x"}"#, ["x"]),
            (#"{"if":{},"then":{"properties":{"a":\#(mark)}}}"#, #"{"a":"x"}"#, ["x"]),
            (#"{"properties":{"a":\#(mark)}}"#, #"{"a":{"b":"x","c":["y"]}}"#, ["x", "y"]),
            (#"{"properties":{"a":\#(mark),"b":\#(mark),"c":\#(mark)}}"#, #"{"a":12,"b":true,"c":""}"#, ["12"]),
            (##"{"properties":{"a":{"$ref":"#"}}}"##, #"{"a":{"a":{}}}"#, []),
            (#"{"properties":{"o":{"properties":{"a":\#(mark)}}}}"#, #"{"o":"x"}"#, ["x"]),
            (
                #"{"properties":{"o":{"oneOf":[{"properties":{"a":\#(mark)}}]}}}"#, #"{"o":["x",{"b":"y"}]}"#,
                ["x", "y"]
            ),
            (#"{"properties":{"a":{"airbyte_secret":false}}}"#, #"{"a":"x"}"#, []),
            (#"{"properties":{"api_key":\#(mark)}}"#, #"{"apikey":"x","app_id":"y","api_kye":"z"}"#, ["x", "z"]),
        ]
    )
    func values(_ schema: String, _ config: String, _ expected: [String]) throws {
        #expect(try Secrets.values(of: JSONValue(parsing: schema), in: JSONValue(parsing: config)) == expected)
    }
}
