import JSON

/// The keywords of JSON schema for numbers.
enum NumberKeywords {
    static func minimum(_ call: SchemaCall) -> [SchemaViolation] {
        guard let order = order(call) else { return [] }
        let isExclusive = call.draft == .draft4 && call.schema["exclusiveMinimum"]?.bool == true
        guard isExclusive ? order <= 0 : order < 0 else { return [] }
        return fail(call, isExclusive ? "less than or equal to" : "less than", "minimum")
    }

    static func maximum(_ call: SchemaCall) -> [SchemaViolation] {
        guard let order = order(call) else { return [] }
        let isExclusive = call.draft == .draft4 && call.schema["exclusiveMaximum"]?.bool == true
        guard isExclusive ? order >= 0 : order > 0 else { return [] }
        return fail(call, isExclusive ? "greater than or equal to" : "greater than", "maximum")
    }

    static func exclusiveMinimum(_ call: SchemaCall) -> [SchemaViolation] {
        guard let order = order(call), order <= 0 else { return [] }
        return fail(call, "less than or equal to", "minimum")
    }

    static func exclusiveMaximum(_ call: SchemaCall) -> [SchemaViolation] {
        guard let order = order(call), order >= 0 else { return [] }
        return fail(call, "greater than or equal to", "maximum")
    }

    private static func fail(_ call: SchemaCall, _ relation: String, _ bound: String) -> [SchemaViolation] {
        call.failInstance("is \(relation) the \(bound) of \(call.operand.pythonRepresentation)")
    }

    /// How the value stands to the operand: below 0, 0 or above 0; nil unless both are numbers.
    private static func order(_ call: SchemaCall) -> Int? {
        guard let one = ExactNumber(call.instance), let two = ExactNumber(call.operand) else { return nil }
        return one < two ? -1 : one > two ? 1 : 0
    }

    static func double(_ value: JSONValue) -> Double? {
        switch value {
        case .integer(let number): Double(number)
        case .bigInteger(let digits): Double(digits)
        case .double(let number): number
        default: nil
        }
    }

    static func multipleOf(_ call: SchemaCall) -> [SchemaViolation] {
        guard let value = double(call.instance), let divisor = double(call.operand), divisor != 0 else { return [] }
        let isMultiple: Bool
        switch (call.instance, call.operand) {
        case (.integer(let number), .integer(let step)): isMultiple = step == -1 || number % step == 0
        case (_, .integer): isMultiple = value.truncatingRemainder(dividingBy: divisor) == 0
        default:
            let quotient = value / divisor
            // A quotient beyond all doubles was divided by a small step; the remainder is exact.
            isMultiple =
                quotient.isFinite
                ? quotient.rounded(.towardZero) == quotient : value.truncatingRemainder(dividingBy: divisor) == 0
        }
        return isMultiple ? [] : call.failInstance("is not a multiple of \(call.operand.pythonRepresentation)")
    }
}
