import JSON

/// Values as Python's own JSON encoder writes them: `", "` and `": "` between, all but ASCII escaped.
package struct PythonJSON {
    let sortsKeys: Bool
    /// Spaces per level; nil for one line.
    let indent: Int?

    /// The widest indent that is written, so that no string fills the memory.
    static let widest = 1000

    package init(sortsKeys: Bool = false, indent: Int? = nil) {
        self.sortsKeys = sortsKeys
        self.indent = indent
    }

    /// The text.
    ///
    /// Throws a type error for what Python cannot encode, host mappings included.
    package func text(_ value: Value) throws(TemplateError) -> String {
        let result = Bytes()
        try write(value, 0, result)
        return result.text
    }

    private func write(_ value: Value, _ depth: Int, _ result: Bytes) throws(TemplateError) {
        guard depth < ValueNesting.deepest else { throw .value("Circular reference detected") }
        switch value.opened {
        case .null: result.append("null")
        case .bool(let flag): result.append(flag ? "true" : "false")
        case .int, .big: result.append(value.pythonText)
        case .double(let number): result.append(Self.text(number))
        case .string(let text): result.appendASCIIQuoted(text)
        case .list(let list): try write(list.elements, depth, result)
        case .tuple(let elements): try write(elements, depth, result)
        case .dict(let dict): try write(dict, depth, result)
        default: throw .type("Object of type \(value.typeName) is not JSON serializable")
        }
    }

    private static func text(_ number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
        return JSONNumber.pythonText(number)
    }

    private func separate(_ isFirst: Bool, _ depth: Int, _ result: Bytes) {
        if let indent {
            result.append(isFirst ? "\n" : ",\n")
            result.append(String(repeating: " ", count: max(0, indent) * (depth + 1)))
        } else if !isFirst {
            result.append(", ")
        }
    }

    private func finish(_ depth: Int, _ result: Bytes) {
        guard let indent else { return }
        result.append("\n" + String(repeating: " ", count: max(0, indent) * depth))
    }

    private func write(_ elements: [Value], _ depth: Int, _ result: Bytes) throws(TemplateError) {
        if elements.isEmpty { return result.append("[]") }
        result.append("[")
        for (place, element) in elements.enumerated() {
            try SizeLimit.checkText(result.count)
            separate(place == 0, depth, result)
            try write(element, depth + 1, result)
        }
        finish(depth, result)
        result.append("]")
    }

    private func write(_ dict: DictObject, _ depth: Int, _ result: Bytes) throws(TemplateError) {
        if dict.count == 0 { return result.append("{}") }
        var keys = Array(dict.members.keys)
        if sortsKeys { keys = try Value.sorted(keys) { (key) throws(TemplateError) in key } }
        result.append("{")
        for (place, key) in keys.enumerated() {
            try SizeLimit.checkText(result.count)
            separate(place == 0, depth, result)
            result.appendASCIIQuoted(try key.jsonKey())
            result.append(": ")
            try write(dict.members[key] ?? .null, depth + 1, result)
        }
        finish(depth, result)
        result.append("}")
    }
}
