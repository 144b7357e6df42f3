package import JSON
package import Jinja
package import Manifest

/// Checks a value that the manifest computes, such as a string made of several fields of the configuration.
///
/// Manifest type `PredicateValidator`. Strings in the value are templates.
package struct PredicateValidator: Component, ConfigValidator {
    package static let typeName = "PredicateValidator"
    package static let summary = "Checks a value that the manifest computes."
    package static let details = "Strings in the value are templates."
    package static let example = """
        type: PredicateValidator
        value: "{{ config['regions'] }}"
        validation_strategy:
          type: ValidateAdheresToSchema
          base_schema: {type: array, items: {type: string}}
        """

    private static let value = Field.required(
        "value",
        .either([.nestedTemplates(reads: .config), .template(reads: .config), .any]),
        "The value."
    )
    private static let strategy = Field.required(
        "validation_strategy",
        .component(ComponentRegistry.validationStrategies),
        "What the value must be."
    )
    package static let fields = [value, strategy]

    private let value: NestedTemplates?
    private let strategy: any ValidationStrategy

    package init(_ reader: ComponentReader) throws {
        value = try reader.nestedTemplates(Self.value)
        strategy = try reader.component(Self.strategy, ComponentRegistry.validationStrategies)
    }

    package func validate(_ config: JSONObject, in scope: Scope) throws {
        let scope = Scope(copying: scope)
        scope[.config] = Value(.object(config))
        try strategy.validate(try value?.value(in: scope).json().resolved ?? .null)
    }
}
