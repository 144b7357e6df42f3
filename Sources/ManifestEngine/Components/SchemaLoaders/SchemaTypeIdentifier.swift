import Diagnostics
import JSON
import Jinja
package import Manifest

/// Where a record that describes fields has their names and types.
///
/// Manifest type `SchemaTypeIdentifier`.
package struct SchemaTypeIdentifier: Component {
    package static let typeName = "SchemaTypeIdentifier"
    package static let summary = "Where a record that describes fields has their names and types."
    package static let details = """
        A type is the name of one of the engine's, such as `string`, `date` or `timestamp_with_timezone`, or a list of two \
        such names. Without `type_pointer`, or where it leads nowhere, the type is `string`.
        """
    package static let example = """
        type: SchemaTypeIdentifier
        schema_pointer: [fields]
        key_pointer: [name]
        type_pointer: [type]
        types_mapping:
          - type: TypesMap
            current_type: money
            target_type: number
        """

    private static let schemaPointer = Field(
        "schema_pointer",
        .list(.template(reads: .config)),
        default: [],
        "Path to the list of fields in the record."
    )
    private static let keyPointer = Field.required(
        "key_pointer",
        .list(.template(reads: .config)),
        "Path to the name in a field."
    )
    private static let typePointer = Field(
        "type_pointer",
        .list(.template(reads: .config)),
        "Path to the type in a field."
    )
    private static let mappingField = Field(
        "types_mapping",
        .list(.component(ComponentRegistry.typesMaps, default: TypesMap.typeName)),
        "What the types of the API are; the first entry that fits counts."
    )
    package static let fields = [schemaPointer, keyPointer, typePointer, mappingField]

    private let schemaPath: [TemplateText]
    private let keyPath: [TemplateText]
    private let typePath: [TemplateText]
    private let mapping: [TypesMap]

    package init(_ reader: ComponentReader) throws {
        schemaPath = try reader.templates(Self.schemaPointer)
        keyPath = try reader.templates(Self.keyPointer)
        typePath = try reader.templates(Self.typePointer)
        mapping = try reader.components(Self.mappingField, ComponentRegistry.typesMaps)
    }

    /// The schemas of the fields that a record describes, by name.
    func properties(describedBy record: JSONObject, in scope: Scope) throws -> JSONObject {
        var properties = JSONObject()
        for field in try descriptions(in: record, scope) {
            guard let name = try Self.value(at: keyPath, of: field, in: scope)?.string else {
                throw EngineFailure(
                    .system,
                    "the description of a field has no name at '\(Self.text(keyPath))' (key_pointer).",
                    detail: "The description starts with: \(field.text.shortened(to: 120))"
                )
            }
            properties[name] = try type(of: field, in: scope).schema
        }
        return properties
    }

    /// The elements at `schema_pointer`; those of an object are its names.
    private func descriptions(in record: JSONObject, _ scope: Scope) throws -> [JSONValue] {
        let found = try Self.value(at: schemaPath, of: .object(record), in: scope)
        if let members = found?.object { return members.keys.map { .string($0) } }
        guard let elements = found?.array else {
            throw EngineFailure(.system, "the record has no list at '\(Self.text(schemaPath))' (schema_pointer).")
        }
        return elements
    }

    private func type(of field: JSONValue, in scope: Scope) throws -> SchemaFieldType {
        let written =
            typePath.isEmpty ? "string" : try Self.value(at: typePath, of: field, in: scope) ?? .string("string")
        scope[.rawSchema] = Value(field)
        defer { scope[.rawSchema] = nil }
        for entry in mapping {
            // Every condition is evaluated, so that one that fails does so whatever the type is.
            guard try entry.holds(in: scope), entry.covers(written) else { continue }
            return try entry.target()
        }
        return try SchemaFieldType(written)
    }

    /// The value at a path; nil without one.
    private static func value(at path: [TemplateText], of value: JSONValue, in scope: Scope) throws -> JSONValue? {
        guard !path.isEmpty else { return value }
        let found = try DpathGlob.matches(path.map { .init(try $0.value(in: scope).json()) }, in: value)
        guard found.count <= 1 else {
            throw EngineFailure(.system, "the path '\(text(path))' matches \(found.count) values.")
        }
        return found.first
    }

    private static func text(_ path: [TemplateText]) -> String { path.map(\.source).joined(separator: ".") }
}
