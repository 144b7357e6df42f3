/// Reads tokens into statements and expressions.
///
/// The grammar is that of Jinja2; statements are in `Parser+Statements.swift`, expressions in `Parser+Expressions.swift`.
struct Parser {
    var tokens: [Token]
    var position = 0
    /// The tags that are open, innermost last, for messages.
    var openTags: [(name: String, range: Range<Int>)] = []
    /// How deep expressions are nested, limited so that hostile text cannot exhaust the stack.
    var depth = 0

    private init(_ tokens: [Token]) { self.tokens = tokens }

    /// Parses a whole template.
    static func parse(_ source: SourceText) throws(TemplateError) -> [StatementSyntax] {
        var parser = Parser(try Lexer.tokens(of: source))
        return try parser.statements(until: [])
    }

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
            throw fail("expected token '\(label)', got '\(current.label)'")
        }
        return advance()
    }

    mutating func expect(name: String) throws(TemplateError) {
        guard skip(name: name) else { throw fail("expected token '\(name)', got '\(current.label)'") }
    }

    func fail(_ message: String, at range: Range<Int>? = nil, hint: String? = nil) -> TemplateError {
        TemplateError(.syntax, message, at: range ?? current.range, hint: hint)
    }

    /// From the start of a token to the end of the last one read.
    func range(from start: Range<Int>) -> Range<Int> {
        let end = position > 0 ? tokens[position - 1].range.upperBound : start.upperBound
        return start.lowerBound..<max(start.upperBound, end)
    }
}
