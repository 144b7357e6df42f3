/// A macro of the template's own: its parameters, defaults and body.
final class MacroDefinition: Sendable {
    let name: String
    let parameters: [(name: String, slot: Int, missing: Missing)]
    /// The defaults of the last parameters.
    let standards: [Expression]
    let entry: BlockEntry
    let body: [Statement]
    /// Slots of the names every macro has, where its body uses them.
    let callerSlot: Int?
    let varargsSlot: Int?
    let kwargsSlot: Int?
    let slots: Range<Int>
    /// How tall the syntax of the template is.
    private let height: Int

    init(
        name: String,
        parameters: [(name: String, slot: Int, missing: Missing)],
        standards: [Expression],
        entry: BlockEntry,
        body: [Statement],
        special: (caller: Int?, varargs: Int?, kwargs: Int?),
        slots: Range<Int>,
        height: Int
    ) {
        self.name = name
        self.parameters = parameters
        self.standards = standards
        self.entry = entry
        self.body = body
        callerSlot = special.caller
        varargsSlot = special.varargs
        kwargsSlot = special.kwargs
        self.slots = slots
        self.height = height
    }

    /// The macro as a value.
    var function: Value {
        let attributes: [String: Value] = [
            "name": .string(name),
            "arguments": .tuple(parameters.map { .string($0.name) }),
            "catch_kwargs": .bool(kwargsSlot != nil),
            "catch_varargs": .bool(varargsSlot != nil),
            "caller": .bool(callerSlot != nil),
        ]
        return .function(
            Function(name, text: "<Macro '\(name)'>", attributes: attributes) {
                (arguments, scope) throws(TemplateError) in
                try self.call(arguments, scope)
            }
        )
    }

    private func call(_ arguments: Arguments, _ scope: Scope) throws(TemplateError) -> Value {
        try scope.nested(slots, height: height) { () throws(TemplateError) in
            try bind(arguments, scope)
            entry.run(scope)
            var text = ""
            try body.run(scope, &text)
            return .string(text)
        }
    }

    /// Gives the parameters their values; those without one and without default are undefined.
    private func bind(_ arguments: Arguments, _ scope: Scope) throws(TemplateError) {
        var named = arguments.named
        func take(_ name: String) -> Value? {
            named.firstIndex { $0.name == name }.map { named.remove(at: $0).value }
        }
        for (place, parameter) in parameters.enumerated() {
            if place < arguments.positional.count {
                scope.locals[parameter.slot] = arguments.positional[place]
                continue
            }
            let standard = place - (parameters.count - standards.count)
            if let value = take(parameter.name) {
                scope.locals[parameter.slot] = value
            } else if standard >= 0 {
                scope.locals[parameter.slot] = try standards[standard].evaluate(scope)
            } else {
                scope.locals[parameter.slot] = .undefined(parameter.missing)
            }
        }
        if let callerSlot {
            scope.locals[callerSlot] = take("caller") ?? .undefined(Missing("No caller defined"))
        }
        try bindRest(arguments, named, scope)
    }

    private func bindRest(
        _ arguments: Arguments,
        _ named: [(name: String, value: Value)],
        _ scope: Scope
    ) throws(TemplateError) {
        if let kwargsSlot {
            let dict = DictObject()
            for (name, value) in named { dict[name] = value }
            scope.locals[kwargsSlot] = .dict(dict)
        } else if let first = named.first {
            if first.name == "caller" {
                throw .type(
                    "macro '\(name)' was invoked with two values for the special caller argument or takes no caller"
                )
            }
            throw .type("macro '\(name)' takes no keyword argument '\(first.name)'")
        }
        let rest = arguments.positional.dropFirst(parameters.count)
        if let varargsSlot {
            scope.locals[varargsSlot] = .tuple(Array(rest))
        } else if !rest.isEmpty {
            throw .type("macro '\(name)' takes not more than \(parameters.count) argument(s)")
        }
    }
}

/// `macro`: makes the macro and stores it under its name.
final class MacroStatement: Statement, @unchecked Sendable {
    private let slot: Int
    private let macro: MacroDefinition

    init(_ slot: Int, _ macro: MacroDefinition) {
        self.slot = slot
        self.macro = macro
    }

    override func run(_ scope: Scope, _ output: inout String) throws(TemplateError) {
        scope.locals[slot] = macro.function
    }
}

/// `call`: calls something with a block as its `caller`.
final class CallBlockStatement: Statement, @unchecked Sendable {
    private let callee: Expression
    private let arguments: ArgumentExpressions
    private let caller: MacroDefinition
    private let range: Range<Int>

    init(_ callee: Expression, _ arguments: ArgumentExpressions, _ caller: MacroDefinition, _ range: Range<Int>) {
        self.callee = callee
        self.arguments = arguments
        self.caller = caller
        self.range = range
    }

    override func run(_ scope: Scope, _ output: inout String) throws(TemplateError) {
        let function = try callee.evaluate(scope)
        var values = try arguments.evaluate(scope)
        values.named.append(("caller", caller.function))
        do { try function.call(values, scope).print(to: &output) } catch { throw error.located(at: range) }
    }
}
