import Diagnostics
import JSON

/// The type of a field, as a `DynamicSchemaLoader` names it.
indirect enum SchemaFieldType: Sendable {
    case named(JSONObject)
    case either(SchemaFieldType, SchemaFieldType)
    case list(of: SchemaFieldType)

    /// Reads a name, or a list of two.
    init(_ value: JSONValue) throws {
        let names = value.array?.compactMap(\.string) ?? []
        if names.count == 2, value.array?.count == 2 {
            self = .either(try SchemaFieldType(named: names[0]), try SchemaFieldType(named: names[1]))
        } else if let name = value.string {
            self = try SchemaFieldType(named: name)
        } else {
            throw EngineFailure(.system, "the type of a field is a name or a list of two, not \(value.text).")
        }
    }

    init(named name: String) throws {
        guard let schema = Self.schemas.first(where: { $0.key == name })?.value else {
            let known = Self.schemas.map(\.key).joined(separator: ", ")
            throw EngineFailure(.system, "there is no type '\(name)'; there are \(known).")
        }
        self = .named(schema)
    }

    /// The JSON schema of such a field.
    var schema: JSONValue {
        switch self {
        case .named(let schema): .object(schema)
        case .either(let first, let second): ["oneOf": [first.schema, second.schema]]
        case .list(let element): ["type": ["null", "array"], "items": element.schema]
        }
    }

    private static let schemas: KeyValuePairs<String, JSONObject> = [
        "string": optional("string"),
        "boolean": optional("boolean"),
        "date": optional("string", ["format": "date"]),
        "timestamp_without_timezone": optional(
            "string",
            ["format": "date-time", "airbyte_type": "timestamp_without_timezone"]
        ),
        "timestamp_with_timezone": optional("string", ["format": "date-time"]),
        "time_without_timezone": optional("string", ["format": "time", "airbyte_type": "time_without_timezone"]),
        "time_with_timezone": optional("string", ["format": "time", "airbyte_type": "time_with_timezone"]),
        "integer": optional("integer"),
        "number": optional("number"),
        "array": optional("array"),
        "object": optional("object"),
    ]

    private static func optional(_ type: JSONValue, _ rest: JSONObject = [:]) -> JSONObject {
        let type: JSONObject = ["type": ["null", type]]
        return type.merging(rest) { $1 }
    }
}
