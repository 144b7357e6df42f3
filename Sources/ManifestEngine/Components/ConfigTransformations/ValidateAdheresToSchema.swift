import Diagnostics
package import JSON
import JSONSchema
package import Manifest

/// Checks a value against a JSON schema.
///
/// Manifest type `ValidateAdheresToSchema`. A string is parsed as JSON first, and so is a schema that is given as a string.
package struct ValidateAdheresToSchema: Component, ValidationStrategy {
    package static let typeName = "ValidateAdheresToSchema"
    package static let summary = "Checks a value against a JSON schema."
    package static let details = "A string is read as JSON first, and so is a schema that is given as a string."
    package static let example = """
        type: ValidateAdheresToSchema
        base_schema:
          type: array
          items: {type: string}
        """

    private static let baseSchema = Field.required("base_schema", .either([.verbatimMapping, .string]), "The schema.")
    package static let fields = [baseSchema]

    private let validator: JSONSchemaValidator

    package init(_ reader: ComponentReader) throws {
        let written = reader.value(Self.baseSchema) ?? .bool(true)
        guard let text = written.string else {
            validator = JSONSchemaValidator(written)
            return
        }
        guard let schema = try? JSONValue(parsing: text) else {
            throw reader.fault(Self.baseSchema, "'base_schema' is a string that is not JSON")
        }
        validator = JSONSchemaValidator(schema)
    }

    package func validate(_ value: JSONValue) throws {
        var value = value
        if let text = value.string {
            guard let read = try? JSONValue(parsing: text) else {
                throw EngineFailure(.config, "A value of the configuration must be JSON, but cannot be parsed.")
            }
            value = read
        }
        guard let violation = validator.bestMatch(value) else { return }
        throw EngineFailure(.config, "JSON schema validation error: \(violation.message)")
    }
}
