import JSON

/// The compiled arguments of a call.
struct ArgumentExpressions: Sendable {
    let positional: [Expression]
    let named: [(name: String, value: Expression)]
    let list: Expression?
    let dict: Expression?

    /// The values of arguments that are all known before evaluation.
    var constants: Arguments? {
        guard list == nil, dict == nil else { return nil }
        let values = positional.compactMap(\.constant)
        let pairs = named.compactMap { pair in pair.value.constant.map { (pair.name, $0) } }
        guard values.count == positional.count, pairs.count == named.count else { return nil }
        return Arguments(values, named: pairs)
    }

    /// The values, or those known before.
    @inline(__always)
    func evaluate(_ scope: Scope, _ constants: Arguments?) throws(TemplateError) -> Arguments {
        if let constants { return constants }
        return try evaluate(scope)
    }

    func evaluate(_ scope: Scope) throws(TemplateError) -> Arguments {
        var arguments = Arguments()
        arguments.positional.reserveCapacity(positional.count)
        for expression in positional { arguments.positional.append(try expression.evaluate(scope)) }
        for (name, expression) in named { arguments.named.append((name, try expression.evaluate(scope))) }
        if let list { arguments.positional += try list.evaluate(scope).iterated() }
        if let dict { arguments.named += try Self.named(try dict.evaluate(scope)) }
        return arguments
    }

    private static func named(_ value: Value) throws(TemplateError) -> [(name: String, value: Value)] {
        guard case .dict(let dict) = value.opened else {
            throw .type("argument after ** must be a mapping, not \(value.typeName)")
        }
        var pairs: [(name: String, value: Value)] = []
        for (key, value) in dict.members {
            guard let name = key.text else { throw .type("keywords must be strings") }
            pairs.append((name, value))
        }
        return pairs
    }
}

/// `f(…)`, the function being any value.
final class CallExpression: Expression, @unchecked Sendable {
    private let callee: Expression
    private let arguments: ArgumentExpressions

    init(_ callee: Expression, _ arguments: ArgumentExpressions, _ range: Range<Int>) {
        self.callee = callee
        self.arguments = arguments
        super.init(range)
    }

    override func evaluate(_ scope: Scope) throws(TemplateError) -> Value {
        let function = try callee.evaluate(scope)
        let values = try arguments.evaluate(scope)
        return try located { () throws(TemplateError) in
            let result = try function.call(values, scope)
            try SizeLimit.check(result, scope)
            return result
        }
    }
}

/// A call of a global function by its name; a variable of that name hides it.
final class GlobalCallExpression: Expression, @unchecked Sendable {
    private let callee: GlobalExpression
    private let arguments: ArgumentExpressions
    private let constants: Arguments?

    init(_ callee: GlobalExpression, _ arguments: ArgumentExpressions, _ range: Range<Int>) {
        self.callee = callee
        self.arguments = arguments
        constants = arguments.constants
        super.init(range)
    }

    override func evaluate(_ scope: Scope) throws(TemplateError) -> Value {
        let values = try arguments.evaluate(scope, constants)
        let hiding = scope[callee.symbol]
        return try located { () throws(TemplateError) in
            let result = if let hiding { try hiding.call(values, scope) } else { try callee.global.body(values, scope) }
            try SizeLimit.check(result, scope)
            return result
        }
    }
}

/// `x.name(…)`: a method is called without making a function of it first.
final class MethodCallExpression: Expression, @unchecked Sendable {
    private let operand: Expression
    private let name: String
    private let arguments: ArgumentExpressions
    private let constants: Arguments?
    private let place: Range<Int>

    init(
        _ operand: Expression,
        _ name: String,
        _ arguments: ArgumentExpressions,
        place: Range<Int>,
        _ range: Range<Int>
    ) {
        self.operand = operand
        self.name = name
        self.arguments = arguments
        constants = arguments.constants
        self.place = place
        super.init(range)
    }

    override func evaluate(_ scope: Scope) throws(TemplateError) -> Value {
        let value = try operand.evaluate(scope)
        let method = MethodTable.directMethod(name, of: value)
        let function = method == nil ? try called(value) : nil
        let values = try arguments.evaluate(scope, constants)
        return try located { () throws(TemplateError) in
            let result: Value
            if let method {
                result = try method(value, values, scope)
            } else {
                result = try function?.call(values, scope) ?? .null
            }
            try SizeLimit.check(result, scope)
            return result
        }
    }

    private func called(_ value: Value) throws(TemplateError) -> Value {
        do { return try value.dotted(name) } catch { throw error.located(at: place) }
    }
}

/// `x.get('name', default)`, the most frequent call of all.
final class GetExpression: Expression, @unchecked Sendable {
    private let operand: Expression
    private let name: String
    private let key: JSONKey
    private let standard: Expression?
    /// Whether the default is computed, so that it may fail even where it is not used.
    private let computesStandard: Bool
    private let place: Range<Int>

    init(_ operand: Expression, _ name: String, _ standard: Expression?, place: Range<Int>, _ range: Range<Int>) {
        self.operand = operand
        self.name = name
        key = JSONKey(name)
        self.standard = standard
        computesStandard = standard != nil && standard?.constant == nil
        self.place = place
        super.init(range)
    }

    override func evaluate(_ scope: Scope) throws(TemplateError) -> Value {
        let value = try operand.evaluate(scope)
        switch value {
        case .json(let view) where view.kind == .object:
            if let member = view.member(key) { return try checked(Value(member), scope) }
            return try standard?.evaluate(scope) ?? .null
        case .record(let record):
            if let member = record.member(key) { return try checked(member, scope) }
            return try standard?.evaluate(scope) ?? .null
        case .dict(let dict):
            if let member = dict.members[.string(name)] { return try checked(member, scope) }
            return try standard?.evaluate(scope) ?? .null
        default: return try call(value, scope)
        }
    }

    /// The default is evaluated even if it is not used, since it may fail.
    @inline(__always)
    private func checked(_ value: Value, _ scope: Scope) throws(TemplateError) -> Value {
        if computesStandard { _ = try standard?.evaluate(scope) }
        return value
    }

    private func call(_ value: Value, _ scope: Scope) throws(TemplateError) -> Value {
        let function: Value
        do { function = try value.dotted("get") } catch { throw error.located(at: place) }
        var values: [Value] = [.string(name)]
        if let standard { values.append(try standard.evaluate(scope)) }
        let arguments = Arguments(values)
        return try located { () throws(TemplateError) in try function.call(arguments, scope) }
    }
}

/// `x | name(…)`.
final class FilterExpression: Expression, @unchecked Sendable {
    private let input: Expression?
    private let filter: FilterBody
    private let arguments: ArgumentExpressions
    private let constants: Arguments?

    init(_ input: Expression?, _ filter: @escaping FilterBody, _ arguments: ArgumentExpressions, _ range: Range<Int>) {
        self.input = input
        self.filter = filter
        self.arguments = arguments
        constants = arguments.constants
        super.init(range)
    }

    override var operands: [Expression] { constants == nil ? [] : input.map { [$0] } ?? [] }

    override func evaluate(_ scope: Scope) throws(TemplateError) -> Value {
        let value = try input?.evaluate(scope) ?? scope.blockText
        let values = try arguments.evaluate(scope, constants)
        return try located { () throws(TemplateError) in
            let result = try filter(value, values, scope)
            try ValueNesting.note([result], scope)
            try SizeLimit.check(result, scope)
            return result
        }
    }
}

/// `x is name(…)`.
final class TestExpression: Expression, @unchecked Sendable {
    private let input: Expression
    private let test: TestBody
    private let arguments: ArgumentExpressions
    private let constants: Arguments?

    init(_ input: Expression, _ test: @escaping TestBody, _ arguments: ArgumentExpressions, _ range: Range<Int>) {
        self.input = input
        self.test = test
        self.arguments = arguments
        constants = arguments.constants
        super.init(range)
    }

    override func evaluate(_ scope: Scope) throws(TemplateError) -> Value { .bool(try isTrue(scope)) }

    override func isTrue(_ scope: Scope) throws(TemplateError) -> Bool {
        let value = try input.evaluate(scope)
        let values = try arguments.evaluate(scope, constants)
        return try located { () throws(TemplateError) in try test(value, values, scope) }
    }
}

/// An unknown filter or test in a branch: it fails only when it is reached, as in the reference.
final class FailingExpression: Expression, @unchecked Sendable {
    private let error: TemplateError

    init(_ error: TemplateError, _ range: Range<Int>) {
        self.error = error
        super.init(range)
    }

    override func evaluate(_ scope: Scope) throws(TemplateError) -> Value { throw error }
}
