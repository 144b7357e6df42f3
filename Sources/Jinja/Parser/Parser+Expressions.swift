import Text

/// Expressions, loosest binding first.
extension Parser {
    mutating func expression(allowsConditional: Bool = true) throws(TemplateError) -> ExpressionSyntax {
        try enter(weight: 1)
        defer { leave(weight: 1) }
        return allowsConditional ? try conditional() : try disjunction()
    }

    private mutating func conditional() throws(TemplateError) -> ExpressionSyntax {
        let start = current.range
        var result = try disjunction()
        while skip(name: "if") {
            let test = try disjunction()
            let otherwise = skip(name: "else") ? try alternative() : nil
            result = try node(.conditional(test: test, then: result, otherwise: otherwise), start)
        }
        return result
    }

    /// What stands after `else`.
    private mutating func alternative() throws(TemplateError) -> ExpressionSyntax {
        guard current.kind != .outputEnd, current.kind != .blockEnd else {
            throw fail("nothing stands after 'else'", hint: "write 'a if test else b', with a value for both cases")
        }
        return try expression()
    }

    private mutating func disjunction() throws(TemplateError) -> ExpressionSyntax {
        let start = current.range
        var left = try conjunction()
        while skip(name: "or") { left = try node(.or(left, try conjunction()), start) }
        return left
    }

    private mutating func conjunction() throws(TemplateError) -> ExpressionSyntax {
        let start = current.range
        var left = try negation()
        while skip(name: "and") { left = try node(.and(left, try negation()), start) }
        return left
    }

    private mutating func negation() throws(TemplateError) -> ExpressionSyntax {
        let start = current.range
        var count = 0
        while skip(name: "not") { count += 1 }
        var result = try comparison()
        for _ in 0..<count { result = try node(.not(result), start) }
        return result
    }

    private mutating func comparison() throws(TemplateError) -> ExpressionSyntax {
        let start = current.range
        let first = try sum()
        var rest: [(Comparison, ExpressionSyntax)] = []
        while let comparison = comparisonOperator() { rest.append((comparison, try sum())) }
        return try rest.isEmpty ? first : node(.comparison(first, rest), start)
    }

    private mutating func comparisonOperator() -> Comparison? {
        let found: Comparison? =
            switch current.kind {
            case .equal: .equal
            case .notEqual: .notEqual
            case .less: .less
            case .lessOrEqual: .lessOrEqual
            case .greater: .greater
            case .greaterOrEqual: .greaterOrEqual
            case .name where current.text == "in": .isIn
            default: nil
            }
        if let found {
            advance()
            return found
        }
        guard current.isName("not"), following.isName("in") else { return nil }
        advance()
        advance()
        return .isNotIn
    }

    private mutating func sum() throws(TemplateError) -> ExpressionSyntax {
        let start = current.range
        var left = try concatenation()
        while true {
            let symbol: BinaryOperator
            switch current.kind {
            case .add: symbol = .add
            case .sub: symbol = .subtract
            default: return left
            }
            advance()
            left = try node(.binary(symbol, left, try concatenation()), start)
        }
    }

    private mutating func concatenation() throws(TemplateError) -> ExpressionSyntax {
        let start = current.range
        var parts = [try product()]
        while skip(.tilde) { parts.append(try product()) }
        return try parts.count == 1 ? parts[0] : node(.concatenation(parts), start)
    }

    private mutating func product() throws(TemplateError) -> ExpressionSyntax {
        let start = current.range
        var left = try power()
        while true {
            let symbol: BinaryOperator
            switch current.kind {
            case .mul: symbol = .multiply
            case .div: symbol = .divide
            case .floorDiv: symbol = .floorDivide
            case .mod: symbol = .modulo
            default: return left
            }
            advance()
            left = try node(.binary(symbol, left, try power()), start)
        }
    }

    /// `**` binds from the left here, unlike in Python.
    private mutating func power() throws(TemplateError) -> ExpressionSyntax {
        let start = current.range
        var left = try unary()
        while skip(.pow) { left = try node(.binary(.power, left, try unary()), start) }
        return left
    }

    private mutating func unary() throws(TemplateError) -> ExpressionSyntax {
        try enter(weight: 3)
        defer { leave(weight: 3) }
        let signs = signs()
        let start = current.range
        var result = try postfix(try primary(), start)
        for sign in signs.reversed() { result = try node(.unary(sign.symbol, result), sign.place) }
        return try filtersAndTests(result, signs.first?.place ?? start)
    }

    private mutating func signs() -> [(symbol: UnaryOperator, place: Range<Int>)] {
        var signs: [(symbol: UnaryOperator, place: Range<Int>)] = []
        while current.kind == .sub || current.kind == .add {
            signs.append((current.kind == .sub ? .minus : .plus, current.range))
            advance()
        }
        return signs
    }

    // MARK: Primaries

    mutating func primary() throws(TemplateError) -> ExpressionSyntax {
        let token = current
        switch token.kind {
        case .name:
            advance()
            return try node(Self.named(token.text), token.range)
        case .string:
            var text = advance().text
            while current.kind == .string { text += advance().text }
            return try node(.constant(.string(text)), token.range)
        case .integer:
            advance()
            return try node(.constant(BigInteger(literal: token.text).map(Value.init) ?? .int(0)), token.range)
        case .float:
            advance()
            return try node(.constant(.double(Double(token.text) ?? 0)), token.range)
        case .leftParenthesis:
            advance()
            let inner = try tuple(isParenthesised: true)
            try expect(.rightParenthesis, ")")
            return ExpressionSyntax(form: inner.form, range: range(from: token.range))
        case .leftBracket: return try list()
        case .leftBrace: return try dict()
        default: throw fail("unexpected '\(token.label)'", hint: missingOperand)
        }
    }

    private static func named(_ name: String) -> ExpressionSyntax.Form {
        switch name {
        case "true", "True": .constant(.bool(true))
        case "false", "False": .constant(.bool(false))
        case "none", "None": .constant(.null)
        default: .name(name)
        }
    }

    /// One expression, or a tuple where commas follow.
    ///
    /// Parentheses alone make an empty tuple.
    mutating func tuple(
        allowsConditional: Bool = true,
        isParenthesised: Bool = false,
        endingAt name: String? = nil
    ) throws(TemplateError) -> ExpressionSyntax {
        let start = current.range
        var parts: [ExpressionSyntax] = []
        var isTuple = false
        while !isTupleEnd(name) {
            parts.append(try expression(allowsConditional: allowsConditional))
            guard skip(.comma) else { break }
            isTuple = true
        }
        if !isTuple, let only = parts.first { return only }
        guard isTuple || isParenthesised else {
            throw fail("Expected an expression, got '\(current.label)'", hint: missingOperand)
        }
        return try node(.tuple(parts), start)
    }

    func isTupleEnd(_ name: String?) -> Bool {
        switch current.kind {
        case .outputEnd, .blockEnd, .rightParenthesis, .end: true
        case .name: current.text == name
        default: false
        }
    }

    private mutating func list() throws(TemplateError) -> ExpressionSyntax {
        let start = try expect(.leftBracket, "[").range
        var items: [ExpressionSyntax] = []
        while current.kind != .rightBracket {
            if !items.isEmpty { try expect(.comma, ",") }
            if current.kind == .rightBracket { break }
            items.append(try expression())
        }
        try expect(.rightBracket, "]")
        return try node(.list(items), start)
    }

    private mutating func dict() throws(TemplateError) -> ExpressionSyntax {
        let start = try expect(.leftBrace, "{").range
        var items: [(key: ExpressionSyntax, value: ExpressionSyntax)] = []
        while current.kind != .rightBrace {
            if !items.isEmpty { try expect(.comma, ",") }
            if current.kind == .rightBrace { break }
            let key = try expression()
            try expect(.colon, ":")
            items.append((key, try expression()))
        }
        try expect(.rightBrace, "}")
        return try node(.dict(items), start)
    }
}
