import JSON
import Text

/// `x.name`.
final class AttributeExpression: Expression, @unchecked Sendable {
    private let operand: Expression
    private let name: String
    private let key: JSONKey
    /// Whether dicts have a method of that name, which hides a member.
    private let isDictMethod: Bool
    private let missing: Missing

    init(_ operand: Expression, _ name: String, _ range: Range<Int>) {
        self.operand = operand
        self.name = name
        key = JSONKey(name)
        isDictMethod = MethodTable.dictMethods[name] != nil || name.hasPrefix("__")
        missing = Missing("'dict object' has no attribute \(PythonText.repr(name))")
        super.init(range)
    }

    override func evaluate(_ scope: Scope) throws(TemplateError) -> Value {
        let value = try operand.evaluate(scope)
        if !isDictMethod {
            switch value {
            case .json(let view) where view.kind == .object:
                return view.member(key).map { Value($0) } ?? .undefined(missing)
            case .record(let record): return record.member(key) ?? .undefined(missing)
            default: break
            }
        }
        return try located { () throws(TemplateError) in try value.dotted(name) }
    }
}

/// `x['name']`, the name being written out.
final class KeyExpression: Expression, @unchecked Sendable {
    private let operand: Expression
    private let name: String
    private let key: JSONKey

    init(_ operand: Expression, _ name: String, _ range: Range<Int>) {
        self.operand = operand
        self.name = name
        key = JSONKey(name)
        super.init(range)
    }

    override func evaluate(_ scope: Scope) throws(TemplateError) -> Value {
        let value = try operand.evaluate(scope)
        switch value {
        case .json(let view):
            if let member = view.member(key) { return Value(member) }
        case .record(let record):
            if let member = record.member(key) { return member }
        default: break
        }
        return try located { () throws(TemplateError) in try value.subscripted(.string(name)) }
    }
}

/// `x[key]`.
final class ItemExpression: Expression, @unchecked Sendable {
    private let operand: Expression
    private let key: Expression

    init(_ operand: Expression, _ key: Expression, _ range: Range<Int>) {
        self.operand = operand
        self.key = key
        super.init(range)
    }

    override func evaluate(_ scope: Scope) throws(TemplateError) -> Value {
        let value = try operand.evaluate(scope)
        let key = try key.evaluate(scope)
        return try located { () throws(TemplateError) in try value.subscripted(key) }
    }
}

/// `x[from:to:by]`.
final class SliceExpression: Expression, @unchecked Sendable {
    private let operand: Expression
    private let bounds: [Expression?]

    init(_ operand: Expression, _ bounds: [Expression?], _ range: Range<Int>) {
        self.operand = operand
        self.bounds = bounds
        super.init(range)
    }

    override func evaluate(_ scope: Scope) throws(TemplateError) -> Value {
        let value = try operand.evaluate(scope)
        var values: [Value?] = []
        for bound in bounds { values.append(try bound?.evaluate(scope)) }
        return try located { () throws(TemplateError) in
            if case .undefined(let missing) = value { throw missing.error }
            if let slice = try value.slice(values[0], values[1], values[2]) { return slice }
            if value.isMapping { throw .type("unhashable type: 'slice'") }
            throw .type("'\(value.typeName)' object is not subscriptable")
        }
    }
}
