/// Turns syntax into nodes that can be evaluated: names become slots or symbols, filters and tests are looked up,
/// constant parts are computed.
struct Compiler {
    /// What the compiled template needs to know about itself.
    struct Facts {
        /// Names looked up among the variables in scope, in the order met.
        var variables: [String] = []
        /// Where each is read first.
        var places: [String: Range<Int>] = [:]
        var paths: [String: Set<[String]>] = [:]
        /// The names among the variables that are called.
        var calledNames: Set<String> = []
        /// Whether something is read that may differ between two evaluations: the clock, random numbers.
        var isImpure = false
    }

    let counter = NameScope.Counter()
    var facts = Facts()
    /// The open blocks, innermost first.
    var scopes: [NameScope] = []
    /// Whether the code being compiled runs only under a condition; unknown filters then fail when reached.
    var isConditional = false
    /// Whether some method that changes its object is called anywhere.
    let changesValues: Bool
    /// How tall the syntax of the template is: what one call of a macro may take of the stack.
    let height: Int

    init(changesValues: Bool, height: Int) {
        self.changesValues = changesValues
        self.height = height
    }

    /// Compiles a whole template.
    mutating func compile(_ statements: [StatementSyntax]) throws(TemplateError) -> [Statement] {
        var top = NameScope(outer: [], counter: counter)
        top.visit(statements)
        return [try block(top, statements) { BlockStatement($0, $1) }]
    }

    /// Compiles statements in a block of their own.
    mutating func block<Result>(
        _ scope: NameScope,
        _ statements: [StatementSyntax],
        _ make: (BlockEntry, [Statement]) -> Result
    ) throws(TemplateError) -> Result {
        scopes.insert(scope, at: 0)
        defer { scopes.removeFirst() }
        let entry = entry(of: scope)
        return make(entry, try self.statements(statements))
    }

    /// A new block inside the current ones.
    func innerScope() -> NameScope { NameScope(outer: scopes, counter: counter) }

    /// The steps that give a block's variables their first values; also notes which variables it needs.
    mutating func entry(of scope: NameScope) -> BlockEntry {
        var steps: [BlockEntry.Step] = []
        for (name, slot) in scope.places.sorted(by: { $0.value < $1.value }) {
            switch scope.sources[slot] {
            case .variable(let variable):
                noteVariable(variable)
                if scope.stored.contains(name) {
                    steps.append(variableStep(slot, variable))
                }
            case .outer(let outer): steps.append(copyStep(slot, outer, name))
            case .nothing: steps.append(.clear(slot: slot, .variable(name)))
            case .parameter, nil: break
            }
        }
        return BlockEntry(steps: steps)
    }

    /// A copy of an outer name, which may be one that only ever comes from the variables in scope and has no slot in use.
    private func copyStep(_ slot: Int, _ outer: Int, _ name: String) -> BlockEntry.Step {
        let isVariable = scopes.first { $0.places[name] == outer }?.readsVariable(name) ?? false
        return isVariable
            ? variableStep(slot, name)
            : .copy(slot: slot, from: outer)
    }

    private func variableStep(_ slot: Int, _ name: String) -> BlockEntry.Step {
        let function = GlobalTable.functions[name].map { Value.function(Function($0.name, $0.body)) }
        return .variable(slot: slot, Symbol(name), function ?? .undefined(.variable(name)))
    }

    private mutating func noteVariable(_ name: String) {
        guard GlobalTable.functions[name] == nil, !facts.variables.contains(name) else { return }
        facts.variables.append(name)
    }

    /// The expression that reads a name.
    mutating func name(_ name: String, _ range: Range<Int>) -> Expression {
        if facts.places[name] == nil { facts.places[name] = range }
        guard let scope = scopes.first, let slot = scope.slot(name), !scope.readsVariable(name) else {
            if let global = GlobalTable.functions[name] { return GlobalExpression(global, range) }
            return changesValues ? ChangeableVariableExpression(name, range) : VariableExpression(name, range)
        }
        return LocalExpression(slot, range)
    }

    func slot(_ name: String, _ range: Range<Int>) throws(TemplateError) -> Int {
        guard let slot = scopes.first?.slot(name) else {
            throw TemplateError(.syntax, "the name '\(name)' cannot be stored", at: range)
        }
        return slot
    }

    mutating func target(_ syntax: TargetSyntax) throws(TemplateError) -> Target {
        switch syntax {
        case .name(let name, let range): return .slot(try slot(name, range))
        case .tuple(let parts, let range):
            var targets: [Target] = []
            for part in parts { targets.append(try target(part)) }
            return .tuple(targets, range)
        case .attribute(let object, let attribute, let range):
            return .attribute(name(object, range), attribute, range)
        }
    }
}
