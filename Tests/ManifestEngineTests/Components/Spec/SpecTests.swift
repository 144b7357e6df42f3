import Config
import Diagnostics
import JSON
import Testing

@testable import ManifestEngine

@Suite("Spec")
struct SpecTests {
    @Test(
        "writes the message",
        arguments: [
            (
                "connection_specification: {a: null, b: {c: null}}\ndocumentation_url: ''",
                #"{"connectionSpecification":{"b":{"c":null}},"supportsNormalization":false,"supportsDBT":false}"#
            ),
            (
                """
                connection_specification: {type: object}
                documentation_url: http://x
                advanced_auth:
                  predicate_value: v
                  auth_flow_type: oauth2.0
                  junk: 1
                  predicate_key: [a, b]
                  oauth_config_specification:
                    complete_oauth_output_specification: {x: null, y: {z: null}}
                    junk: 2
                    oauth_user_input_from_connector_config_specification: {type: object}
                    oauth_connector_input_specification:
                      junk: 3
                      consent_url: c
                      access_token_url: u
                      scopes: [{scope: s, j: 1, n: null}]
                      scope: q
                      state: {min: 1, max: 2, j: 1}
                      extract_output: [a]
                      access_token_headers: {h: '{{ x }}', n: null}
                      client_secret_key: k
                      token_expiry_key: t
                """,
                #"{"connectionSpecification":{"type":"object"},"documentationUrl":"http://x","#
                    + #""supportsNormalization":false,"supportsDBT":false,"#
                    + #""advanced_auth":{"auth_flow_type":"oauth2.0","predicate_key":["a","b"],"#
                    + #""predicate_value":"v","oauth_config_specification":{"#
                    + #""oauth_user_input_from_connector_config_specification":{"type":"object"},"#
                    + #""oauth_connector_input_specification":{"consent_url":"c","access_token_url":"u","scope":"q","#
                    + #""scopes":[{"scope":"s","j":1}],"scopes_join_strategy":"space","#
                    + #""access_token_headers":{"h":"{{ x }}"},"#
                    + #""extract_output":["a"],"state":{"min":1,"max":2},"client_secret_key":"k","#
                    + #""token_expiry_key":"t"},"#
                    + #""complete_oauth_output_specification":{"y":{"z":null}}}}}"#
            ),
        ]
    )
    func message(_ yaml: String, _ expected: String) throws {
        #expect(try JSONValue.object(Spec(checking: yaml).message).text == expected)
    }

    @Test(
        "checks a configuration",
        arguments: [
            (#"{"key": "k"}"#, nil), (#"{"key": "k", "_limit": 5, "_page_size": 1}"#, nil),
            ("{}", "'key' is a required property"), (#"{"key": 5}"#, "5 is not of type 'string'"),
            (#"{"key": "k", "x": 1}"#, "Additional properties are not allowed ('x' was unexpected)"),
        ] as [(String, String?)]
    )
    func fault(_ config: String, _ expected: String?) throws {
        let spec = try Spec(
            checking: """
                connection_specification:
                  $schema: http://json-schema.org/draft-07/schema#
                  type: object
                  required: [key]
                  additionalProperties: false
                  properties: {key: {type: string, airbyte_secret: true}}
                """
        )
        let config = try #require(JSONValue(parsing: config).object)
        let messages = spec.faults(of: config, ConfigInput(config)).all.map(\.message)
        #expect(messages.count == (expected == nil ? 0 : 1))
        if let expected { #expect(messages.first?.hasSuffix(": " + expected) == true) }
    }

    @Test("runs the validations of its rules")
    func validations() throws {
        let spec = try Spec(
            checking: """
                connection_specification: {}
                config_normalization_rules:
                  type: ConfigNormalizationRules
                  validations:
                    - type: DpathValidator
                      field_path: [a]
                      validation_strategy: {type: ValidateAdheresToSchema, base_schema: {type: integer}}
                """
        )
        let scope = TokenRun().context.makeScope()
        try spec.validate(["a": 1], in: scope)
        #expect(throws: EngineFailure.self) { try spec.validate(["a": []], in: scope) }
    }

    @Test(
        "finds faults of the manifest",
        arguments: [
            ("{}", "connection_specification"), ("connection_specification: {}\nadvanced_auth: {}", "auth_flow_type"),
            ("connection_specification: {}\nadvanced_auth: {auth_flow_type: basic}", "oauth2.0"),
            (
                "connection_specification: {}\n"
                    + "config_normalization_rules: {type: ConfigNormalizationRules, transform: []}",
                "has no field 'transform'"
            ),
        ]
    )
    func faults(_ yaml: String, _ word: String) throws {
        let fault = #expect(throws: ManifestFault.self) { try Spec(checking: yaml == "{}" ? "" : yaml) }
        #expect(fault?.description.contains(word) == true)
    }
}
