package import JSON
import JSONSchema

/// A connection specification, asked by the way to a setting.
package struct ConfigSchema {
    private let root: JSONValue

    package init(_ specification: JSONValue) { root = specification.resolved }

    /// The schemas that the value at a path may have, those of alternatives included.
    package func schemas(at path: ConfigInput.Path) -> [JSONValue] {
        path.reduce([root]) { schemas, step in
            switch step {
            case .key(let name): Self.properties(of: schemas).filter { $0.name == name }.map(\.schema)
            case .index: Self.spread(schemas).compactMap { $0["items"] }
            }
        }
    }

    /// The properties of objects, those of their alternatives included.
    static func properties(of schemas: [JSONValue]) -> [(name: String, schema: JSONValue)] {
        spread(schemas).flatMap { schema in (schema["properties"]?.object ?? [:]).map { ($0.key, $0.value) } }
    }

    /// The names of the properties, each once.
    package static func names(in schemas: [JSONValue]) -> [String] {
        properties(of: schemas).map(\.name).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Whether names that are not listed have a meaning too.
    package static func isOpen(_ schemas: [JSONValue]) -> Bool {
        spread(schemas).contains { schema in
            schema["patternProperties"] != nil || schema["additionalProperties"]?.object != nil || schema["$ref"] != nil
        }
    }

    /// Schemas with their alternatives and conditions.
    private static func spread(_ schemas: [JSONValue]) -> [JSONValue] {
        schemas.flatMap { schema -> [JSONValue] in
            let alternatives = ["oneOf", "anyOf", "allOf"].flatMap { schema[$0]?.array ?? [] }
            return [schema] + spread(alternatives + ["then", "else"].compactMap { schema[$0] })
        }
    }

    /// The setting whose constants distinguish the alternatives of the value at a path; nil when there is none.
    func choice(at path: ConfigInput.Path) -> ConfigChoice? {
        schemas(at: path).lazy.compactMap { schema in
            ConfigChoice(among: (schema["oneOf"] ?? schema["anyOf"])?.array ?? [])
        }.first
    }

    /// A string as the type that the specification asks for at a path; nil when the text already fits, or no type does.
    func value(of text: String, at path: ConfigInput.Path) -> JSONValue? {
        let types = Set(
            schemas(at: path).flatMap { schema -> [String] in
                (schema["type"]?.array ?? schema["type"].map { [$0] } ?? []).compactMap(\.string)
            }
        )
        if types.contains("string") { return .string(text) }
        let parsed = try? JSONValue(parsing: text)
        for type in [SchemaType.boolean, .integer, .number] where types.contains(type.rawValue) {
            if type == .boolean, let flag = ["true": true, "false": false][text.lowercased()] { return .bool(flag) }
            if type != .boolean, let parsed, type.covers(parsed, .draft7) { return parsed }
        }
        return nil
    }
}
