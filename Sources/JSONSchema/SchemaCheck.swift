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

    /// The value for messages, cut where it is very long.
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
        return (expected.array ?? [expected]).contains { SchemaType.named($0)?.covers(instance, draft) ?? false }
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
package enum SchemaType: String, Sendable {
    case null, boolean, string, array, object, integer, number

    /// The type that a schema names; nil for what is not a type.
    static func named(_ name: JSONValue) -> SchemaType? { name.string.flatMap(SchemaType.init) }

    /// Whether a value is of the type; a double without a fraction is an integer from draft 6 on.
    package func covers(_ value: JSONValue, _ draft: SchemaDraft) -> Bool {
        switch (self, value.kind) {
        case (.null, .null), (.boolean, .bool), (.string, .string), (.array, .array), (.object, .object): true
        case (.integer, .integer), (.number, .integer), (.number, .double): true
        case (.integer, .double): draft > .draft4 && Self.isWhole(value)
        default: false
        }
    }

    /// The narrowest type of a kind of value.
    package init(of kind: JSONKind) {
        switch kind {
        case .null, .key: self = .null
        case .bool: self = .boolean
        case .string: self = .string
        case .array: self = .array
        case .object: self = .object
        case .integer: self = .integer
        case .double: self = .number
        }
    }

    private static func isWhole(_ value: JSONValue) -> Bool {
        guard case .double(let number) = value.opened else { return false }
        return number.isFinite && number == number.rounded(.towardZero)
    }
}
