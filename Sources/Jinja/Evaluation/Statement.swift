/// A compiled statement: appends what it prints to a string.
///
/// Sendable for the same reason as `Expression`: nodes never change.
class Statement: @unchecked Sendable {
    init() {}

    func run(_ scope: Scope, _ output: inout String) throws(TemplateError) {}
}

extension [Statement] {
    func run(_ scope: Scope, _ output: inout String) throws(TemplateError) {
        for statement in self { try statement.run(scope, &output) }
    }
}

/// Literal text.
final class TextStatement: Statement, @unchecked Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    override func run(_ scope: Scope, _ output: inout String) throws(TemplateError) { output += text }
}

/// `{{ expression }}`.
final class OutputStatement: Statement, @unchecked Sendable {
    let expression: Expression

    init(_ expression: Expression) { self.expression = expression }

    override func run(_ scope: Scope, _ output: inout String) throws(TemplateError) {
        try expression.evaluate(scope).print(to: &output)
        try SizeLimit.checkText(output.utf8.count)
    }
}

/// `if`, `elif`, `else`.
final class ConditionalStatement: Statement, @unchecked Sendable {
    private let branches: [(test: Expression, body: [Statement])]
    private let otherwise: [Statement]

    init(_ branches: [(test: Expression, body: [Statement])], _ otherwise: [Statement]) {
        self.branches = branches
        self.otherwise = otherwise
    }

    override func run(_ scope: Scope, _ output: inout String) throws(TemplateError) {
        for (test, body) in branches where try test.isTrue(scope) { return try body.run(scope, &output) }
        try otherwise.run(scope, &output)
    }
}

/// Where a block's own variables get their first values.
///
/// Sendable without the compiler's check: the values in it are functions and undefined ones, which never change.
struct BlockEntry: @unchecked Sendable {
    enum Step {
        case variable(slot: Int, Symbol, Value)
        case copy(slot: Int, from: Int)
        case clear(slot: Int, Missing)
    }

    let steps: [Step]

    func run(_ scope: Scope) {
        for step in steps {
            switch step {
            case .variable(let slot, let symbol, let standard): scope.locals[slot] = scope[symbol] ?? standard
            case .copy(let slot, let outer): scope.locals[slot] = scope.locals[outer]
            case .clear(let slot, let missing): scope.locals[slot] = .undefined(missing)
            }
        }
    }
}

/// A block with variables of its own.
final class BlockStatement: Statement, @unchecked Sendable {
    private let entry: BlockEntry
    let body: [Statement]

    init(_ entry: BlockEntry, _ body: [Statement]) {
        self.entry = entry
        self.body = body
    }

    override func run(_ scope: Scope, _ output: inout String) throws(TemplateError) {
        entry.run(scope)
        try body.run(scope, &output)
    }
}

/// `with`: some variables for a block, their values computed outside of it.
final class WithStatement: Statement, @unchecked Sendable {
    private let pairs: [(target: Target, value: Expression)]
    private let entry: BlockEntry
    private let body: [Statement]

    init(_ pairs: [(target: Target, value: Expression)], _ entry: BlockEntry, _ body: [Statement]) {
        self.pairs = pairs
        self.entry = entry
        self.body = body
    }

    override func run(_ scope: Scope, _ output: inout String) throws(TemplateError) {
        entry.run(scope)
        for (target, value) in pairs { try target.assign(try value.evaluate(scope), scope) }
        try body.run(scope, &output)
    }
}

/// `filter`: runs a block and filters what it prints.
final class FilterStatement: Statement, @unchecked Sendable {
    private let filter: Expression
    private let entry: BlockEntry
    private let body: [Statement]

    init(_ filter: Expression, _ entry: BlockEntry, _ body: [Statement]) {
        self.filter = filter
        self.entry = entry
        self.body = body
    }

    override func run(_ scope: Scope, _ output: inout String) throws(TemplateError) {
        try BlockText.filtered(filter, entry, body, scope).print(to: &output)
    }
}

/// The text of a block, filtered.
enum BlockText {
    static func filtered(
        _ filter: Expression?,
        _ entry: BlockEntry,
        _ body: [Statement],
        _ scope: Scope
    ) throws(TemplateError) -> Value {
        entry.run(scope)
        var text = ""
        try body.run(scope, &text)
        guard let filter else { return .string(text) }
        let outer = scope.blockText
        defer { scope.blockText = outer }
        scope.blockText = .string(text)
        return try filter.evaluate(scope)
    }
}

/// `include` and the like: evaluating them is a type error, since there is nothing to load from.
final class LoadingStatement: Statement, @unchecked Sendable {
    private let source: Expression

    init(_ source: Expression) { self.source = source }

    override func run(_ scope: Scope, _ output: inout String) throws(TemplateError) {
        _ = try source.evaluate(scope)
        throw TemplateError(.type, "no loader for this environment specified", at: source.range)
    }
}
