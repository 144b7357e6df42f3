/// Tests that compare values.
enum ValueTests {
    private static func operand(_ arguments: Arguments, _ name: String) throws(TemplateError) -> Value {
        try arguments.bound(name, ["b"], required: 1)[0] ?? .null
    }

    private static func compare(_ comparison: Comparison) -> TestBody {
        { (value, arguments, _) throws(TemplateError) in
            try Value.ordered(value, comparison, try operand(arguments, comparison.rawValue))
        }
    }

    static let equal: TestBody = { (value, arguments, _) throws(TemplateError) in try value == operand(arguments, "eq")
    }
    static let notEqual: TestBody = { (value, arguments, _) throws(TemplateError) in
        try value != operand(arguments, "ne")
    }
    static let less = compare(.less)
    static let lessOrEqual = compare(.lessOrEqual)
    static let greater = compare(.greater)
    static let greaterOrEqual = compare(.greaterOrEqual)

    private static func remainder(_ value: Value, _ divisor: Value) throws(TemplateError) -> Value {
        try Value.binary(value, .modulo, divisor)
    }

    static let odd: TestBody = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("test_odd", 0, 0)
        return try remainder(value, .int(2)) == .int(1)
    }

    static let even: TestBody = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("test_even", 0, 0)
        return try remainder(value, .int(2)) == .int(0)
    }

    static let divisibleby: TestBody = { (value, arguments, _) throws(TemplateError) in
        let divisor = try arguments.bound("test_divisibleby", ["num"], required: 1)[0] ?? .null
        return try remainder(value, divisor) == .int(0)
    }

    static let isIn: TestBody = { (value, arguments, _) throws(TemplateError) in
        try (try arguments.bound("test_in", ["seq"], required: 1)[0] ?? .null).contains(value)
    }

    static let lower: TestBody = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("test_lower", 0, 0)
        return StringClasses.isLower(value.pythonText)
    }

    static let upper: TestBody = { (value, arguments, _) throws(TemplateError) in
        _ = try arguments.plain("test_upper", 0, 0)
        return StringClasses.isUpper(value.pythonText)
    }

    /// Identity: for values that Python keeps one of, equality of type and value.
    static let sameas: TestBody = { (value, arguments, _) throws(TemplateError) in
        let other = try arguments.bound("test_sameas", ["other"], required: 1)[0] ?? .null
        switch (value, other) {
        case (.list(let one), .list(let two)): return one === two
        case (.dict(let one), .dict(let two)): return one === two
        case (.set(let one), .set(let two)): return one === two
        case (.object(let one), .object(let two)): return one === two
        default: return value.typeName == other.typeName && value == other
        }
    }
}

/// Tests whether filters and tests exist.
enum NameTests {
    static let filter: TestBody = { (value, _, _) throws(TemplateError) in
        value.text.map { FilterTable.filters[$0] != nil } ?? false
    }

    static let test: TestBody = { (value, _, _) throws(TemplateError) in
        value.text.map { TestTable.tests[$0] != nil } ?? false
    }
}
