/// The names that a template gives to lists and dicts that it writes out, and to nothing else.
///
/// What changes them in place changes nothing outside the template.
struct OwnContainers {
    private var written: Set<String> = []
    private var others: Set<String> = []

    init(_ statements: [StatementSyntax]) { statements.forEach { add($0) } }

    /// Whether an expression is such a name.
    func include(_ expression: ExpressionSyntax) -> Bool {
        guard case .name(let name) = expression.form else { return false }
        return written.contains(name) && !others.contains(name)
    }

    private mutating func add(_ statement: StatementSyntax) {
        switch statement {
        case .text, .output: break
        case .loading(_, let names): others.formUnion(names)
        case .assignment(let target, let value): add(target, value)
        case .blockAssignment(let target, _, let body):
            add(target, nil)
            body.forEach { add($0) }
        case .with(let pairs, let body):
            for (target, value) in pairs { add(target, value) }
            body.forEach { add($0) }
        case .conditional(let branches, let otherwise):
            (branches.flatMap(\.body) + otherwise).forEach { add($0) }
        case .loop(let loop):
            add(loop.target, nil)
            (loop.body + loop.otherwise).forEach { add($0) }
        case .macro(let macro), .callBlock(_, let macro):
            others.formUnion(macro.parameters.map(\.name) + [macro.name])
            macro.body.forEach { add($0) }
        case .filterBlock(_, let body), .scope(let body): body.forEach { add($0) }
        }
    }

    /// - Parameter value: nil where it is not written out as one.
    private mutating func add(_ target: TargetSyntax, _ value: ExpressionSyntax?) {
        switch target {
        case .name(let name, _):
            switch value?.form {
            case .list, .dict: written.insert(name)
            default: others.insert(name)
            }
        case .tuple(let targets, _): targets.forEach { add($0, nil) }
        case .attribute: break
        }
    }
}
