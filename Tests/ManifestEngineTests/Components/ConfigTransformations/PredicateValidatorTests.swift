import Diagnostics
import JSON
import ManifestEngine
import Testing

@Suite("PredicateValidator")
struct PredicateValidatorTests {
    @Test(
        "checks a computed value",
        arguments: [("\"{{ config['a'] }}\"", true), ("5", true), ("{a: 1}", false), ("[1]", false)]
    )
    func check(_ value: String, _ isValid: Bool) throws {
        let validator = try PredicateValidator(
            checking:
                "value: \(value)\nvalidation_strategy: {type: ValidateAdheresToSchema, base_schema: {type: integer}}"
        )
        let scope = TokenRun(["a": 1]).context.makeScope()
        if isValid {
            try validator.validate(["a": 1], in: scope)
        } else {
            #expect(throws: EngineFailure.self) { try validator.validate(["a": 1], in: scope) }
        }
    }
}
