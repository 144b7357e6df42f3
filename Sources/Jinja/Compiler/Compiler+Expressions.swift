import Text

/// Expressions.
extension Compiler {
    mutating func expression(_ syntax: ExpressionSyntax) throws(TemplateError) -> Expression {
        notePath(syntax)
        return try compiled(syntax)
    }

    /// Compiles without noting paths, for operands of a chain that has been noted as a whole.
    private mutating func compiled(_ syntax: ExpressionSyntax) throws(TemplateError) -> Expression {
        let range = syntax.range
        switch syntax.form {
        case .constant(let value): return ConstantExpression(value, range)
        case .name(let name): return self.name(name, range)
        case .attribute(let operand, let name):
            return AttributeExpression(try compiled(operand), name, range)
        case .item(let operand, let key): return try item(operand, key, range)
        case .slice: throw TemplateError(.syntax, "a slice outside of brackets", at: range)
        case .call(let callee, let arguments): return try call(callee, arguments, range)
        case .filter(let input, let name, let arguments): return try filter(input, name, arguments, range)
        case .test(let input, let name, let arguments): return try test(input, name, arguments, range)
        case .conditional(let test, let then, let otherwise): return try conditional(test, then, otherwise, range)
        default: return folded(try operation(syntax))
        }
    }

    private mutating func operation(_ syntax: ExpressionSyntax) throws(TemplateError) -> Expression {
        let range = syntax.range
        switch syntax.form {
        case .unary(let symbol, let operand): return UnaryExpression(symbol, try expression(operand), range)
        case .binary(let symbol, let left, let right):
            return BinaryExpression(symbol, try expression(left), try expression(right), range)
        case .not(let operand): return NotExpression(try expression(operand), range)
        case .and(let left, let right):
            return LogicExpression(isAnd: true, try expression(left), try expression(right), range)
        case .or(let left, let right):
            return LogicExpression(isAnd: false, try expression(left), try expression(right), range)
        case .comparison(let first, let rest):
            var operands: [(comparison: Comparison, operand: Expression)] = []
            let first = try expression(first)
            for (comparison, operand) in rest { operands.append((comparison, try searched(operand, comparison))) }
            return ComparisonExpression(first, operands, range)
        case .concatenation(let parts): return ConcatenationExpression(try expressions(parts), range)
        case .tuple(let parts): return SequenceExpression(isTuple: true, try expressions(parts), range)
        case .list(let parts): return SequenceExpression(isTuple: false, try expressions(parts), range)
        case .dict(let pairs):
            var compiled: [(key: Expression, value: Expression)] = []
            for pair in pairs { compiled.append((try expression(pair.key), try expression(pair.value))) }
            return DictExpression(compiled, range)
        default: throw TemplateError(.syntax, "unexpected expression", at: range)
        }
    }

    /// The right side of a comparison; a list to be searched may as well be a tuple, which can be computed now.
    private mutating func searched(
        _ syntax: ExpressionSyntax,
        _ comparison: Comparison
    ) throws(TemplateError) -> Expression {
        guard comparison == .isIn || comparison == .isNotIn, case .list(let parts) = syntax.form else {
            return try expression(syntax)
        }
        return try expression(ExpressionSyntax(form: .tuple(parts), range: syntax.range))
    }

    mutating func optional(_ syntax: ExpressionSyntax?) throws(TemplateError) -> Expression? {
        guard let syntax else { return nil }
        return try expression(syntax)
    }

    private mutating func expressions(_ parts: [ExpressionSyntax]) throws(TemplateError) -> [Expression] {
        var result: [Expression] = []
        for part in parts { result.append(try expression(part)) }
        return result
    }

    /// Computes an operation on constants now.
    ///
    /// An operation that fails, or whose result could be changed, is left as it is.
    private func folded(_ expression: Expression) -> Expression {
        guard let value = ConstantFolding.value(of: expression) else { return expression }
        return ConstantExpression(value, expression.range)
    }

    private mutating func conditional(
        _ test: ExpressionSyntax,
        _ then: ExpressionSyntax,
        _ otherwise: ExpressionSyntax?,
        _ range: Range<Int>
    ) throws(TemplateError) -> Expression {
        let outer = isConditional
        isConditional = true
        defer { isConditional = outer }
        let test = try expression(test)
        let then = try expression(then)
        return ConditionalExpression(test, then, try optional(otherwise), range)
    }

    // MARK: Lookups and calls

    private mutating func item(
        _ operand: ExpressionSyntax,
        _ key: ExpressionSyntax,
        _ range: Range<Int>
    ) throws(TemplateError) -> Expression {
        let base = try compiled(operand)
        if case .slice(let from, let to, let by) = key.form {
            return SliceExpression(base, [try optional(from), try optional(to), try optional(by)], range)
        }
        let key = try expression(key)
        if case .string(let name) = key.constant { return KeyExpression(base, name, range) }
        return ItemExpression(base, key, range)
    }

    mutating func arguments(_ syntax: ArgumentsSyntax) throws(TemplateError) -> ArgumentExpressions {
        var named: [(name: String, value: Expression)] = []
        let positional = try expressions(syntax.positional)
        for (name, value) in syntax.named { named.append((name, try expression(value))) }
        return ArgumentExpressions(
            positional: positional,
            named: named,
            list: try optional(syntax.list),
            dict: try optional(syntax.dict)
        )
    }

    private mutating func call(
        _ callee: ExpressionSyntax,
        _ syntax: ArgumentsSyntax,
        _ range: Range<Int>
    ) throws(TemplateError) -> Expression {
        let arguments = try self.arguments(syntax)
        if case .attribute(let operand, let name) = callee.form {
            if name == "get", let key = arguments.getKey {
                let base = try compiled(operand)
                return GetExpression(base, key, arguments.positional.dropFirst().first, place: callee.range, range)
            }
            let base = try expression(operand)
            return MethodCallExpression(base, name, arguments, place: callee.range, range)
        }
        let function = try expression(callee)
        if let global = function as? GlobalExpression {
            facts.isImpure = facts.isImpure || !global.global.isPure
            if let prepared = FormatDatetimeExpression(global, arguments, range) { return prepared }
            return GlobalCallExpression(global, arguments, range)
        }
        if case .name(let name) = callee.form { facts.calledNames.insert(name) }
        facts.isImpure = true
        return CallExpression(function, arguments, range)
    }

    // MARK: Filters and tests

    private mutating func filter(
        _ input: ExpressionSyntax?,
        _ name: String,
        _ syntax: ArgumentsSyntax,
        _ range: Range<Int>
    ) throws(TemplateError) -> Expression {
        let input = try optional(input)
        let arguments = try self.arguments(syntax)
        guard let filter = FilterTable.filters[name] else {
            return try unknown("filter", name, Array(FilterTable.filters.keys), range)
        }
        facts.isImpure = facts.isImpure || !filter.isPure
        if let special = RegexExpression.make(name, input, arguments, range) { return special }
        let result = FilterExpression(input, filter.body, arguments, range)
        guard filter.isPure, input?.constant != nil, arguments.constants != nil else { return result }
        return folded(result)
    }

    private mutating func test(
        _ input: ExpressionSyntax,
        _ name: String,
        _ syntax: ArgumentsSyntax,
        _ range: Range<Int>
    ) throws(TemplateError) -> Expression {
        let input = try expression(input)
        let arguments = try self.arguments(syntax)
        guard let test = TestTable.tests[name] else {
            return try unknown("test", name, Array(TestTable.tests.keys), range)
        }
        return TestExpression(input, test, arguments, range)
    }

    private func unknown(
        _ kind: String,
        _ name: String,
        _ known: [String],
        _ range: Range<Int>
    ) throws(TemplateError) -> Expression {
        let hint = NearestName.question(name, in: known)
        if isConditional {
            let error = TemplateError(.runtime, "No \(kind) named '\(name)' found.", at: range, hint: hint)
            return FailingExpression(error, range)
        }
        throw TemplateError(.assertion, "No \(kind) named '\(name)'.", at: range, hint: hint)
    }

    // MARK: Paths

    /// Notes which members of a variable an expression reads, where that is written out.
    private mutating func notePath(_ syntax: ExpressionSyntax) {
        var path: [String] = []
        var rest = syntax
        while true {
            switch rest.form {
            case .attribute(let operand, let name):
                path.append(name)
                rest = operand
            case .item(let operand, let key):
                if case .constant(.string(let name)) = key.form { path.append(name) } else { path = [] }
                rest = operand
            case .call(let callee, let arguments):
                guard case .attribute(let operand, "get") = callee.form,
                    case .constant(.string(let name)) = arguments.positional.first?.form
                else { return }
                path.append(name)
                rest = operand
            case .name(let name):
                if scopes.first?.readsVariable(name) ?? true {
                    facts.paths[name, default: []].insert(path.reversed())
                }
                return
            default: return
            }
        }
    }
}

extension ArgumentExpressions {
    /// The key of a call `get('key')` or `get('key', default)`.
    fileprivate var getKey: String? {
        guard named.isEmpty, list == nil, dict == nil, (1...2).contains(positional.count),
            case .string(let key) = positional[0].constant
        else { return nil }
        return key
    }
}
