import JSON

/// The keywords of JSON schema for text.
///
/// Lengths count Unicode scalars.
enum TextKeywords {
    static func minLength(_ call: SchemaCall) -> [SchemaViolation] {
        guard let length = call.instance.string?.unicodeScalars.count else { return [] }
        return SizeRule.least(length, call, tooSmall: "is too short")
    }

    static func maxLength(_ call: SchemaCall) -> [SchemaViolation] {
        guard let length = call.instance.string?.unicodeScalars.count else { return [] }
        return SizeRule.most(length, call, tooLarge: "is too long")
    }

    static func pattern(_ call: SchemaCall) -> [SchemaViolation] {
        guard let text = call.instance.string, let pattern = call.operand.string else { return [] }
        if SchemaPattern.isFound(pattern, in: text) { return [] }
        return call.failInstance("does not match \(call.operand.pythonRepresentation)")
    }
}

/// The rules for lengths and counts.
enum SizeRule {
    static func least(_ size: Int, _ call: SchemaCall, tooSmall: String) -> [SchemaViolation] {
        guard let limit = NumberKeywords.double(call.operand), Double(size) < limit else { return [] }
        return call.failInstance(limit == 1 ? "should be non-empty" : tooSmall)
    }

    static func most(_ size: Int, _ call: SchemaCall, tooLarge: String) -> [SchemaViolation] {
        guard let limit = NumberKeywords.double(call.operand), Double(size) > limit else { return [] }
        return call.failInstance(limit == 0 ? "is expected to be empty" : tooLarge)
    }
}
