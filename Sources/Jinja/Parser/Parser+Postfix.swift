/// What may follow a primary expression: attributes, subscripts, calls, filters and tests.
extension Parser {
    mutating func postfix(
        _ operand: ExpressionSyntax,
        _ start: Range<Int>
    ) throws(TemplateError) -> ExpressionSyntax {
        var result = operand
        while true {
            switch current.kind {
            case .dot: result = try attribute(of: result, start)
            case .leftBracket: result = try subscripted(result, start)
            case .leftParenthesis: result = try node(.call(result, try arguments()), start)
            default: return result
            }
        }
    }

    private mutating func attribute(
        of operand: ExpressionSyntax,
        _ start: Range<Int>
    ) throws(TemplateError) -> ExpressionSyntax {
        advance()
        let token = advance()
        switch token.kind {
        case .name: return try node(.attribute(operand, token.text), start)
        case .integer:
            let number = try node(.constant(.int(Int(token.text) ?? 0)), token.range)
            return try node(.item(operand, number), start)
        default: throw fail("expected name or number", at: token.range)
        }
    }

    private mutating func subscripted(
        _ operand: ExpressionSyntax,
        _ start: Range<Int>
    ) throws(TemplateError) -> ExpressionSyntax {
        advance()
        let inner = current.range
        var keys: [ExpressionSyntax] = []
        while current.kind != .rightBracket {
            if !keys.isEmpty { try expect(.comma, ",") }
            keys.append(try subscriptKey())
        }
        try expect(.rightBracket, "]")
        let key = try keys.count == 1 ? keys[0] : node(.tuple(keys), inner)
        return try node(.item(operand, key), start)
    }

    private mutating func subscriptKey() throws(TemplateError) -> ExpressionSyntax {
        let start = current.range
        var first: ExpressionSyntax?
        if current.kind != .colon {
            let key = try expression()
            guard current.kind == .colon else { return key }
            first = key
        }
        try expect(.colon, ":")
        let second = try slicePart()
        let third = skip(.colon) ? try slicePart() : nil
        return try node(.slice(first, second, third), start)
    }

    private mutating func slicePart() throws(TemplateError) -> ExpressionSyntax? {
        switch current.kind {
        case .colon, .rightBracket, .comma: nil
        default: try expression()
        }
    }

    /// Reads `(a, b, name=c, *d, **e)`.
    mutating func arguments() throws(TemplateError) -> ArgumentsSyntax {
        let start = try expect(.leftParenthesis, "(").range
        var result = ArgumentsSyntax()
        var needsComma = false
        while current.kind != .rightParenthesis {
            if needsComma {
                try expect(.comma, ",")
                if current.kind == .rightParenthesis { break }
            }
            try argument(&result, start)
            needsComma = true
        }
        try expect(.rightParenthesis, ")")
        return result
    }

    private mutating func argument(_ result: inout ArgumentsSyntax, _ start: Range<Int>) throws(TemplateError) {
        let isFitting: Bool
        if skip(.mul) {
            isFitting = result.list == nil && result.dict == nil
            result.list = try expression()
        } else if skip(.pow) {
            isFitting = result.dict == nil
            result.dict = try expression()
        } else if current.kind == .name, following.kind == .assign {
            isFitting = result.dict == nil
            let name = advance().text
            advance()
            result.named.append((name, try expression()))
        } else {
            isFitting = result.list == nil && result.dict == nil && result.named.isEmpty
            result.positional.append(try expression())
        }
        guard isFitting else { throw fail("invalid syntax for function call expression", at: start) }
    }

    // MARK: Filters and tests

    mutating func filtersAndTests(
        _ operand: ExpressionSyntax,
        _ start: Range<Int>
    ) throws(TemplateError) -> ExpressionSyntax {
        var result = operand
        while true {
            if current.kind == .pipe {
                advance()
                result = try filter(result, start)
            } else if current.isName("is") {
                result = try test(result, start)
            } else if current.kind == .leftParenthesis {
                result = try node(.call(result, try arguments()), start)
            } else {
                return result
            }
        }
    }

    /// Reads a filter's name and arguments; the `|` has been read.
    mutating func filter(_ input: ExpressionSyntax?, _ start: Range<Int>) throws(TemplateError) -> ExpressionSyntax {
        let place = current.range
        guard current.kind != .pipe else {
            throw fail("expected token 'name', got '|'", hint: "write 'or' instead of '||'")
        }
        let name = try dottedName()
        let arguments = current.kind == .leftParenthesis ? try arguments() : ArgumentsSyntax()
        return try node(.filter(input, name, arguments), input == nil ? place : start)
    }

    private mutating func dottedName() throws(TemplateError) -> String {
        var name = try expect(.name, "name").text
        while skip(.dot) { name += "." + (try expect(.name, "name").text) }
        return name
    }

    private mutating func test(
        _ operand: ExpressionSyntax,
        _ start: Range<Int>
    ) throws(TemplateError) -> ExpressionSyntax {
        advance()
        let isNegated = skip(name: "not")
        let name = try dottedName()
        var arguments = ArgumentsSyntax()
        if current.kind == .leftParenthesis {
            arguments = try self.arguments()
        } else if startsTestArgument {
            if current.isName("is") { throw fail("You cannot chain multiple tests with is") }
            let place = current.range
            arguments.positional = [try postfix(try primary(), place)]
        }
        let result = try node(.test(operand, name, arguments), start)
        return try isNegated ? node(.not(result), start) : result
    }

    private var startsTestArgument: Bool {
        switch current.kind {
        case .name: !["else", "or", "and"].contains(current.text)
        case .string, .integer, .float, .leftBracket, .leftBrace: true
        default: false
        }
    }
}
