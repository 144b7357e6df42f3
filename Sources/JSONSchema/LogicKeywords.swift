import JSON

/// The keywords of JSON schema for any value, and those that join schemas.
enum LogicKeywords {
    static func type(_ call: SchemaCall) -> [SchemaViolation] {
        let types = call.operand.array ?? [call.operand]
        if types.contains(where: { SchemaType.named($0)?.covers(call.instance, call.draft) ?? false }) { return [] }
        return call.failInstance("is not of type \(SchemaWords.list(types))")
    }

    static func const(_ call: SchemaCall) -> [SchemaViolation] {
        call.instance == call.operand
            ? [] : call.fail("\(call.operand.pythonRepresentation) was expected", expected: [call.operand])
    }

    static func enumeration(_ call: SchemaCall) -> [SchemaViolation] {
        guard let values = call.operand.array, !values.contains(call.instance) else { return [] }
        return call.fail(
            "\(call.shownInstance) is not one of \(call.operand.pythonRepresentation)",
            expected: values
        )
    }

    static func allOf(_ call: SchemaCall) -> [SchemaViolation] {
        (call.operand.array ?? []).flatMap { call.descend(call.instance, $0) }
    }

    static func anyOf(_ call: SchemaCall) -> [SchemaViolation] {
        var branches: [[SchemaViolation]] = []
        for schema in call.operand.array ?? [] {
            let violations = call.descend(call.instance, schema)
            if violations.isEmpty { return [] }
            branches.append(violations)
        }
        return noneFits(call, branches)
    }

    static func oneOf(_ call: SchemaCall) -> [SchemaViolation] {
        let schemas = call.operand.array ?? []
        var branches: [[SchemaViolation]] = []
        for (index, schema) in schemas.enumerated() {
            let violations = call.descend(call.instance, schema)
            guard violations.isEmpty else {
                branches.append(violations)
                continue
            }
            let others = schemas[(index + 1)...].filter { call.check.isValid(call.instance, $0) }
            guard !others.isEmpty else { return [] }
            return call.failInstance("is valid under each of \(SchemaWords.list(others + [schema]))")
        }
        return noneFits(call, branches)
    }

    private static func noneFits(_ call: SchemaCall, _ branches: [[SchemaViolation]]) -> [SchemaViolation] {
        let message = "\(call.shownInstance) is not valid under any of the given schemas"
        return call.fail(message, branches: branches)
    }

    static func not(_ call: SchemaCall) -> [SchemaViolation] {
        guard call.check.isValid(call.instance, call.operand) else { return [] }
        return call.failInstance("should not be valid under \(call.operand.pythonRepresentation)")
    }

    static func condition(_ call: SchemaCall) -> [SchemaViolation] {
        let branch = call.check.isValid(call.instance, call.operand) ? "then" : "else"
        return call.schema[branch].map { call.descend(call.instance, $0) } ?? []
    }

    static func reference(_ call: SchemaCall) -> [SchemaViolation] {
        guard let text = call.operand.string else { return [] }
        let root = call.check.validator.root
        let name = root["$id"]?.string.flatMap { text.hasPrefix($0) ? String(text.dropFirst($0.count)) : nil } ?? text
        guard let target = JSONPointer(fragment: name.isEmpty ? "#" : name)?.value(in: root) else {
            return call.fail("the schema refers to \(call.operand.pythonRepresentation), which is not in it")
        }
        return call.descend(call.instance, target)
    }
}
