/// Finds the names of a block by going through its statements, but not into the blocks inside it.
extension NameScope {
    mutating func visit(_ statements: [StatementSyntax]) {
        for statement in statements { visit(statement) }
    }

    private mutating func visit(_ statement: StatementSyntax) {
        switch statement {
        case .text, .scope: break
        case .output(let expression): visit(expression)
        case .conditional(let branches, let otherwise): visit(branches: branches, otherwise: otherwise)
        case .loop(let loop): visit(loop.sequence)
        case .assignment(let target, let value):
            visit(value)
            store(target)
        case .blockAssignment(let target, let filter, _):
            if let filter { visit(filter) }
            store(target)
        case .with(let pairs, _): for pair in pairs { visit(pair.value) }
        case .macro(let macro): store(macro.name)
        case .callBlock(let call, _): visit(call)
        case .filterBlock(let filter, _): visit(filter)
        case .loading(let source, let names):
            visit(source)
            for name in names { store(name) }
        }
    }

    private mutating func visit(
        branches: [(test: ExpressionSyntax, body: [StatementSyntax])],
        otherwise: [StatementSyntax]
    ) {
        guard let first = branches.first else { return }
        visit(first.test)
        var body = self
        body.visit(first.body)
        var rest = self
        for branch in branches.dropFirst() { rest.visit(branches: [branch], otherwise: []) }
        var last = self
        last.visit(otherwise)
        merge([body, rest, last])
    }

    private mutating func store(_ target: TargetSyntax) {
        switch target {
        case .name(let name, _): store(name)
        case .tuple(let parts, _): for part in parts { store(part) }
        case .attribute(let name, _, _): load(name)
        }
    }

    mutating func declareParameters(_ target: TargetSyntax) {
        switch target {
        case .name(let name, _): declareParameter(name)
        case .tuple(let parts, _): for part in parts { declareParameters(part) }
        case .attribute(let name, _, _): load(name)
        }
    }

    mutating func visit(_ expression: ExpressionSyntax) {
        if case .name(let name) = expression.form { load(name) }
        expression.forEachChild { visit($0) }
    }
}

extension ExpressionSyntax {
    /// Calls `body` with each expression directly inside this one, in the order they are written.
    func forEachChild(_ body: (ExpressionSyntax) -> Void) {
        switch form {
        case .constant, .name: break
        case .attribute(let operand, _), .unary(_, let operand), .not(let operand): body(operand)
        case .item(let one, let other), .binary(_, let one, let other), .and(let one, let other),
            .or(let one, let other):
            body(one)
            body(other)
        case .slice(let from, let to, let by): [from, to, by].forEach { $0.map(body) }
        case .call(let callee, let arguments):
            body(callee)
            arguments.forEach(body)
        case .filter(let input, _, let arguments):
            input.map(body)
            arguments.forEach(body)
        case .test(let input, _, let arguments):
            body(input)
            arguments.forEach(body)
        case .comparison(let first, let rest):
            body(first)
            rest.forEach { body($0.1) }
        case .conditional(let test, let then, let otherwise):
            body(test)
            body(then)
            otherwise.map(body)
        case .concatenation(let parts), .tuple(let parts), .list(let parts): parts.forEach(body)
        case .dict(let pairs):
            for pair in pairs {
                body(pair.key)
                body(pair.value)
            }
        }
    }
}

extension ArgumentsSyntax {
    func forEach(_ body: (ExpressionSyntax) -> Void) {
        positional.forEach(body)
        named.forEach { body($0.value) }
        list.map(body)
        dict.map(body)
    }
}

extension [StatementSyntax] {
    /// Whether a name is read anywhere in the statements, blocks inside them included.
    func mention(_ name: String) -> Bool {
        contains { $0.mentions(name) }
    }
}

extension StatementSyntax {
    fileprivate func mentions(_ name: String) -> Bool {
        switch self {
        case .text: false
        case .output(let expression), .assignment(_, let expression), .loading(let expression, _):
            expression.mentions(name)
        case .conditional(let branches, let otherwise):
            branches.contains { $0.test.mentions(name) || $0.body.mention(name) } || otherwise.mention(name)
        case .loop(let loop):
            loop.sequence.mentions(name) || (loop.condition?.mentions(name) ?? false) || loop.body.mention(name)
                || loop.otherwise.mention(name)
        case .blockAssignment(_, let filter, let body): (filter?.mentions(name) ?? false) || body.mention(name)
        case .with(let pairs, let body): pairs.contains { $0.value.mentions(name) } || body.mention(name)
        case .macro(let macro): macro.body.mention(name)
        case .callBlock(let call, let macro): call.mentions(name) || macro.body.mention(name)
        case .filterBlock(let filter, let body): filter.mentions(name) || body.mention(name)
        case .scope(let body): body.mention(name)
        }
    }
}

extension ExpressionSyntax {
    fileprivate func mentions(_ name: String) -> Bool {
        if case .name(name) = form { return true }
        var isMentioned = false
        forEachChild { isMentioned = isMentioned || $0.mentions(name) }
        return isMentioned
    }
}
