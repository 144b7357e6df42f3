import Diagnostics
import JSON
import JSONSchema

/// A JSON schema, or a part of one, prepared for normalization: only `type`, `properties` and `items` matter.
struct SchemaRule: Sendable {
    /// A keyword of the schema; they are followed in the order in which they are written.
    enum Step: Sendable {
        case type(TypeCheck)
        case properties([Property])
        indirect case items(SchemaRule)
    }

    struct Property: Sendable {
        let key: JSONKey
        let rule: SchemaRule
    }

    /// What happens to the value itself before the steps.
    let conversion: TypeConversion
    let steps: [Step]

    init(_ schema: JSONValue) {
        conversion = TypeConversion(schema)
        steps = (schema.object ?? [:]).compactMap { name, value in
            switch name {
            case "type": return .type(TypeCheck(value))
            case "properties":
                return .properties((value.object ?? [:]).map { Property(key: JSONKey($0), rule: SchemaRule($1)) })
            case "items": return .items(SchemaRule(value))
            default: return nil
            }
        }
    }
}

/// The `type` of a schema as a check.
struct TypeCheck: Sendable {
    private let types: [(name: String, type: SchemaType?)]
    /// The types as messages print them.
    let text: String

    init(_ types: JSONValue) {
        let names = types.array?.compactMap(\.string) ?? [types.string ?? ""]
        self.types = names.map { ($0, SchemaType(rawValue: $0)) }
        text = types.pythonText
    }

    /// Whether a value is of one of the types; a whole number counts as an integer, however it is written.
    ///
    /// Throws a system failure for a type that JSON schema does not know.
    func accepts(_ value: JSONValue) throws -> Bool {
        try types.contains { name, type in
            guard let type else {
                throw EngineFailure(.system, "The schema names a type that does not exist: '\(name)'.")
            }
            return type.covers(value, .draft7)
        }
    }
}
