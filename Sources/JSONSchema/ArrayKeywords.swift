import JSON

/// The keywords of JSON schema for arrays.
enum ArrayKeywords {
    static func minItems(_ call: SchemaCall) -> [SchemaViolation] {
        guard let count = call.instance.array?.count else { return [] }
        return SizeRule.least(count, call, tooSmall: "is too short")
    }

    static func maxItems(_ call: SchemaCall) -> [SchemaViolation] {
        guard let count = call.instance.array?.count else { return [] }
        return SizeRule.most(count, call, tooLarge: "is too long")
    }

    static func uniqueItems(_ call: SchemaCall) -> [SchemaViolation] {
        guard call.operand.bool == true, let elements = call.instance.array else { return [] }
        for (index, element) in elements.enumerated() where elements[..<index].contains(element) {
            return call.failInstance("has non-unique elements")
        }
        return []
    }

    /// `items`; up to draft 2019-09 a list of schemas stands for the first elements, one each.
    static func items(_ call: SchemaCall) -> [SchemaViolation] {
        guard let elements = call.instance.array else { return [] }
        if call.draft == .draft2020 { return itemsAfterPrefix(call, elements) }
        if let schemas = call.operand.array { return each(call, elements, schemas) }
        return elements.enumerated().flatMap { call.descend($0.element, call.operand, step: .index($0.offset)) }
    }

    private static func itemsAfterPrefix(_ call: SchemaCall, _ elements: [JSONValue]) -> [SchemaViolation] {
        let prefix = call.schema["prefixItems"]?.array?.count ?? 0
        let extra = elements.count - prefix
        guard extra > 0 else { return [] }
        guard call.operand.bool == false else {
            return elements.enumerated().dropFirst(prefix).flatMap {
                call.descend($0.element, call.operand, step: .index($0.offset))
            }
        }
        let rest: JSONValue = extra == 1 ? elements[prefix] : .array(Array(elements[prefix...]))
        let word = prefix == 1 ? "item" : "items"
        return call.fail("Expected at most \(prefix) \(word) but found \(extra) extra: \(rest.pythonRepresentation)")
    }

    static func prefixItems(_ call: SchemaCall) -> [SchemaViolation] {
        guard let elements = call.instance.array, let schemas = call.operand.array else { return [] }
        return each(call, elements, schemas)
    }

    private static func each(_ call: SchemaCall, _ elements: [JSONValue], _ schemas: [JSONValue]) -> [SchemaViolation] {
        zip(elements, schemas).enumerated().flatMap {
            call.descend($0.element.0, $0.element.1, step: .index($0.offset))
        }
    }

    static func additionalItems(_ call: SchemaCall) -> [SchemaViolation] {
        guard let elements = call.instance.array, let items = call.schema["items"]?.array else { return [] }
        let extra = elements.enumerated().dropFirst(items.count)
        if call.operand.object != nil {
            return extra.flatMap { call.descend($0.element, call.operand, step: .index($0.offset)) }
        }
        guard call.operand.bool == false, !extra.isEmpty else { return [] }
        return call.fail("Additional items are not allowed (\(SchemaWords.unexpected(extra.map(\.element))))")
    }

    static func contains(_ call: SchemaCall) -> [SchemaViolation] {
        guard let elements = call.instance.array else { return [] }
        let count = elements.count { call.check.isValid($0, call.operand) }
        if call.draft <= .draft7 {
            guard count == 0 else { return [] }
            return call.fail("None of \(call.instance.pythonRepresentation) are valid under the given schema")
        }
        return containsCounted(call, count, of: elements.count)
    }

    private static func containsCounted(_ call: SchemaCall, _ count: Int, of total: Int) -> [SchemaViolation] {
        let least = call.schema["minContains"] ?? 1
        let most = call.schema["maxContains"] ?? .integer(total)
        if let limit = NumberKeywords.double(most), Double(count) > limit {
            let message =
                "Too many items match the given schema (expected at most \(most.pythonRepresentation))"
            return call.fail(message, keyword: "maxContains")
        }
        guard let limit = NumberKeywords.double(least), Double(count) < limit else { return [] }
        if count == 0 { return call.failInstance("does not contain items matching the given schema") }
        let message =
            "Too few items match the given schema (expected at least \(least.pythonRepresentation) "
            + "but only \(count) matched)"
        return call.fail(message, keyword: "minContains")
    }
}
