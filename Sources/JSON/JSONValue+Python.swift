import Text

/// Values as Python prints them.
extension JSONValue {
    /// The value as Python's `str` prints it: `True`, `1.0`, `None`, `{'a': 1}`; a text is itself.
    package var pythonText: String { string ?? pythonRepresentation }

    /// The value as Python's `repr` prints it.
    package var pythonRepresentation: String {
        var result = ""
        appendPythonRepresentation(to: &result)
        return result
    }

    private func appendPythonRepresentation(to result: inout String) {
        switch opened {
        case .null: result += "None"
        case .bool(let flag): result += flag ? "True" : "False"
        case .integer(let number): result += String(number)
        case .bigInteger(let digits): result += digits
        case .double(let number): result += JSONNumber.pythonText(number)
        case .string(let text): PythonText.appendRepr(text, to: &result)
        case .array(let elements):
            result += "["
            for (place, element) in elements.enumerated() {
                if place > 0 { result += ", " }
                element.appendPythonRepresentation(to: &result)
            }
            result += "]"
        case .object(let members):
            result += "{"
            for (place, (name, value)) in members.enumerated() {
                if place > 0 { result += ", " }
                PythonText.appendRepr(name, to: &result)
                result += ": "
                value.appendPythonRepresentation(to: &result)
            }
            result += "}"
        // An opened value is never a view.
        case .view: break
        }
    }
}
