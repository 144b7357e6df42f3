/// `for`.
final class LoopStatement: Statement, @unchecked Sendable {
    struct Parts: Sendable {
        let target: Target
        let sequence: Expression
        /// The `if` of the loop, which sees the target only.
        let condition: (target: Target, entry: BlockEntry, test: Expression)?
        let entry: BlockEntry
        let body: [Statement]
        let otherwiseEntry: BlockEntry
        let otherwise: [Statement]
        /// The slot of the variable `loop`; nil when the body does not use it.
        let loopSlot: Int?
        let isRecursive: Bool
        /// All slots of the loop and what is in it.
        let slots: Range<Int>
        /// How tall the syntax of the template is.
        let height: Int
        let range: Range<Int>
    }

    private let parts: Parts

    init(_ parts: Parts) { self.parts = parts }

    override func run(_ scope: Scope, _ output: inout String) throws(TemplateError) {
        let sequence = try parts.sequence.evaluate(scope)
        try run(over: sequence, level: 0, scope, &output)
    }

    private func run(
        over sequence: Value,
        level: Int,
        _ scope: Scope,
        _ output: inout String
    ) throws(TemplateError) {
        let elements: [Value]
        do { elements = try kept(try sequence.iterated(), scope) } catch { throw error.located(at: parts.range) }
        guard !elements.isEmpty else {
            parts.otherwiseEntry.run(scope)
            return try parts.otherwise.run(scope, &output)
        }
        let loop = parts.loopSlot.map { _ in LoopObject(elements, level: level, again: recursion(level)) }
        for (place, element) in elements.enumerated() {
            try parts.target.assign(element, scope)
            if let loop, let slot = parts.loopSlot {
                loop.place = place
                scope.locals[slot] = .object(loop)
            }
            parts.entry.run(scope)
            try parts.body.run(scope, &output)
            try SizeLimit.spend(SizeLimit.repetition, scope)
            try SizeLimit.checkText(output.utf8.count)
        }
    }

    private func kept(_ elements: [Value], _ scope: Scope) throws(TemplateError) -> [Value] {
        guard let condition = parts.condition else { return elements }
        var kept: [Value] = []
        for element in elements {
            try SizeLimit.spend(SizeLimit.repetition, scope)
            try condition.target.assign(element, scope)
            condition.entry.run(scope)
            if try condition.test.isTrue(scope) { kept.append(element) }
        }
        return kept
    }

    /// What `loop(…)` does: runs the loop again, over something else, and gives its text.
    private func recursion(_ level: Int) -> ((Value, Scope) throws(TemplateError) -> Value)? {
        guard parts.isRecursive else { return nil }
        return { [self] (sequence: Value, scope: Scope) throws(TemplateError) -> Value in
            try scope.nested(parts.slots, height: parts.height) { () throws(TemplateError) in
                var text = ""
                try run(over: sequence, level: level + 1, scope, &text)
                return .string(text)
            }
        }
    }
}

extension Scope {
    /// Runs a body that reuses slots that are in use, and restores their values afterwards.
    ///
    /// - Parameter height: how tall the syntax of the template is. Low ones, as nearly all are, may call 200 deep; what
    ///   is tall takes more of the stack with every call.
    func nested(
        _ slots: Range<Int>,
        height: Int,
        _ body: () throws(TemplateError) -> Value
    ) throws(TemplateError) -> Value {
        let weight = max(15, height)
        guard depth + weight <= 3000 else { throw TemplateError(.runtime, "maximum recursion depth exceeded") }
        let saved = Array(locals[slots])
        depth += weight
        try SizeLimit.spend(SizeLimit.repetition, self)
        defer {
            depth -= weight
            locals.replaceSubrange(slots, with: saved)
        }
        return try body()
    }
}
