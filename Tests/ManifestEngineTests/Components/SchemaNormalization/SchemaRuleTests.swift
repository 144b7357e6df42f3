import Diagnostics
import JSON
import Testing

@testable import ManifestEngine

@Suite("SchemaRule")
struct SchemaRuleTests {
    @Test(
        "a value is of its type as JSON schema says",
        arguments: [
            (#""integer""#, "5", true), (#""integer""#, "5.0", true), (#""integer""#, "5.5", false),
            (#""integer""#, "true", false), (#""number""#, "5", true), (#""number""#, #""5""#, false),
            (#""boolean""#, "false", true), (#""null""#, "null", true), (#""object""#, "{}", true),
            (#""array""#, "{}", false), (#"["string","integer"]"#, #""x""#, true),
            (#"["string","integer"]"#, "1.5", false), ("[]", "1", false), (#"["string","foo"]"#, #""x""#, true),
        ]
    )
    func accepts(_ types: String, _ value: String, _ expected: Bool) throws {
        #expect(try TypeCheck(JSONValue(parsing: types)).accepts(JSONValue(parsing: value)) == expected)
    }

    @Test("a type that does not exist fails once it is asked for")
    func unknownType() throws {
        let check = TypeCheck(["string", "foo"])
        #expect(throws: EngineFailure.self) { try check.accepts(5) }
    }

    @Test("keeps the order of the keywords and skips the others")
    func order() throws {
        let schema = try JSONValue(parsing: #"{"anyOf":[],"items":{},"title":"t","properties":{"a":{}},"type":"x"}"#)
        let names = SchemaRule(schema).steps.map { step in
            switch step {
            case .type: "type"
            case .properties(let all): "properties \(all.map(\.key.text))"
            case .items: "items"
            }
        }
        #expect(names == ["items", "properties [\"a\"]", "type"])
    }
}
