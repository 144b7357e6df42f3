package import Manifest

/// A list type of a schema, with the type of its elements.
///
/// Manifest type `ComplexFieldType`.
package struct ComplexFieldType: Component {
    package static let typeName = "ComplexFieldType"
    package static let summary = "A list type of a schema, with the type of its elements."
    package static let example = """
        type: ComplexFieldType
        field_type: array
        items: integer
        """

    private static let typeField = Field.required("field_type", .string, "The type; `array` where it has elements.")
    private static let itemsField = Field(
        "items",
        .either([.string, .component(ComponentRegistry.complexFieldTypes, default: typeName)]),
        "The type of the elements."
    )
    package static let fields = [typeField, itemsField]

    /// The element type, which may be a list itself.
    private indirect enum Items: Sendable {
        case none
        case named(String)
        case complex(ComplexFieldType)
    }

    private let name: String
    private let items: Items

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        guard let items = mapping[itemsField.name], items.isTruthy, mapping[typeField.name]?.string != "array" else {
            return []
        }
        return [FieldFault(itemsField.name, "only an array has 'items'", fix: "write 'field_type: array'")]
    }

    package init(_ reader: ComponentReader) throws {
        name = try reader.string(Self.typeField)
        if let complex = try reader.optionalComponent(Self.itemsField, ComponentRegistry.complexFieldTypes) {
            items = .complex(complex)
        } else {
            items = reader.optionalString(Self.itemsField).map { $0.isEmpty ? .none : .named($0) } ?? .none
        }
    }

    /// The type of a field of this kind.
    func type() throws -> SchemaFieldType {
        switch items {
        case .none: try SchemaFieldType(named: name)
        case .named(let element): .list(of: try SchemaFieldType(named: element))
        case .complex(let element): .list(of: try element.type())
        }
    }
}
