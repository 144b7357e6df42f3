import JSON
import Jinja
package import Manifest

/// What a type of the API is in a schema.
///
/// Manifest type `TypesMap`.
package struct TypesMap: Component {
    package static let typeName = "TypesMap"
    package static let summary = "What a type of the API is in a schema."
    package static let details = "The condition reads the description of the field as `raw_schema`."
    package static let example = """
        type: TypesMap
        current_type: decimal
        target_type: number
        condition: "{{ raw_schema['scale'] > 0 }}"
        """

    private static let names = FieldShape.either([.string, .list(.string)])
    private static let targetField = Field.required(
        "target_type",
        .either([
            .string, .list(.string),
            .component(ComponentRegistry.complexFieldTypes, default: ComplexFieldType.typeName),
        ]),
        "The type in the schema; a list of two means either of them."
    )
    private static let currentField = Field.required("current_type", names, "The type as the API names it.")
    private static let conditionField = Field(
        "condition",
        .condition(reads: .config.and("raw_schema")),
        "What else must hold."
    )
    package static let fields = [targetField, currentField, conditionField]

    private let current: JSONValue
    private let written: JSONValue
    private let complex: ComplexFieldType?
    private let condition: TemplateCondition?

    package init(_ reader: ComponentReader) throws {
        current = reader.value(Self.currentField) ?? .null
        written = reader.value(Self.targetField) ?? .null
        complex = try reader.optionalComponent(Self.targetField, ComponentRegistry.complexFieldTypes)
        condition = reader.has(Self.conditionField) ? try reader.optionalCondition(Self.conditionField) : nil
    }

    /// Whether the entry is about a type.
    func covers(_ type: JSONValue) -> Bool { type.opened == current.opened }

    /// Whether the condition holds for the description in scope.
    func holds(in scope: Scope) throws -> Bool { try condition?.holds(in: scope) ?? true }

    /// The type in the schema.
    func target() throws -> SchemaFieldType { try complex?.type() ?? SchemaFieldType(written) }
}
