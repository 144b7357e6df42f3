package import Jinja
package import Manifest

/// A field that a transformation adds: where it goes and what it holds.
///
/// Manifest type `AddedFieldDefinition`. The segments of the path are literal text. The value is evaluated as a
/// literal; with `value_type` only a value of that Python type is taken, anything else stays text.
package struct AddedFieldDefinition: Component {
    package static let typeName = "AddedFieldDefinition"
    package static let summary = "A field that a transformation adds: where it goes and what it holds."
    package static let details = """
        The segments of the path are plain strings. The value is evaluated as a literal; with `value_type`, only a \
        value of that type is converted, and anything else stays a string.
        """
    package static let example = """
        type: AddedFieldDefinition
        path: [account, region]
        value: "{{ config['region'] }}"
        value_type: string
        """

    private static let path = Field.required("path", .list(.string, atLeast: 1), "Path to the field.")
    private static let value = Field.required("value", .template(reads: .record), "What the field holds.")
    private static let valueType = Field(
        "value_type",
        .word(["string", "number", "integer", "boolean"]),
        "Type of the value; by default that of the literal."
    )
    package static let fields = [path, value, valueType]

    package let path: [String]
    package let value: TemplateText
    /// The types that a literal may have.
    package let types: ValueTypes

    package init(_ reader: ComponentReader) throws {
        path = reader.strings(Self.path)
        value = try reader.template(Self.value)
        types = reader.optionalString(Self.valueType).flatMap(ValueTypes.init(valueType:)) ?? .any
    }
}
