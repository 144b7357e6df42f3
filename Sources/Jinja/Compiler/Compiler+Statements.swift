/// Statements.
extension Compiler {
    mutating func statements(_ syntax: [StatementSyntax]) throws(TemplateError) -> [Statement] {
        var result: [Statement] = []
        for statement in syntax { result.append(try self.statement(statement)) }
        return result
    }

    private mutating func statement(_ syntax: StatementSyntax) throws(TemplateError) -> Statement {
        switch syntax {
        case .text(let text): return TextStatement(text)
        case .output(let syntax): return output(try expression(syntax))
        case .conditional(let branches, let otherwise): return try conditional(branches, otherwise)
        case .loop(let syntax): return try loop(syntax)
        case .assignment(let target, let value):
            return AssignmentStatement(try self.target(target), try expression(value))
        case .blockAssignment(let target, let filter, let body):
            let target = try self.target(target)
            let filter = try optional(filter)
            return try inner(body) { BlockAssignmentStatement(target, filter, $0, $1) }
        case .with(let pairs, let body): return try with(pairs, body)
        case .macro(let macro):
            return MacroStatement(try slot(macro.name, macro.range), try definition(macro, named: macro.name))
        case .callBlock(let call, let macro): return try callBlock(call, macro)
        case .filterBlock(let filter, let body):
            let filter = try expression(filter)
            return try inner(body) { FilterStatement(filter, $0, $1) }
        case .scope(let body): return try inner(body) { BlockStatement($0, $1) }
        case .loading(let source, _): return LoadingStatement(try expression(source))
        }
    }

    private func output(_ expression: Expression) -> Statement {
        guard let constant = expression.constant else { return OutputStatement(expression) }
        return TextStatement(constant.pythonText)
    }

    /// Statements in a block of their own that declares nothing.
    private mutating func inner<Result>(
        _ body: [StatementSyntax],
        _ make: (BlockEntry, [Statement]) -> Result
    ) throws(TemplateError) -> Result {
        var scope = innerScope()
        scope.visit(body)
        return try block(scope, body, make)
    }

    private mutating func conditional(
        _ branches: [(test: ExpressionSyntax, body: [StatementSyntax])],
        _ otherwise: [StatementSyntax]
    ) throws(TemplateError) -> Statement {
        let outer = isConditional
        isConditional = true
        defer { isConditional = outer }
        var compiled: [(test: Expression, body: [Statement])] = []
        for (test, body) in branches { compiled.append((try expression(test), try statements(body))) }
        return ConditionalStatement(compiled, try statements(otherwise))
    }

    private mutating func with(
        _ pairs: [(target: TargetSyntax, value: ExpressionSyntax)],
        _ body: [StatementSyntax]
    ) throws(TemplateError) -> Statement {
        var values: [Expression] = []
        for pair in pairs { values.append(try expression(pair.value)) }
        var scope = innerScope()
        for pair in pairs { scope.declareParameters(pair.target) }
        scope.visit(body)
        scopes.insert(scope, at: 0)
        defer { scopes.removeFirst() }
        let entry = entry(of: scope)
        var targets: [Target] = []
        for pair in pairs { targets.append(try target(pair.target)) }
        let assigned = zip(targets, values).map { (target: $0, value: $1) }
        return WithStatement(assigned, entry, try statements(body))
    }

    // MARK: Loops

    private mutating func loop(_ syntax: LoopSyntax) throws(TemplateError) -> Statement {
        let sequence = try expression(syntax.sequence)
        let first = counter.count
        let condition = try loopCondition(syntax)
        let usesLoop = syntax.isRecursive || syntax.body.mention("loop")
        var scope = innerScope()
        if usesLoop { scope.declareParameter("loop") }
        scope.declareParameters(syntax.target)
        scope.visit(syntax.body)
        scopes.insert(scope, at: 0)
        let entry = entry(of: scope)
        let target = try target(syntax.target)
        let body = try statements(syntax.body)
        scopes.removeFirst()
        let otherwise = try inner(syntax.otherwise) { ($0, $1) }
        return LoopStatement(
            .init(
                target: target,
                sequence: sequence,
                condition: condition,
                entry: entry,
                body: body,
                otherwiseEntry: otherwise.0,
                otherwise: otherwise.1,
                loopSlot: usesLoop ? scope.slot("loop") : nil,
                isRecursive: syntax.isRecursive,
                slots: first..<counter.count,
                height: height,
                range: syntax.sequence.range
            )
        )
    }

    private mutating func loopCondition(
        _ syntax: LoopSyntax
    ) throws(TemplateError) -> (target: Target, entry: BlockEntry, test: Expression)? {
        guard let condition = syntax.condition else { return nil }
        var scope = innerScope()
        scope.declareParameters(syntax.target)
        scope.visit(condition)
        scopes.insert(scope, at: 0)
        defer { scopes.removeFirst() }
        let entry = entry(of: scope)
        return (try target(syntax.target), entry, try expression(condition))
    }

    // MARK: Macros

    private mutating func definition(_ macro: MacroSyntax, named name: String) throws(TemplateError) -> MacroDefinition
    {
        let first = counter.count
        var scope = innerScope()
        for parameter in macro.parameters { scope.declareParameter(parameter.name) }
        func special(_ name: String) -> Int? {
            guard macro.body.mention(name), !macro.parameters.contains(where: { $0.name == name }) else { return nil }
            scope.declareParameter(name)
            return scope.slot(name)
        }
        let specials = (special("caller"), special("varargs"), special("kwargs"))
        for parameter in macro.parameters { if let standard = parameter.standard { scope.visit(standard) } }
        scope.visit(macro.body)
        scopes.insert(scope, at: 0)
        defer { scopes.removeFirst() }
        let entry = entry(of: scope)
        var parameters: [(name: String, slot: Int, missing: Missing)] = []
        for (name, _) in macro.parameters {
            let missing = Missing("parameter '\(name)' was not provided")
            parameters.append((name, try slot(name, macro.range), missing))
        }
        var standards: [Expression] = []
        for parameter in macro.parameters {
            if let standard = parameter.standard { standards.append(try expression(standard)) }
        }
        let body = try statements(macro.body)
        return MacroDefinition(
            name: name,
            parameters: parameters,
            standards: standards,
            entry: entry,
            body: body,
            special: specials,
            slots: first..<counter.count,
            height: height
        )
    }

    private mutating func callBlock(
        _ call: ExpressionSyntax,
        _ macro: MacroSyntax
    ) throws(TemplateError) -> Statement {
        guard case .call(let callee, let arguments) = call.form else {
            throw TemplateError(.syntax, "expected call", at: call.range)
        }
        let function = try expression(callee)
        let values = try self.arguments(arguments)
        return CallBlockStatement(function, values, try definition(macro, named: "caller"), call.range)
    }
}
