/// The methods that change their object in place.
enum ChangingMethods {
    private static let names: Set<String> = [
        "append", "extend", "insert", "remove", "pop", "clear", "sort", "reverse", "update", "setdefault", "popitem",
        "add", "discard",
    ]

    /// Whether a template may call such a method on anything but lists and dicts of its own.
    ///
    /// The scope's values are then made changeable when read.
    static func areUsed(in statements: [StatementSyntax]) -> Bool {
        let own = OwnContainers(statements)
        return statements.contains { statement in
            var areUsed = false
            statement.forEachExpression { areUsed = areUsed || isUsed(in: $0, own) }
            return areUsed
        }
    }

    private static func isUsed(in expression: ExpressionSyntax, _ own: OwnContainers) -> Bool {
        if isTaken(by: expression, own) { return true }
        var isUsed = false
        expression.forEachChild { isUsed = isUsed || self.isUsed(in: $0, own) }
        return isUsed
    }

    /// Whether an expression takes such a method, to call it now or later.
    private static func isTaken(by expression: ExpressionSyntax, _ own: OwnContainers) -> Bool {
        switch expression.form {
        case .attribute(let operand, let name): names.contains(name) && !own.include(operand)
        case .call(let callee, _): isItem(callee)
        case .filter(_, "attr", let arguments): arguments.positional.first.map(isName) ?? false
        default: false
        }
    }

    /// Whether a method is asked for as an item, which finds methods where there is no item of that name.
    private static func isItem(_ expression: ExpressionSyntax) -> Bool {
        guard case .item(_, let key) = expression.form else { return false }
        return isName(key)
    }

    private static func isName(_ expression: ExpressionSyntax) -> Bool {
        guard case .constant(.string(let name)) = expression.form else { return false }
        return names.contains(name)
    }
}

extension StatementSyntax {
    /// Calls `body` with each outermost expression of the statement and the statements in it.
    func forEachExpression(_ body: (ExpressionSyntax) -> Void) {
        func all(_ statements: [StatementSyntax]) { statements.forEach { $0.forEachExpression(body) } }
        switch self {
        case .text: break
        case .output(let expression), .assignment(_, let expression), .loading(let expression, _): body(expression)
        case .conditional(let branches, let otherwise):
            for branch in branches {
                body(branch.test)
                all(branch.body)
            }
            all(otherwise)
        case .loop(let loop):
            body(loop.sequence)
            loop.condition.map(body)
            all(loop.body + loop.otherwise)
        case .blockAssignment(_, let filter, let statements):
            filter.map(body)
            all(statements)
        case .with(let pairs, let statements):
            pairs.forEach { body($0.value) }
            all(statements)
        case .macro(let macro):
            macro.parameters.forEach { $0.standard.map(body) }
            all(macro.body)
        case .callBlock(let call, let macro):
            body(call)
            all(macro.body)
        case .filterBlock(let filter, let statements):
            body(filter)
            all(statements)
        case .scope(let statements): all(statements)
        }
    }
}
