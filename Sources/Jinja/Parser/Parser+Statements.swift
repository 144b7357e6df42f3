import Text

/// Statements: what stands between `{%` and `%}`.
extension Parser {
    /// Reads statements up to a tag of one of the given names, whose `{%` is consumed and whose name is current.
    mutating func statements(until ends: [String]) throws(TemplateError) -> [StatementSyntax] {
        var body: [StatementSyntax] = []
        while true {
            switch current.kind {
            case .text: body.append(.text(advance().text))
            case .outputBegin:
                advance()
                body.append(.output(try tuple()))
                try expect(.outputEnd, "end of print statement")
            case .blockBegin:
                advance()
                if current.kind == .name, ends.contains(current.text) { return body }
                body += try statement(ends)
                try expect(.blockEnd, "end of statement block")
            default:
                guard ends.isEmpty else { throw missingEnd(ends) }
                return body
            }
        }
    }

    private func missingEnd(_ ends: [String]) -> TemplateError {
        let tag = openTags.last
        return fail(
            "Unexpected end of template. Jinja was looking for the following tags: "
                + ends.map { "'\($0)'" }.joined(separator: " or ") + ".",
            at: tag?.range,
            hint: tag.map { "the '\($0.name)' block is never closed" }
        )
    }

    /// Reads the rest of a tag and the statements it governs, then an end tag.
    private mutating func block(until ends: [String]) throws(TemplateError) -> [StatementSyntax] {
        _ = skip(.colon)
        try expect(.blockEnd, "end of statement block")
        return try statements(until: ends)
    }

    private static let statementNames = [
        "for", "if", "set", "with", "macro", "call", "filter", "block", "autoescape", "print", "include", "import",
        "from", "extends", "raw",
    ]

    private mutating func statement(_ ends: [String]) throws(TemplateError) -> [StatementSyntax] {
        guard current.kind == .name else { throw fail("tag name expected") }
        let tag = current
        try open(tag)
        defer { openTags.removeLast() }
        switch tag.text {
        case "for": return [.loop(try loop())]
        case "if": return [try conditionalStatement()]
        case "set": return [try assignment()]
        case "with": return [try with()]
        case "macro":
            advance()
            let name = try expect(.name, "name").text
            return [.macro(try macro(name, end: "endmacro", tag.range))]
        case "call": return [try callBlock()]
        case "filter": return [try filterBlock()]
        case "block": return [.scope(try namedBlock())]
        case "autoescape":
            advance()
            _ = try expression()
            return [.scope(try closed("endautoescape"))]
        case "print": return try printed()
        case "include", "import", "from", "extends": return [try loading()]
        default: throw unknownTag(tag, ends)
        }
    }

    private func unknownTag(_ tag: Token, _ ends: [String]) -> TemplateError {
        var message = "Encountered unknown tag '\(tag.text)'."
        if !ends.isEmpty {
            message += " Jinja was looking for the following tags: "
            message += ends.map { "'\($0)'" }.joined(separator: " or ") + "."
        }
        return fail(message, hint: NearestName.question(tag.text, in: Self.statementNames + ends))
    }

    private mutating func closed(_ end: String) throws(TemplateError) -> [StatementSyntax] {
        let body = try block(until: [end])
        advance()
        return body
    }

    private mutating func loop() throws(TemplateError) -> LoopSyntax {
        advance()
        let target = try target(endingAt: "in")
        try expect(name: "in")
        let sequence = try tuple(allowsConditional: false, endingAt: "recursive")
        let condition = skip(name: "if") ? try expression() : nil
        let isRecursive = skip(name: "recursive")
        let body = try block(until: ["endfor", "else"])
        let otherwise = advance().text == "else" ? try closed("endfor") : []
        return LoopSyntax(
            target: target,
            sequence: sequence,
            condition: condition,
            isRecursive: isRecursive,
            body: body,
            otherwise: otherwise
        )
    }

    private mutating func conditionalStatement() throws(TemplateError) -> StatementSyntax {
        var branches: [(test: ExpressionSyntax, body: [StatementSyntax])] = []
        advance()
        while true {
            let test = try tuple(allowsConditional: false)
            branches.append((test, try block(until: ["elif", "else", "endif"])))
            switch advance().text {
            case "elif": continue
            case "else": return .conditional(branches, otherwise: try closed("endif"))
            default: return .conditional(branches, otherwise: [])
            }
        }
    }

    private mutating func assignment() throws(TemplateError) -> StatementSyntax {
        advance()
        let target = try target(allowsAttribute: true)
        if skip(.assign) { return .assignment(target, try tuple()) }
        var filter: ExpressionSyntax?
        while skip(.pipe) { filter = try self.filter(filter, current.range) }
        return .blockAssignment(target, filter: filter, try closed("endset"))
    }

    private mutating func with() throws(TemplateError) -> StatementSyntax {
        advance()
        var pairs: [(target: TargetSyntax, value: ExpressionSyntax)] = []
        while current.kind != .blockEnd {
            if !pairs.isEmpty { try expect(.comma, ",") }
            let target = try singleTarget(allowsAttribute: false)
            try expect(.assign, "=")
            pairs.append((target, try expression()))
        }
        return .with(pairs, try closed("endwith"))
    }

    private mutating func macro(
        _ name: String,
        end: String,
        _ start: Range<Int>
    ) throws(TemplateError) -> MacroSyntax {
        let parameters = try signature()
        let head = range(from: start)
        return MacroSyntax(name: name, parameters: parameters, body: try closed(end), range: head)
    }

    private mutating func signature() throws(TemplateError) -> [(name: String, standard: ExpressionSyntax?)] {
        var parameters: [(name: String, standard: ExpressionSyntax?)] = []
        try expect(.leftParenthesis, "(")
        while current.kind != .rightParenthesis {
            if !parameters.isEmpty { try expect(.comma, ",") }
            let name = try expect(.name, "name").text
            let standard = skip(.assign) ? try expression() : nil
            if standard == nil, parameters.last?.standard != nil {
                throw fail("non-default argument follows default argument")
            }
            parameters.append((name, standard))
        }
        try expect(.rightParenthesis, ")")
        return parameters
    }

    private mutating func callBlock() throws(TemplateError) -> StatementSyntax {
        let start = advance().range
        let parameters = current.kind == .leftParenthesis ? try signature() : []
        let call = try expression()
        guard case .call = call.form else { throw fail("expected call", at: call.range) }
        let head = range(from: start)
        let body = try closed("endcall")
        return .callBlock(call, MacroSyntax(name: "caller", parameters: parameters, body: body, range: head))
    }

    private mutating func filterBlock() throws(TemplateError) -> StatementSyntax {
        advance()
        var filter = try self.filter(nil, current.range)
        while skip(.pipe) { filter = try self.filter(filter, current.range) }
        return .filterBlock(filter, try closed("endfilter"))
    }

    private mutating func namedBlock() throws(TemplateError) -> [StatementSyntax] {
        advance()
        let name = try expect(.name, "name").text
        _ = skip(name: "scoped")
        _ = skip(name: "required")
        let body = try closed("endblock")
        _ = skip(name: name)
        return body
    }

    private mutating func printed() throws(TemplateError) -> [StatementSyntax] {
        advance()
        var outputs: [StatementSyntax] = []
        while current.kind != .blockEnd {
            if !outputs.isEmpty { try expect(.comma, ",") }
            outputs.append(.output(try expression()))
        }
        return outputs
    }

    /// Reads `include`, `import`, `from … import` and `extends`.
    private mutating func loading() throws(TemplateError) -> StatementSyntax {
        let tag = advance().text
        let source = try expression()
        var names: [String] = []
        if tag == "import" {
            try expect(name: "as")
            names.append(try expect(.name, "name").text)
        }
        while tag != "extends", current.kind != .blockEnd {
            let token = advance()
            guard token.kind == .name || token.kind == .comma else {
                throw fail("unexpected '\(token.label)'", at: token.range)
            }
            guard tag == "from", token.kind == .name else { continue }
            if !["import", "with", "without", "context", "as"].contains(token.text), !current.isName("as") {
                names.append(token.text)
            }
        }
        return .loading(source, names: names)
    }

    // MARK: Targets

    private mutating func target(
        allowsAttribute: Bool = false,
        endingAt name: String? = nil
    ) throws(TemplateError) -> TargetSyntax {
        let start = current.range
        var parts: [TargetSyntax] = []
        var isTuple = false
        while !isTupleEnd(name), current.kind != .assign {
            parts.append(try singleTarget(allowsAttribute: allowsAttribute))
            guard skip(.comma) else { break }
            isTuple = true
        }
        if !isTuple, let only = parts.first { return only }
        guard isTuple else { throw fail("Expected an expression, got '\(current.label)'") }
        return .tuple(parts, range(from: start))
    }

    private mutating func singleTarget(allowsAttribute: Bool) throws(TemplateError) -> TargetSyntax {
        let token = current
        if allowsAttribute, token.kind == .name, following.kind == .dot {
            advance()
            advance()
            let name = try expect(.name, "name").text
            return .attribute(token.text, name, range(from: token.range))
        }
        return try Self.target(try primary())
    }

    private static func target(_ expression: ExpressionSyntax) throws(TemplateError) -> TargetSyntax {
        switch expression.form {
        case .name(let name): return .name(name, expression.range)
        case .tuple(let parts), .list(let parts):
            var targets: [TargetSyntax] = []
            for part in parts { targets.append(try target(part)) }
            return .tuple(targets, expression.range)
        default: throw TemplateError(.syntax, "can't assign to this expression", at: expression.range)
        }
    }
}
