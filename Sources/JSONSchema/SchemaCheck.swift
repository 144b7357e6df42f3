package import JSON

/// One pass through a schema.
struct SchemaCheck {
    let validator: JSONSchemaValidator
    /// How many schemas are open; a schema that refers to itself ends at the limit.
    let depth: Int
    let budget: SchemaBudget

    private static let deepest = 256

    /// Everything that is wrong with a value.
    func violations(of instance: JSONValue, against schema: JSONValue) -> [SchemaViolation] {
        guard depth < Self.deepest else { return [] }
        guard budget.take() else {
            let message = "the schema takes too many steps on this value; look for references that go in circles"
            return [SchemaViolation(message: message, keyword: nil)]
        }
        switch schema {
        case .bool(true): return []
        case .object(let members): return violations(of: instance, against: members)
        case .bool(false):
            let message = "False schema does not allow \(instance.pythonRepresentation)"
            return [SchemaViolation(message: message, keyword: nil)]
        default: return []
        }
    }

    private func violations(of instance: JSONValue, against schema: JSONObject) -> [SchemaViolation] {
        let inner = SchemaCheck(validator: validator, depth: depth + 1, budget: budget)
        // Up to draft 7 a reference hides everything beside it.
        if validator.draft <= .draft7, let reference = schema["$ref"], !reference.isNull {
            return SchemaKeyword.reference.violations(
                SchemaCall(name: "$ref", operand: reference, instance: instance, schema: schema, check: inner)
            )
        }
        var found: [SchemaViolation] = []
        for (name, operand) in schema {
            guard let keyword = SchemaKeyword.all[name], keyword.drafts.contains(validator.draft) else { continue }
            found += keyword.violations(
                SchemaCall(name: name, operand: operand, instance: instance, schema: schema, check: inner)
            )
        }
        return found
    }

    func isValid(_ instance: JSONValue, _ schema: JSONValue) -> Bool {
        violations(of: instance, against: schema).isEmpty
    }
}

/// One keyword of a schema at work on one value.
struct SchemaCall {
    let name: String
    /// What the keyword asks for.
    let operand: JSONValue
    let instance: JSONValue
    let schema: JSONObject
    let check: SchemaCheck

    var draft: SchemaDraft { check.validator.draft }

    /// A violation of this keyword, with the value printed in front.
    func failInstance(_ text: String) -> [SchemaViolation] { fail("\(shownInstance) \(text)") }

    /// The value for messages, cut where it is longer than anybody reads.
    var shownInstance: String { instance.pythonRepresentation.shortened(to: Self.longestShown) }

    private static let longestShown = 1000

    /// A violation of this keyword.
    func fail(
        _ message: String,
        keyword: String? = nil,
        branches: [[SchemaViolation]] = [],
        expected: [JSONValue] = []
    ) -> [SchemaViolation] {
        [
            SchemaViolation(
                message: message,
                keyword: keyword ?? name,
                branches: branches,
                expected: expected,
                matchesType: matchesType
            )
        ]
    }

    private var matchesType: Bool {
        guard let expected = schema["type"] else { return false }
        return (expected.array ?? [expected]).contains { SchemaType.covers($0.string ?? "", instance, draft) }
    }

    /// The violations of a schema by a part of the value.
    func descend(_ instance: JSONValue, _ schema: JSONValue, step: SchemaViolation.Step? = nil) -> [SchemaViolation] {
        check.violations(of: instance, against: schema).map { violation in
            // The schema `false` reports no place, here as in python-jsonschema.
            guard let step, schema.bool != false else { return violation }
            var violation = violation
            violation.path.insert(step, at: 0)
            return violation
        }
    }
}

/// The types of JSON schema.
package enum SchemaType {
    /// Whether a value is of a type; a double without a fraction is an integer from draft 6 on.
    package static func covers(_ type: String, _ value: JSONValue, _ draft: SchemaDraft) -> Bool {
        switch (type, value) {
        case ("null", .null), ("boolean", .bool), ("string", .string), ("array", .array), ("object", .object): true
        case ("integer", .integer), ("integer", .bigInteger): true
        case ("integer", .double(let number)): draft > .draft4 && number.rounded() == number && number.isFinite
        case ("number", .integer), ("number", .bigInteger), ("number", .double): true
        default: false
        }
    }
}
