import Diagnostics
import JSON

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
    private let names: [String]
    /// The types as messages print them.
    let text: String

    init(_ types: JSONValue) {
        names = types.array?.compactMap(\.string) ?? [types.string ?? ""]
        text = types.pythonText
    }

    /// Whether a value is of one of the types; a whole number counts as an integer, however it is written.
    ///
    /// Throws a system failure for a type that JSON schema does not know.
    func accepts(_ value: JSONValue) throws -> Bool {
        try names.contains { try Self.isType($0, value) }
    }

    private static func isType(_ name: String, _ value: JSONValue) throws -> Bool {
        let kind = value.kind
        switch name {
        case "string": return kind == .string
        case "number": return kind == .integer || kind == .double
        case "integer": return kind == .integer || kind == .double && isWhole(value)
        case "boolean": return kind == .bool
        case "array": return kind == .array
        case "object": return kind == .object
        case "null": return kind == .null
        default: throw EngineFailure(.system, "The schema names a type that does not exist: '\(name)'.")
        }
    }

    private static func isWhole(_ value: JSONValue) -> Bool {
        guard case .double(let number) = value.opened else { return false }
        return number.isFinite && number == number.rounded(.towardZero)
    }
}
