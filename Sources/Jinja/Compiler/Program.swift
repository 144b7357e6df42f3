import Text

/// A compiled template.
///
/// Sendable without the compiler's check because nothing in it changes: nodes are immutable and constants are fixed.
final class Program: @unchecked Sendable {
    let source: String
    /// The variables that must be in scope.
    let variables: [Symbol]
    let paths: [String: Set<[String]>]
    let calledNames: Set<String>
    let isPlainText: Bool
    /// Whether the result depends on the clock or on random numbers.
    let isImpure: Bool
    /// Whether an evaluation may change a value in place.
    let changesValues: Bool
    /// A variable that the text mentions though it was withdrawn; every evaluation then fails.
    let withdrawn: Vocabulary.Withdrawn?
    /// The text when it is the same for every evaluation.
    private let fixedText: String?
    /// The expression, if the template consists of nothing else.
    private let single: Expression?
    private let statements: [Statement]
    private let localCount: Int
    /// The variables with numbers below 64 as a mask, and the others.
    private let mask: UInt64
    private let others: [Symbol]
    private let places: [String: Range<Int>]

    static func compiled(_ source: String, _ vocabulary: Vocabulary) throws(TemplateError) -> Program {
        if let known = vocabulary.programs.program(source) { return known }
        let program = try compile(source, vocabulary)
        vocabulary.programs.keep(program)
        return program
    }

    private static func compile(_ source: String, _ vocabulary: Vocabulary) throws(TemplateError) -> Program {
        let text = SourceText(source)
        let syntax = try Parser.parse(text)
        let changesValues = ChangingMethods.areUsed(in: syntax.statements)
        var compiler = Compiler(changesValues: changesValues, height: syntax.height)
        let statements = try compiler.compile(syntax.statements)
        return Program(source, text, compiler, statements, vocabulary)
    }

    private init(
        _ source: String,
        _ text: SourceText,
        _ compiler: Compiler,
        _ statements: [Statement],
        _ vocabulary: Vocabulary
    ) {
        self.source = source
        self.statements = statements
        variables = compiler.facts.variables.map { Symbol($0) }
        places = compiler.facts.places
        paths = compiler.facts.paths
        calledNames = compiler.facts.calledNames
        localCount = compiler.counter.count
        withdrawn = vocabulary.withdrawn.first { source.find($0.name) != nil }
        isPlainText = !Self.hasDelimiters(text.bytes)
        let body = (statements.first as? BlockStatement)?.body ?? []
        let texts = body.compactMap { ($0 as? TextStatement)?.text }
        fixedText = texts.count == body.count ? texts.joined() : nil
        // The only statement is then not an assignment, so the expression has only the variables in scope.
        single = body.count == 1 ? (body[0] as? OutputStatement)?.expression : nil
        isImpure = compiler.facts.isImpure
        changesValues = compiler.changesValues
        mask = variables.reduce(0) { $1.number < 64 ? $0 | 1 << UInt64($1.number) : $0 }
        others = variables.filter { $0.number >= 64 }
    }

    private static func hasDelimiters(_ bytes: [UInt8]) -> Bool {
        zip(bytes, bytes.dropFirst()).contains { $0 == 0x7B && ($1 == 0x7B || $1 == 0x25 || $1 == 0x23) }
    }

    /// The text of a template without expressions.
    var plainText: String { fixedText ?? source }

    // MARK: Evaluation

    func evaluate(in scope: Scope, types: ValueTypes) throws(TemplateError) -> Value? {
        try check(scope)
        if let fixedText { return Outcome.value(text: fixedText, types) }
        scope.work = 0
        do {
            if let single {
                return try Outcome.value(try single.evaluate(scope), types)
            }
            return Outcome.value(text: try text(scope), types)
        } catch  where error.kind == .type {
            return Outcome.value(text: source, types)
        }
    }

    func render(in scope: Scope) throws(TemplateError) -> String {
        try check(scope)
        scope.work = 0
        do { return try text(scope) } catch  where error.kind == .type { return source }
    }

    private func text(_ scope: Scope) throws(TemplateError) -> String {
        if let fixedText { return fixedText }
        let outer = scope.locals
        scope.locals = Array(repeating: .null, count: localCount)
        defer { scope.locals = outer }
        var text = ""
        try statements.run(scope, &text)
        return text
    }

    // MARK: Checks

    /// Throws when a variable is not declared, whether or not it would be read.
    @inline(__always)
    private func check(_ scope: Scope) throws(TemplateError) {
        if withdrawn != nil || mask & ~scope.present != 0 || !others.isEmpty { try checkThoroughly(scope) }
    }

    private func checkThoroughly(_ scope: Scope) throws(TemplateError) {
        if let withdrawn { throw error(of: withdrawn) }
        let undeclared = variables.filter { scope[$0] == nil }
        guard let first = undeclared.first else { return }
        if calledNames.contains(first.name) { throw unknownFunction(first.name) }
        let names = undeclared.map { PythonText.repr($0.name) }.joined(separator: ", ")
        let known = scope.names
        throw TemplateError(
            .undeclared,
            "the template reads variables that are not set: \(names)",
            at: places[first.name],
            hint: NearestName.question(first.name, in: known)
                ?? "variables here: \(known.sorted().joined(separator: ", "))"
        )
    }

    /// The reference reports an unknown function as a variable that is not declared.
    private func unknownFunction(_ name: String) -> TemplateError {
        let known = GlobalTable.functions.keys.sorted()
        return TemplateError(
            .undeclared,
            "templates have no function '\(name)'",
            at: places[name],
            hint: NearestName.question(name, in: known) ?? "functions: \(known.joined(separator: ", "))"
        )
    }

    private func error(of withdrawn: Vocabulary.Withdrawn) -> TemplateError {
        let start = source.find(withdrawn.name)
        return TemplateError(
            .unsupported,
            "templates cannot read '\(withdrawn.name)'",
            at: start.map { $0..<($0 + withdrawn.name.utf8.count) },
            hint: withdrawn.hint
        )
    }
}
