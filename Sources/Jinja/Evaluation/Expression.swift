/// A compiled expression.
///
/// A class per form, so that evaluation is one virtual call per node. Sendable without the compiler's check: nodes have
/// only `let` properties, and the values among them are never changed (no lists or dicts are folded into constants).
class Expression: @unchecked Sendable {
    /// UTF-8 offsets in the template text.
    final let range: Range<Int>

    init(_ range: Range<Int>) { self.range = range }

    /// The value in a scope.
    ///
    /// Errors carry the place of the innermost expression that failed.
    func evaluate(_ scope: Scope) throws(TemplateError) -> Value {
        throw TemplateError(.runtime, "an invalid expression", at: range)
    }

    /// Python's truth of the value.
    func isTrue(_ scope: Scope) throws(TemplateError) -> Bool { try evaluate(scope).isTrue }

    /// The value when it is known before evaluation.
    var constant: Value? { nil }

    /// What the expression is computed from and nothing else; empty when it depends on other things.
    var operands: [Expression] { [] }

    /// Whether the expression can be computed while compiling.
    final var hasConstantOperands: Bool {
        let operands = operands
        return !operands.isEmpty && operands.allSatisfy { $0.constant != nil }
    }

    /// Runs an operation; an error in it gets this expression's place unless it has one.
    @inline(__always)
    final func located<Result>(_ body: () throws(TemplateError) -> Result) throws(TemplateError) -> Result {
        do { return try body() } catch { throw error.located(at: range) }
    }
}

/// A value written in the template, or computed from such while compiling.
final class ConstantExpression: Expression, @unchecked Sendable {
    let value: Value

    init(_ value: Value, _ range: Range<Int>) {
        self.value = value
        super.init(range)
    }

    override func evaluate(_ scope: Scope) throws(TemplateError) -> Value { value }
    override var constant: Value? { value }
}

/// A variable of the scope.
final class VariableExpression: Expression, @unchecked Sendable {
    let symbol: Symbol
    private let missing: Missing

    init(_ name: String, _ range: Range<Int>) {
        symbol = Symbol(name)
        missing = .variable(name)
        super.init(range)
    }

    override func evaluate(_ scope: Scope) throws(TemplateError) -> Value {
        scope[symbol] ?? .undefined(missing)
    }
}

/// A variable that only macros and templates that change values in place read: it is made changeable first.
final class ChangeableVariableExpression: Expression, @unchecked Sendable {
    let symbol: Symbol
    private let missing: Missing

    init(_ name: String, _ range: Range<Int>) {
        symbol = Symbol(name)
        missing = .variable(name)
        super.init(range)
    }

    override func evaluate(_ scope: Scope) throws(TemplateError) -> Value {
        scope.changeableValue(symbol) ?? .undefined(missing)
    }
}

/// A name that a global function has; a variable of that name hides it.
final class GlobalExpression: Expression, @unchecked Sendable {
    let symbol: Symbol
    let global: GlobalFunction

    init(_ global: GlobalFunction, _ range: Range<Int>) {
        symbol = Symbol(global.name)
        self.global = global
        super.init(range)
    }

    override func evaluate(_ scope: Scope) throws(TemplateError) -> Value {
        scope[symbol] ?? .function(Function(global.name, global.body))
    }
}

/// A variable of the template's own.
final class LocalExpression: Expression, @unchecked Sendable {
    let slot: Int

    init(_ slot: Int, _ range: Range<Int>) {
        self.slot = slot
        super.init(range)
    }

    override func evaluate(_ scope: Scope) throws(TemplateError) -> Value { scope.locals[slot] }
}
