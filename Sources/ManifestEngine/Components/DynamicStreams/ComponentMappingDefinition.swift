import Jinja
package import Manifest

/// A change to a stream template: where a value goes, and what it is.
///
/// Manifest type `ComponentMappingDefinition`. The path consists of shell patterns, so that one mapping may change several
/// places; without a match nothing is changed, unless `create_or_update` is set.
package struct ComponentMappingDefinition: Component {
    package static let typeName = "ComponentMappingDefinition"
    package static let summary = "A change to a stream template: where a value goes, and what it is."
    package static let details = """
        Segments of the path are shell patterns; `**` covers any number of levels. Where the path matches nothing, \
        nothing is changed, unless `create_or_update` is set. `condition` and `create_or_update` have no effect in a \
        `HttpComponentsResolver`.
        """
    package static let example = """
        type: ComponentMappingDefinition
        field_path: [retriever, requester, path]
        value: "/tables/{{ components_values['id'] }}/rows"
        """

    private static let variables = TemplateVariables.config.and(
        "components_values",
        "stream_template_config",
        "stream_slice"
    )
    private static let pathField = Field.required(
        "field_path",
        .list(.template(reads: variables)),
        "Path to the value in the template."
    )
    private static let valueField = Field.required("value", .template(reads: variables), "The value.")
    private static let typeField = Field(
        "value_type",
        .word(["string", "number", "integer", "boolean"]),
        "Type of the value; by default that of the literal."
    )
    private static let createField = Field(
        "create_or_update",
        .boolean,
        default: false,
        "Whether a path that matches nothing is created."
    )
    static let conditionField = Field(
        "condition",
        .condition(reads: variables),
        default: "",
        "The condition under which the value is set."
    )
    package static let fields = [pathField, valueField, typeField, createField, conditionField]

    let path: [TemplateText]
    let value: TemplateText
    /// The types that a literal may have.
    let types: ValueTypes
    let isString: Bool
    let creates: Bool
    let condition: TemplateCondition?

    package init(_ reader: ComponentReader) throws {
        path = try reader.templates(Self.pathField)
        value = try reader.template(Self.valueField)
        types = reader.optionalString(Self.typeField).flatMap(ValueTypes.init(valueType:)) ?? .any
        isString = reader.optionalString(Self.typeField) == "string"
        creates = reader.bool(Self.createField)
        let isConditional = reader.optionalString(Self.conditionField).map { !$0.isEmpty } ?? false
        condition = isConditional ? try reader.optionalCondition(Self.conditionField) : nil
    }

    /// The faults of mappings with a condition, which only some resolvers know.
    static func conditionFaults(in resolver: ManifestMapping, _ field: Field) -> [FieldFault] {
        (resolver[field.name]?.sequence ?? []).compactMap { mapping in
            guard let condition = mapping.mapping?[conditionField.name], condition.isTruthy else { return nil }
            return FieldFault(
                field.name,
                "'condition' is only allowed in a ConfigComponentsResolver",
                fix: "remove it, or let 'value' depend on it",
                at: condition
            )
        }
    }
}
