import Diagnostics
import JSON
import Jinja
import Manifest
import Text

/// What schema normalization does to a value before it is checked against its type.
///
/// Converts as Python's `str`, `float`, `int` and `bool` do. A string that is neither a number nor a flag stays as it is.
struct TypeConversion: Sendable {
    enum Target: String {
        case string, number, integer, boolean, array
    }

    /// The type that values are converted to; nil leaves all as they are.
    let target: Target?
    private let keepsNull: Bool
    /// Whether a value that is not a list becomes a list of one.
    private let wrapsScalars: Bool
    /// Why the schema cannot be used; reported when there is a value to convert.
    private let fault: String?

    /// The conversion for the value of a subschema.
    init(_ schema: JSONValue) {
        guard let members = schema.object else {
            target = nil
            keepsNull = false
            wrapsScalars = false
            fault = "a subschema is \(schema.kindName) instead of an object"
            return
        }
        let names = members["type"].map { $0.array?.compactMap(\.string) ?? [$0.string ?? ""] } ?? []
        let others = names.filter { $0 != "null" }
        keepsNull = names.contains("null")
        target = others.count == 1 ? Target(rawValue: others[0]) : nil
        let items = members["items"]
        wrapsScalars = Self.isSimple(items)
        fault = target == .array && items.map { !$0.isObject } ?? false ? "'items' is not one subschema" : nil
    }

    /// Whether the items of a list may be of any type, or of a list of simple types.
    private static func isSimple(_ items: JSONValue?) -> Bool {
        guard let types = items?["type"] else { return true }
        let simple: Set<String?> = ["string", "number", "integer", "boolean", "null"]
        return types.array?.allSatisfy { simple.contains($0.string) } ?? false
    }

    /// The converted value; nil when it stays as it is.
    ///
    /// Throws a system failure for an infinite number, and for a schema that cannot be used.
    func convert(_ value: JSONValue) throws -> JSONValue? {
        let kind = value.kind
        if kind == .null && keepsNull { return nil }
        if let fault { throw EngineFailure(.system, "The schema cannot be used to convert records: \(fault).") }
        switch target {
        case nil: return nil
        case .string: return kind == .string ? nil : .string(value.pythonText)
        case .number: return try Self.number(value, kind)
        case .integer: return try Self.integer(value, kind)
        case .boolean: return Self.boolean(value, kind)
        case .array: return wrapsScalars && kind != .array && kind != .object ? [value] : nil
        }
    }

    private static func number(_ value: JSONValue, _ kind: JSONKind) throws -> JSONValue? {
        switch value.opened {
        case .integer(let number): return .double(Double(number))
        case .bigInteger(let digits):
            guard let number = Double(digits), number.isFinite else {
                throw EngineFailure(.system, "An integer is too large to be converted to a number.")
            }
            return .double(number)
        case .bool(let flag): return .double(flag ? 1 : 0)
        case .string(let text): return PythonNumber.double(text).map(JSONValue.double)
        default: return nil
        }
    }

    private static func integer(_ value: JSONValue, _ kind: JSONKind) throws -> JSONValue? {
        if kind == .integer { return nil }
        switch value.opened {
        case .double(let number):
            if number.isInfinite { throw EngineFailure(.system, "Infinity cannot be converted to an integer.") }
            return PythonNumber.integer(number).map { JSONValue($0) }
        case .bool(let flag): return .integer(flag ? 1 : 0)
        case .string(let text): return PythonNumber.integer(text).map { JSONValue($0) }
        default: return nil
        }
    }

    private static func boolean(_ value: JSONValue, _ kind: JSONKind) -> JSONValue? {
        if kind == .bool { return nil }
        guard let text = value.string else { return .bool(value.isTruthy) }
        switch text.lowercased().trimmed() {
        case "y", "yes", "t", "true", "on", "1": return true
        case "n", "no", "f", "false", "off", "0": return false
        default: return nil
        }
    }
}
