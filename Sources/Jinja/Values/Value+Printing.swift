import Dates
import JSON
import Text

extension Value {
    /// `str(x)`.
    package var pythonText: String {
        var result = ""
        print(to: &result)
        return result
    }

    /// `str(x)`, unless it is longer than a text may be.
    var wholeText: String {
        get throws(TemplateError) {
            let text = pythonText
            try SizeLimit.checkText(text.utf8.count)
            return text
        }
    }

    /// Appends `str(x)` to a string.
    func print(to result: inout String) {
        switch self {
        case .undefined: break
        case .string(let text): result += text
        case .json(let view) where view.kind == .string: result += view.string ?? ""
        case .int(let number): result += String(number)
        case .datetime(let date): result += date.description
        case .date(let date): result += date.description
        case .timedelta(let delta): result += delta.description
        case .duration(let duration): result += duration.description
        default: represent(to: &result)
        }
    }

    /// `repr(x)`.
    package var represented: String {
        var result = ""
        represent(to: &result)
        return result
    }

    /// Appends `repr(x)` to a string.
    ///
    /// A container inside itself shows `...`, as in Python; so does what is nested too deep. What makes the string
    /// longer than any may be ends early, for the caller to find that out.
    func represent(to result: inout String) {
        var trail = ContainerTrail()
        represent(to: &result, &trail)
    }

    fileprivate func represent(to result: inout String, _ trail: inout ContainerTrail) {
        switch self {
        case .undefined: result += "Undefined"
        case .null: result += "None"
        case .bool(let flag): result += flag ? "True" : "False"
        case .int(let number): result += String(number)
        case .big(let number): result += number.description
        case .double(let number): result += JSONNumber.pythonText(number)
        case .string(let text): PythonText.appendRepr(text, to: &result)
        case .bytes(let bytes): result += PythonText.repr(bytes)
        case .list, .tuple, .dict, .record, .set, .json: representContainer(to: &result, &trail)
        case .datetime(let date): result += date.representation
        case .date(let date): result += date.representation
        case .timedelta(let delta): result += delta.representation
        case .duration(let duration): result += duration.representation
        case .iterable(let iterable): iterable.represent(to: &result, &trail)
        case .object(let object):
            if let mapping = object.mapping {
                Value.dict(mapping).represent(to: &result, &trail)
            } else if let members = object.shownMembers {
                // It may hold itself.
                result += "<\(object.typeName) "
                Value.dict(members).represent(to: &result, &trail)
                result += ">"
            } else {
                result += object.text
            }
        case .function(let function): result += function.text
        case .ellipsis: result += "Ellipsis"
        }
    }

    private func representContainer(to result: inout String, _ trail: inout ContainerTrail) {
        let value = opened
        if case .string(let text) = value { return PythonText.appendRepr(text, to: &result) }
        guard trail.enter(value) else { return result += value.closedText }
        defer { trail.leave() }
        switch value {
        case .list(let list): Self.represent(list.elements, "[", "]", to: &result, &trail)
        case .tuple(let elements):
            Self.represent(elements, "(", elements.count == 1 ? ",)" : ")", to: &result, &trail)
        case .set(let set):
            if set.elements.isEmpty { return result += "set()" }
            Self.represent(Array(set.elements), "{", "}", to: &result, &trail)
        case .dict(let dict): Self.represent(dict, to: &result, &trail)
        default: break
        }
    }

    /// What stands for a container that is not shown.
    private var closedText: String {
        switch self {
        case .list: "[...]"
        case .tuple: "(...)"
        default: "{...}"
        }
    }

    private static func represent(_ dict: DictObject, to result: inout String, _ trail: inout ContainerTrail) {
        var isFirst = true
        result += "{"
        for (key, value) in dict.members where result.utf8.count <= SizeLimit.bytes {
            if !isFirst { result += ", " }
            isFirst = false
            key.represent(to: &result, &trail)
            result += ": "
            value.represent(to: &result, &trail)
        }
        result += "}"
    }

    fileprivate static func represent(
        _ elements: [Value],
        _ open: String,
        _ close: String,
        to result: inout String,
        _ trail: inout ContainerTrail
    ) {
        result += open
        for (place, element) in elements.enumerated() where result.utf8.count <= SizeLimit.bytes {
            if place > 0 { result += ", " }
            element.represent(to: &result, &trail)
        }
        result += close
    }
}

extension IterableObject {
    fileprivate func represent(to result: inout String, _ trail: inout ContainerTrail) {
        guard let viewed else {
            if case .generator(let name) = kind { result += "<generator object \(name)>" }
            return
        }
        result += typeName + "("
        Value.represent(viewed, "[", "]", to: &result, &trail)
        result += ")"
    }
}
