/// Reads tokens into statements and expressions.
///
/// The grammar is that of Jinja2; statements are in `Parser+Statements.swift`, expressions in `Parser+Expressions.swift`.
struct Parser {
    var tokens: [Token]
    var position = 0
    /// The tags that are open, innermost last, for messages.
    var openTags: [(name: String, range: Range<Int>)] = []
    /// How deep the text is nested here, by the weight of what is open.
    private var depth = 0
    /// How tall the syntax is so far: expressions inside each other, and the blocks around them.
    private(set) var height = 0

    private init(_ tokens: [Token]) { self.tokens = tokens }

    /// Parses a whole template; also tells how tall its syntax is, which is what evaluating it takes of the stack.
    static func parse(_ source: SourceText) throws(TemplateError) -> (statements: [StatementSyntax], height: Int) {
        var parser = Parser(try Lexer.tokens(of: source))
        let statements = try parser.statements(until: [])
        return (statements, parser.height)
    }

    // MARK: Limits

    // All that handles a template is recursive, and a stack is finite. The reference ends at 70 brackets, 490 operands of
    // a sum and 98 blocks, or earlier.

    /// What may be open at once; brackets weigh 4, the `else` of a conditional expression 1.
    static let deepest = 500
    /// Expressions inside each other: a chain such as `a + b + c` makes one more with each part.
    static let tallest = 500
    /// Blocks inside each other.
    static let mostBlocks = 100

    mutating func enter(weight: Int) throws(TemplateError) {
        guard depth + weight <= Self.deepest else {
            throw fail("the expression is nested too deeply", hint: Self.remedy)
        }
        depth += weight
    }

    mutating func leave(weight: Int) { depth -= weight }

    mutating func node(_ form: ExpressionSyntax.Form, _ start: Range<Int>) throws(TemplateError) -> ExpressionSyntax {
        let node = ExpressionSyntax(form: form, range: range(from: start))
        guard node.height <= Self.tallest else {
            let message = "the expression has more than \(Self.tallest) parts inside each other"
            throw fail(message, at: start, hint: Self.remedy)
        }
        height = max(height, node.height + 5 * openTags.count)
        return node
    }

    mutating func open(_ tag: Token) throws(TemplateError) {
        guard openTags.count < Self.mostBlocks else {
            let message = "more than \(Self.mostBlocks) blocks are open"
            throw fail(message, at: tag.range, hint: "close some, or do part of the work in a macro")
        }
        openTags.append((tag.text, tag.range))
        height = max(height, 5 * openTags.count)
    }

    private static let remedy = "put parts of it into variables with {% set %}"

    // MARK: Tokens

    var current: Token { tokens[position] }

    /// The token after the current one.
    var following: Token { tokens[min(position + 1, tokens.count - 1)] }

    @discardableResult
    mutating func advance() -> Token {
        let token = current
        if position < tokens.count - 1 { position += 1 }
        return token
    }

    mutating func skip(_ kind: Token.Kind) -> Bool {
        guard current.kind == kind else { return false }
        advance()
        return true
    }

    mutating func skip(name: String) -> Bool {
        guard current.isName(name) else { return false }
        advance()
        return true
    }

    @discardableResult
    mutating func expect(_ kind: Token.Kind, _ label: String) throws(TemplateError) -> Token {
        guard current.kind == kind else {
            let hint = current.kind == .assign ? "write '==' to compare" : missingOperand
            throw fail("expected token '\(label)', got '\(current.label)'", hint: hint)
        }
        return advance()
    }

    mutating func expect(name: String) throws(TemplateError) {
        guard skip(name: name) else { throw fail("expected token '\(name)', got '\(current.label)'") }
    }

    /// What to do where a text ends after a word or a sign that needs something behind it.
    var missingOperand: String? {
        guard position > 0, [.outputEnd, .blockEnd, .rightParenthesis, .rightBracket, .end].contains(current.kind)
        else {
            return nil
        }
        let before = tokens[position - 1]
        switch before.kind {
        case .outputBegin: return current.kind == .end ? nil : "write an expression between '{{' and '}}'"
        case .name where Self.operators.contains(before.text): break
        case .pipe: return "write the name of a filter behind '|', or remove it"
        case .add, .sub, .mul, .div, .floorDiv, .mod, .pow, .tilde, .assign, .equal, .notEqual, .less, .lessOrEqual,
            .greater, .greaterOrEqual:
            break
        default: return nil
        }
        return "write a value behind '\(before.text)', or remove '\(before.text)'"
    }

    /// The words that need a value behind them.
    private static let operators: Set<String> = ["and", "or", "not", "in", "is", "if", "elif", "else"]

    func fail(_ message: String, at range: Range<Int>? = nil, hint: String? = nil) -> TemplateError {
        TemplateError(.syntax, message, at: range ?? current.range, hint: hint)
    }

    /// From the start of a token to the end of the last one read.
    func range(from start: Range<Int>) -> Range<Int> {
        let end = position > 0 ? tokens[position - 1].range.upperBound : start.upperBound
        return start.lowerBound..<max(start.upperBound, end)
    }
}
