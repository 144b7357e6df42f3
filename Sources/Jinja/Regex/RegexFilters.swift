import RegularExpressions

/// Filters with regular expressions.
enum RegexFilters {
    static let search: FilterBody = { (value, arguments, _) throws(TemplateError) in
        let given = try arguments.bound("regex_search", ["regex"], required: 1)
        return try found(value, try expression(given[0]))
    }

    static let replace: FilterBody = { (value, arguments, _) throws(TemplateError) in
        let given = try arguments.bound("regex_replace", ["regex", "replacement"], required: 2)
        return try replaced(value, try expression(given[0]), given[1] ?? .null)
    }

    private static func expression(_ value: Value?) throws(TemplateError) -> PythonRegex {
        guard let pattern = value?.text else { throw .type("first argument must be string or compiled pattern") }
        return try translated { () throws(RegexError) in try PythonRegex(pattern) }
    }

    /// A fault of an expression as one of its template.
    private static func translated<Result>(
        _ work: () throws(RegexError) -> Result
    ) throws(TemplateError) -> Result {
        do { return try work() } catch {
            let kind: TemplateError.Kind =
                switch error.kind {
                case .pattern: .regex
                case .group: .index
                case .exhausted: .runtime
                }
            throw TemplateError(kind, error.message)
        }
    }

    /// The first group of the first match; empty without match or groups, null when the group took no part.
    static func found(_ value: Value, _ regex: PythonRegex) throws(TemplateError) -> Value {
        guard let text = value.text else {
            throw .type("expected string or bytes-like object, got '\(value.typeName)'")
        }
        let match = try translated { () throws(RegexError) in try regex.search(text) }
        guard let match, match.groupCount > 0 else { return .string("") }
        return match.group(1).map(Value.string) ?? .null
    }

    static func replaced(
        _ value: Value,
        _ regex: PythonRegex,
        _ replacement: Value
    ) throws(TemplateError) -> Value {
        guard let text = value.text else {
            throw .type("expected string or bytes-like object, got '\(value.typeName)'")
        }
        guard let new = replacement.text else { throw .type("decoding to str: need a bytes-like object") }
        return .string(try translated { () throws(RegexError) in try regex.replaceAll(text, new) })
    }
}

/// A regex filter whose expression is written out, compiled with the template.
final class RegexExpression: Expression, @unchecked Sendable {
    private let input: Expression
    private let regex: PythonRegex
    /// The replacement; nil when the filter searches.
    private let replacement: Expression?

    private init(_ input: Expression, _ regex: PythonRegex, _ replacement: Expression?, _ range: Range<Int>) {
        self.input = input
        self.regex = regex
        self.replacement = replacement
        super.init(range)
    }

    /// The expression for a regex filter; nil for other filters and where the pattern is not a sound constant.
    static func make(
        _ name: String,
        _ input: Expression?,
        _ arguments: ArgumentExpressions,
        _ range: Range<Int>
    ) -> RegexExpression? {
        let count = name == "regex_search" ? 1 : (name == "regex_replace" ? 2 : 0)
        guard count > 0, arguments.positional.count == count, arguments.named.isEmpty, arguments.list == nil,
            arguments.dict == nil, let input, case .string(let pattern) = arguments.positional[0].constant,
            let regex = try? PythonRegex(pattern)
        else { return nil }
        return RegexExpression(input, regex, count == 2 ? arguments.positional[1] : nil, range)
    }

    override func evaluate(_ scope: Scope) throws(TemplateError) -> Value {
        let value = try input.evaluate(scope)
        let new = try replacement?.evaluate(scope)
        return try located { () throws(TemplateError) in
            if let new { return try RegexFilters.replaced(value, regex, new) }
            return try RegexFilters.found(value, regex)
        }
    }
}
