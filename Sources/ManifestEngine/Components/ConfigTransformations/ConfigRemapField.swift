package import JSON
package import Jinja
package import Manifest

/// Replaces a value of the configuration by another, after a table.
///
/// Manifest type `ConfigRemapField`. The segments of the path are templates; keys and values of the table too. A
/// missing path, and a value that is not in the table or not a string, stay as they are.
package struct ConfigRemapField: Component, ConfigTransformation {
    package static let typeName = "ConfigRemapField"
    package static let summary = "Replaces a value of the configuration by another, after a table."
    package static let details = """
        A missing field, and a value that is not in the table or not a string, stay as they are.
        """
    package static let example = """
        type: ConfigRemapField
        field_path: [region]
        map:
          europe: eu
          america: us
        """

    private static let map = Field.required("map", .nestedTemplates(reads: .config), "New values by old value.")
    private static let fieldPath = Field.required(
        "field_path",
        .list(.template(reads: .config), atLeast: 1),
        "Path to the field."
    )
    package static let fields = [map, fieldPath]

    private let map: TemplateMapping?
    private let path: [TemplateText]

    package init(_ reader: ComponentReader) throws {
        map = try reader.templateMapping(Self.map)
        path = try reader.templates(Self.fieldPath)
    }

    package func transform(_ config: inout JSONObject, in scope: Scope) throws {
        scope[.config] = Value(.object(config))
        let keys = try path.map { try $0.value(in: scope).text }
        let steps = keys.compactMap { $0 }
        // A segment that does not evaluate to a string is not a key.
        guard steps.count == keys.count, let old = Self.value(at: steps[...], in: config)?.string else { return }
        guard let map else { return }
        let table = try map.origin.evaluate(in: scope) { scope throws(TemplateError) in
            try map.mapping.evaluate(in: scope)
        }
        guard let new = table[.string(old)] else { return }
        try JSONPath.set(try new.json().resolved, at: steps, in: &config)
        scope[.config] = Value(.object(config))
    }

    /// The value at a path of plain keys; lists are not entered.
    private static func value(at path: ArraySlice<String>, in object: JSONObject) -> JSONValue? {
        guard let key = path.first, let value = object[key] else { return nil }
        guard path.count > 1 else { return value }
        return value.object.flatMap { Self.value(at: path.dropFirst(), in: $0) }
    }
}
