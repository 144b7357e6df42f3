package import JSON
package import Jinja
package import Manifest

/// Adds fields to the configuration, or overwrites them.
///
/// Manifest type `ConfigAddFields`. For each field the value is evaluated, then the condition (which sees `value` and
/// `path` as well), then the value is written; the next field sees it. Missing levels are made, see
/// `AddedFieldDefinition`.
package struct ConfigAddFields: Component, ConfigTransformation {
    package static let typeName = "ConfigAddFields"
    package static let summary = "Adds fields to the configuration, or overwrites them."
    package static let details = """
        For each field the value is evaluated, then the condition, then the value is written; the next field \
        sees it. Missing levels are created.
        """
    package static let example = """
        type: ConfigAddFields
        fields:
          - type: AddedFieldDefinition
            path: [region]
            value: eu
        condition: "{{ not config.get('region') }}"
        """

    private static let fieldsField = Field.required(
        "fields",
        .list(.component(ComponentRegistry.addedFields)),
        "The fields."
    )
    private static let condition = Field(
        "condition",
        .condition(reads: .config.and("value", "path")),
        default: "",
        "The condition under which a field is added."
    )
    package static let fields = [fieldsField, condition]

    private let additions: [AddedFieldDefinition]
    private let condition: TemplateCondition?

    package init(_ reader: ComponentReader) throws {
        additions = try reader.components(Self.fieldsField, ComponentRegistry.addedFields)
        let isConditional = reader.optionalString(Self.condition).map { !$0.isEmpty } ?? false
        condition = isConditional ? try reader.optionalCondition(Self.condition) : nil
    }

    package func transform(_ config: inout JSONObject, in scope: Scope) throws {
        for addition in additions {
            scope[.config] = Value(.object(config))
            let value = try addition.value.value(in: scope, types: addition.types)
            guard try holds(value, addition.path, scope) else { continue }
            try JSONPath.set(try value.json().resolved, at: addition.path, in: &config)
        }
        scope[.config] = Value(.object(config))
    }

    private func holds(_ value: Value, _ path: [String], _ scope: Scope) throws -> Bool {
        guard let condition else { return true }
        scope[.value] = value
        scope[.path] = Value(.array(path.map(JSONValue.string)))
        defer {
            scope[.value] = nil
            scope[.path] = nil
        }
        return try condition.holds(in: scope)
    }
}
