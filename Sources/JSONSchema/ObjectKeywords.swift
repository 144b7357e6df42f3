package import JSON

/// The keywords of JSON schema for objects.
enum ObjectKeywords {
    static func required(_ call: SchemaCall) -> [SchemaViolation] {
        guard let members = call.instance.object, let names = call.operand.array else { return [] }
        return names.filter { members[$0.string ?? ""] == nil }.flatMap {
            call.fail("\($0.pythonRepresentation) is a required property", expected: [$0])
        }
    }

    static func minProperties(_ call: SchemaCall) -> [SchemaViolation] {
        guard let count = call.instance.object?.count else { return [] }
        return SizeRule.least(count, call, tooSmall: "does not have enough properties")
    }

    static func maxProperties(_ call: SchemaCall) -> [SchemaViolation] {
        guard let count = call.instance.object?.count else { return [] }
        return SizeRule.most(count, call, tooLarge: "has too many properties")
    }

    static func properties(_ call: SchemaCall) -> [SchemaViolation] {
        guard let members = call.instance.object, let schemas = call.operand.object else { return [] }
        return schemas.flatMap { name, schema in
            members[name].map { call.descend($0, schema, step: .key(name)) } ?? []
        }
    }

    static func patternProperties(_ call: SchemaCall) -> [SchemaViolation] {
        guard let members = call.instance.object, let schemas = call.operand.object else { return [] }
        return schemas.flatMap { pattern, schema in
            members.flatMap { name, member in
                SchemaPattern.isFound(pattern, in: name) ? call.descend(member, schema, step: .key(name)) : []
            }
        }
    }

    static func additionalProperties(_ call: SchemaCall) -> [SchemaViolation] {
        guard let members = call.instance.object else { return [] }
        let known = call.schema["properties"]?.object ?? [:]
        let patterns = call.schema["patternProperties"]?.object.map { Array($0.keys) }
        let extras = members.keys.filter { name in
            known[name] == nil && !(patterns ?? []).contains { SchemaPattern.isFound($0, in: name) }
        }
        if call.operand.object != nil {
            return extras.flatMap { name in
                members[name].map { call.descend($0, call.operand, step: .key(name)) } ?? []
            }
        }
        guard call.operand.bool == false, !extras.isEmpty else { return [] }
        let sorted = SchemaWords.sorted(extras)
        guard let patterns else {
            return call.fail("Additional properties are not allowed (\(SchemaWords.unexpected(sorted)))")
        }
        let verb = extras.count == 1 ? "does" : "do"
        let regexes = SchemaWords.list(SchemaWords.sorted(patterns))
        return call.fail("\(SchemaWords.list(sorted)) \(verb) not match any of the regexes: \(regexes)")
    }

    static func propertyNames(_ call: SchemaCall) -> [SchemaViolation] {
        guard let members = call.instance.object else { return [] }
        return members.keys.flatMap { call.descend(.string($0), call.operand) }
    }

    /// `dependencies`, `dependentRequired` and `dependentSchemas`: a list names members, anything else is a schema.
    static func dependencies(_ call: SchemaCall) -> [SchemaViolation] {
        guard let members = call.instance.object, let dependencies = call.operand.object else { return [] }
        return dependencies.flatMap { name, dependency -> [SchemaViolation] in
            guard members[name] != nil else { return [] }
            guard let needed = dependency.array else { return call.descend(call.instance, dependency) }
            let subject = JSONValue.string(name).pythonRepresentation
            return needed.filter { members[$0.string ?? ""] == nil }.flatMap {
                call.fail("\($0.pythonRepresentation) is a dependency of \(subject)")
            }
        }
    }
}

/// Lists of values in messages.
package enum SchemaWords {
    /// Names in the order of their code points, as values.
    static func sorted(_ names: some Sequence<String>) -> [JSONValue] {
        names.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }.map(JSONValue.string)
    }

    package static func list(_ values: [JSONValue]) -> String {
        values.map(\.pythonRepresentation).joined(separator: ", ")
    }

    /// `'a', 'b' were unexpected`.
    static func unexpected(_ values: [JSONValue]) -> String {
        "\(list(values)) \(values.count == 1 ? "was" : "were") unexpected"
    }
}
