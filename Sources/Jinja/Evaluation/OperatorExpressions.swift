/// `a + b` and the other arithmetic operators.
final class BinaryExpression: Expression, @unchecked Sendable {
    private let symbol: BinaryOperator
    private let left: Expression
    private let right: Expression

    init(_ symbol: BinaryOperator, _ left: Expression, _ right: Expression, _ range: Range<Int>) {
        self.symbol = symbol
        self.left = left
        self.right = right
        super.init(range)
    }

    override var operands: [Expression] { [left, right] }

    override func evaluate(_ scope: Scope) throws(TemplateError) -> Value {
        let one = try left.evaluate(scope)
        let other = try right.evaluate(scope)
        return try located { () throws(TemplateError) in try Value.binary(one, symbol, other) }
    }
}

/// `-a` and `+a`.
final class UnaryExpression: Expression, @unchecked Sendable {
    private let symbol: UnaryOperator
    private let operand: Expression

    init(_ symbol: UnaryOperator, _ operand: Expression, _ range: Range<Int>) {
        self.symbol = symbol
        self.operand = operand
        super.init(range)
    }

    override var operands: [Expression] { [operand] }

    override func evaluate(_ scope: Scope) throws(TemplateError) -> Value {
        let value = try operand.evaluate(scope)
        return try located { () throws(TemplateError) in try Value.unary(symbol, value) }
    }
}

/// `not a`.
final class NotExpression: Expression, @unchecked Sendable {
    private let operand: Expression

    init(_ operand: Expression, _ range: Range<Int>) {
        self.operand = operand
        super.init(range)
    }

    override var operands: [Expression] { [operand] }

    override func evaluate(_ scope: Scope) throws(TemplateError) -> Value { .bool(try isTrue(scope)) }
    override func isTrue(_ scope: Scope) throws(TemplateError) -> Bool { !(try operand.isTrue(scope)) }
}

/// `a and b`, `a or b`: gives one of the operands.
final class LogicExpression: Expression, @unchecked Sendable {
    private let isAnd: Bool
    private let left: Expression
    private let right: Expression

    init(isAnd: Bool, _ left: Expression, _ right: Expression, _ range: Range<Int>) {
        self.isAnd = isAnd
        self.left = left
        self.right = right
        super.init(range)
    }

    override var operands: [Expression] { [left, right] }

    override func evaluate(_ scope: Scope) throws(TemplateError) -> Value {
        let value = try left.evaluate(scope)
        return value.isTrue == isAnd ? try right.evaluate(scope) : value
    }

    override func isTrue(_ scope: Scope) throws(TemplateError) -> Bool {
        try left.isTrue(scope) == isAnd ? try right.isTrue(scope) : !isAnd
    }
}

/// `a < b`, also in chains such as `a < b < c`.
final class ComparisonExpression: Expression, @unchecked Sendable {
    private let first: Expression
    private let rest: [(comparison: Comparison, operand: Expression)]

    init(_ first: Expression, _ rest: [(comparison: Comparison, operand: Expression)], _ range: Range<Int>) {
        self.first = first
        self.rest = rest
        super.init(range)
    }

    override var operands: [Expression] { [first] + rest.map(\.operand) }

    override func evaluate(_ scope: Scope) throws(TemplateError) -> Value { .bool(try isTrue(scope)) }

    override func isTrue(_ scope: Scope) throws(TemplateError) -> Bool {
        var left = try first.evaluate(scope)
        for (comparison, operand) in rest {
            let right = try operand.evaluate(scope)
            guard try holds(left, comparison, right) else { return false }
            left = right
        }
        return true
    }

    @inline(__always)
    private func holds(_ left: Value, _ comparison: Comparison, _ right: Value) throws(TemplateError) -> Bool {
        switch comparison {
        case .equal: left == right
        case .notEqual: left != right
        case .isIn: try located { () throws(TemplateError) in try right.contains(left) }
        case .isNotIn: !(try located { () throws(TemplateError) in try right.contains(left) })
        default: try located { () throws(TemplateError) in try Value.ordered(left, comparison, right) }
        }
    }
}

/// `a ~ b`.
final class ConcatenationExpression: Expression, @unchecked Sendable {
    private let parts: [Expression]

    init(_ parts: [Expression], _ range: Range<Int>) {
        self.parts = parts
        super.init(range)
    }

    override var operands: [Expression] { parts }

    override func evaluate(_ scope: Scope) throws(TemplateError) -> Value {
        var text = ""
        for part in parts { try part.evaluate(scope).print(to: &text) }
        try located { () throws(TemplateError) in try SizeLimit.checkText(text.utf8.count) }
        return .string(text)
    }
}

/// `a if test else b`.
final class ConditionalExpression: Expression, @unchecked Sendable {
    private let test: Expression
    private let then: Expression
    private let otherwise: Expression?

    init(_ test: Expression, _ then: Expression, _ otherwise: Expression?, _ range: Range<Int>) {
        self.test = test
        self.then = then
        self.otherwise = otherwise
        super.init(range)
    }

    private static let missing = Missing(
        "the condition of an 'if' is false, and there is no 'else'",
        hint: "write 'a if test else b'"
    )

    override func evaluate(_ scope: Scope) throws(TemplateError) -> Value {
        if try test.isTrue(scope) { return try then.evaluate(scope) }
        return try otherwise?.evaluate(scope) ?? .undefined(Self.missing)
    }
}

/// `[a, b]` or `(a, b)`.
final class SequenceExpression: Expression, @unchecked Sendable {
    private let isTuple: Bool
    private let parts: [Expression]

    init(isTuple: Bool, _ parts: [Expression], _ range: Range<Int>) {
        self.isTuple = isTuple
        self.parts = parts
        super.init(range)
    }

    override var operands: [Expression] { isTuple ? parts : [] }

    override func evaluate(_ scope: Scope) throws(TemplateError) -> Value {
        var values: [Value] = []
        values.reserveCapacity(parts.count)
        for part in parts { values.append(try part.evaluate(scope)) }
        try located { () throws(TemplateError) in try ValueNesting.note(values, scope) }
        return isTuple ? .tuple(values) : .list(values)
    }
}

/// `{a: b}`.
final class DictExpression: Expression, @unchecked Sendable {
    private let pairs: [(key: Expression, value: Expression)]

    init(_ pairs: [(key: Expression, value: Expression)], _ range: Range<Int>) {
        self.pairs = pairs
        super.init(range)
    }

    override func evaluate(_ scope: Scope) throws(TemplateError) -> Value {
        let dict = DictObject()
        for pair in pairs {
            let key = try pair.key.evaluate(scope)
            let value = try pair.value.evaluate(scope)
            try located { () throws(TemplateError) in try key.requireHashable() }
            dict.members[key] = value
            try located { () throws(TemplateError) in try ValueNesting.note([value], scope) }
        }
        return .dict(dict)
    }
}
