package import JSON
import Text

/// Values on their way out, into records and requests.
extension Value {
    /// The value as JSON; what is still in a document stays there.
    ///
    /// Tuples become arrays. Keys that are not text become text as Python's encoder makes them: `1`, `1.5`, `true`, `null`.
    /// Throws a type error for what has no JSON form: bytes, sets, dates, functions.
    package func json() throws(TemplateError) -> JSONValue { try json(depth: 0) }

    private func json(depth: Int) throws(TemplateError) -> JSONValue {
        guard depth < ValueNesting.deepest else { throw .value("Circular reference detected") }
        switch self {
        case .null: return .null
        case .bool(let flag): return .bool(flag)
        case .int(let number): return .integer(number)
        case .big(let number): return .bigInteger(number.description)
        case .double(let number): return .double(number)
        case .string(let text): return .string(text)
        case .json(let view): return .view(view)
        case .record(let record): return record.record.value
        case .list(let list): return .array(try Self.json(list.elements, depth))
        case .tuple(let elements): return .array(try Self.json(elements, depth))
        case .dict(let dict): return .object(try Self.json(dict, depth))
        case .object(let object):
            if let mapping = object.mapping { return .object(try Self.json(mapping, depth)) }
        default: break
        }
        throw .type("Object of type \(typeName) is not JSON serializable")
    }

    private static func json(_ elements: [Value], _ depth: Int) throws(TemplateError) -> [JSONValue] {
        var result: [JSONValue] = []
        result.reserveCapacity(elements.count)
        for element in elements { result.append(try element.json(depth: depth + 1)) }
        return result
    }

    private static func json(_ dict: DictObject, _ depth: Int) throws(TemplateError) -> JSONObject {
        var result = JSONObject(minimumCapacity: dict.count)
        for (key, value) in dict.members { result[try key.jsonKey()] = try value.json(depth: depth + 1) }
        return result
    }

    func jsonKey() throws(TemplateError) -> String {
        switch self {
        case .string, .json: return pythonText
        case .null: return "null"
        case .bool(let flag): return flag ? "true" : "false"
        case .int, .big, .double: return pythonText
        default: throw .type("keys must be str, int, float, bool or None, not \(typeName)")
        }
    }
}
