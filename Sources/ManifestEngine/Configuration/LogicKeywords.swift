import JSON

/// The keywords of JSON schema for any value, and those that join schemas.
enum LogicKeywords {
    static func type(_ call: SchemaCall) -> [SchemaViolation] {
        let types = call.operand.array ?? [call.operand]
        if types.contains(where: { SchemaType.covers($0.string ?? "", call.instance, call.draft) }) { return [] }
        return call.failInstance("is not of type \(SchemaWords.list(types))")
    }

    static func const(_ call: SchemaCall) -> [SchemaViolation] {
        call.instance == call.operand ? [] : call.fail("\(call.operand.pythonRepresentation) was expected")
    }

    static func enumeration(_ call: SchemaCall) -> [SchemaViolation] {
        guard let values = call.operand.array, !values.contains(call.instance) else { return [] }
        return call.failInstance("is not one of \(call.operand.pythonRepresentation)")
    }

    static func allOf(_ call: SchemaCall) -> [SchemaViolation] {
        (call.operand.array ?? []).flatMap { call.descend(call.instance, $0) }
    }

    static func anyOf(_ call: SchemaCall) -> [SchemaViolation] {
        var context: [SchemaViolation] = []
        for schema in call.operand.array ?? [] {
            let violations = call.descend(call.instance, schema)
            if violations.isEmpty { return [] }
            context += violations
        }
        return noneFits(call, context)
    }

    static func oneOf(_ call: SchemaCall) -> [SchemaViolation] {
        let schemas = call.operand.array ?? []
        var context: [SchemaViolation] = []
        for (index, schema) in schemas.enumerated() {
            let violations = call.descend(call.instance, schema)
            guard violations.isEmpty else {
                context += violations
                continue
            }
            let others = schemas[(index + 1)...].filter { call.check.isValid(call.instance, $0) }
            guard !others.isEmpty else { return [] }
            return call.failInstance("is valid under each of \(SchemaWords.list(others + [schema]))")
        }
        return noneFits(call, context)
    }

    private static func noneFits(_ call: SchemaCall, _ context: [SchemaViolation]) -> [SchemaViolation] {
        let message = "\(call.instance.pythonRepresentation) is not valid under any of the given schemas"
        return call.fail(message, context: context)
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
