import JSON
import Text

/// Values as Python's own JSON encoder writes them: `", "` and `": "` between, all but ASCII escaped.
package struct PythonJSON {
    let sortsKeys: Bool
    /// Spaces per level; nil for one line.
    let indent: Int?

    /// The widest indent that is written, a guard against texts that would fill the memory.
    static let widest = 1000

    package init(sortsKeys: Bool = false, indent: Int? = nil) {
        self.sortsKeys = sortsKeys
        self.indent = indent
    }

    /// The text.
    ///
    /// Throws a type error for what Python cannot encode, host mappings included.
    package func text(_ value: Value) throws(TemplateError) -> String {
        var result = ""
        try write(value, 0, &result)
        return result
    }

    private func write(_ value: Value, _ depth: Int, _ result: inout String) throws(TemplateError) {
        guard depth < ValueNesting.deepest else { throw .value("Circular reference detected") }
        switch value.opened {
        case .null: result += "null"
        case .bool(let flag): result += flag ? "true" : "false"
        case .int, .big: result += value.printed
        case .double(let number): result += Self.text(number)
        case .string(let text): Self.write(text, &result)
        case .list(let list): try write(list.elements, depth, &result)
        case .tuple(let elements): try write(elements, depth, &result)
        case .dict(let dict): try write(dict, depth, &result)
        default: throw .type("Object of type \(value.typeName) is not JSON serializable")
        }
    }

    private static func text(_ number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
        return JSONNumber.pythonText(number)
    }

    private static func write(_ text: String, _ result: inout String) {
        result += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{08}": result += "\\b"
            case "\u{0C}": result += "\\f"
            case " "..."~": result.unicodeScalars.append(scalar)
            default:
                for unit in String(scalar).utf16 { result += "\\u" + PythonText.hexadecimal(UInt32(unit), 4) }
            }
        }
        result += "\""
    }

    private func separate(_ isFirst: Bool, _ depth: Int, _ result: inout String) {
        if let indent {
            result += isFirst ? "\n" : ",\n"
            result += String(repeating: " ", count: max(0, indent) * (depth + 1))
        } else if !isFirst {
            result += ", "
        }
    }

    private func finish(_ depth: Int, _ result: inout String) {
        guard let indent else { return }
        result += "\n" + String(repeating: " ", count: max(0, indent) * depth)
    }

    private func write(_ elements: [Value], _ depth: Int, _ result: inout String) throws(TemplateError) {
        if elements.isEmpty { return result += "[]" }
        result += "["
        for (place, element) in elements.enumerated() {
            try SizeLimit.checkText(result.utf8.count)
            separate(place == 0, depth, &result)
            try write(element, depth + 1, &result)
        }
        finish(depth, &result)
        result += "]"
    }

    private func write(_ dict: DictObject, _ depth: Int, _ result: inout String) throws(TemplateError) {
        if dict.count == 0 { return result += "{}" }
        var keys = Array(dict.members.keys)
        if sortsKeys { keys = try Value.sorted(keys) { (key) throws(TemplateError) in key } }
        result += "{"
        for (place, key) in keys.enumerated() {
            try SizeLimit.checkText(result.utf8.count)
            separate(place == 0, depth, &result)
            Self.write(try key.jsonKey(), &result)
            result += ": "
            try write(dict.members[key] ?? .null, depth + 1, &result)
        }
        finish(depth, &result)
        result += "}"
    }
}
