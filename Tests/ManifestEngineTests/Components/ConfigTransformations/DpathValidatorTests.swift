import Diagnostics
import JSON
import ManifestEngine
import Testing

@Suite("DpathValidator")
struct DpathValidatorTests {
    private static func failure(_ path: String, _ config: String) throws -> String? {
        let validator = try DpathValidator(
            checking: """
                field_path: \(path)
                validation_strategy: {type: ValidateAdheresToSchema, base_schema: {type: object, required: [k]}}
                """
        )
        let config = try #require(JSONValue(parsing: config).object)
        do {
            try validator.validate(config, in: TokenRun(config).context.makeScope())
            return nil
        } catch let failure as EngineFailure {
            #expect(failure.type == .config)
            return failure.message
        }
    }

    @Test(
        "checks the value at the path",
        arguments: [
            ("[a]", #"{"a": {"k": 1}}"#, nil),
            ("[a]", #"{"a": {}}"#, "JSON schema validation error: 'k' is a required property"),
            ("[b]", #"{"a": {}}"#, nil),
            ("[l, '*']", #"{"l": [{"k": 1}, {}]}"#, "JSON schema validation error: 'k' is a required property"),
            ("[l, '*']", #"{"l": [{"k": 1}]}"#, nil), ("[a]", #"{"a": "{\"k\": 1}"}"#, nil),
            ("[a]", #"{"a": "{k}"}"#, "A value of the configuration must be JSON, but cannot be parsed."),
        ] as [(String, String, String?)]
    )
    func check(_ path: String, _ config: String, _ expected: String?) throws {
        #expect(try Self.failure(path, config) == expected)
    }

    @Test("refuses a pattern with several matches, unless there is a star")
    func ambiguity() throws {
        #expect(try Self.failure("['?']", #"{"a": {"k": 1}, "b": {"k": 1}}"#)?.contains("several") == true)
    }
}
