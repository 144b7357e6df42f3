/// A template, compiled once: text with expressions in it.
///
/// Immutable; one template may be evaluated on many tasks at a time, each with its own `Scope`.
package struct Template: Sendable {
    /// The text as written.
    package let source: String
    let program: Program

    /// Parses and compiles a string.
    ///
    /// Throws `syntax` or `assertion` (unknown filter or test), with the place in the text.
    package init(_ source: String, vocabulary: Vocabulary = .plain) throws(TemplateError) {
        self.source = source
        program = try Program.compiled(source, vocabulary)
    }

    /// The free variables: names that must be in scope, whether or not the branch that reads them runs.
    ///
    /// Macros are not among them.
    package var variables: Set<String> { Set(program.variables.map(\.name)) }

    /// Whether no free variable is read but some of these.
    package func reads(only symbols: [Symbol]) -> Bool { program.variables.allSatisfy(symbols.contains) }

    /// The free variables that are called like functions, whether or not such a function is known.
    package var calledNames: Set<String> { program.calledNames }

    /// The functions that every template may call, in alphabetical order.
    package static var functionNames: [String] { GlobalTable.functions.keys.sorted() }

    /// Whether the result depends on these variables alone, and no evaluation changes them.
    package func readsOnly(_ symbols: [Symbol]) -> Bool {
        !program.isImpure && !program.changesValues && program.variables.allSatisfy(symbols.contains)
    }

    /// Whether an evaluation may change one of these variables in place.
    package func changes(anyOf symbols: [Symbol]) -> Bool {
        program.changesValues && program.variables.contains(where: symbols.contains)
    }

    /// Whether the text has no expression, statement or comment in it at all.
    package var isPlainText: Bool { program.isPlainText }

    /// The withdrawn variable that the text mentions, in an expression or not; every evaluation then fails.
    package var withdrawn: Vocabulary.Withdrawn? { program.withdrawn }

    /// The paths read below a variable where they are written out, such as `["metaData", "id"]` for
    /// `record.metaData.id`.
    ///
    /// An empty path means that the variable is used as a whole.
    package func paths(under variable: String) -> Set<[String]> { program.paths[variable] ?? [] }

    /// Evaluates steps 1 to 5 of the reference's procedure: checks, rendering, literal evaluation.
    ///
    /// Nil when the rendered text is empty, for the caller's default to take its place. A Python type error gives the
    /// template's own text, literal-evaluated; other errors are thrown, `undefined` among them.
    package func evaluate(in scope: Scope, types: ValueTypes = .any) throws(TemplateError) -> Value? {
        try program.evaluate(in: scope, types: types)
    }
}
