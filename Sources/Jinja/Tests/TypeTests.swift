/// Tests for the type of a value.
enum TypeTests {
    private static func test(_ name: String, _ body: @escaping @Sendable (Value) -> Bool) -> TestBody {
        { (value, arguments, _) throws(TemplateError) in
            _ = try arguments.plain("test_\(name)", 0, 0)
            return body(value)
        }
    }

    static let defined = test("defined") { !$0.isUndefined }
    static let undefined = test("undefined") { $0.isUndefined }
    static let none = test("none") { $0.isNull }
    static let mapping = test("mapping") { $0.isMapping }
    static let string = test("string") { $0.isString }
    static let number = test("number") { $0.number != nil }
    static let escaped = test("escaped") { _ in false }

    static let boolean = test("boolean") { value in
        if case .bool = value { true } else { false }
    }

    static let isTrue = test("true") { value in
        if case .bool(true) = value { true } else { false }
    }

    static let isFalse = test("false") { value in
        if case .bool(false) = value { true } else { false }
    }

    static let integer = test("integer") { value in
        switch value {
        case .int, .big: true
        default: false
        }
    }

    static let float = test("float") { value in
        if case .double = value { true } else { false }
    }

    static let callable = test("callable") { value in
        switch value {
        case .function, .undefined: true
        case .object(let object): object is LoopObject
        default: false
        }
    }

    static let iterable = test("iterable") { value in
        switch value {
        case .null, .bool, .int, .big, .double, .datetime, .date, .timedelta, .duration, .function, .ellipsis: false
        case .object(let object): object.isMapping || object is GroupObject || object is LoopObject
        default: true
        }
    }

    /// Whether the value has a length and items.
    static let sequence = test("sequence") { value in
        switch value {
        case .string, .bytes, .list, .tuple, .dict, .record, .json, .undefined: true
        case .object(let object): object.isMapping || object is GroupObject
        default: false
        }
    }
}
