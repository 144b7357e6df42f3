/// What an assignment writes to.
indirect enum Target: Sendable {
    case slot(Int)
    case tuple([Target], Range<Int>)
    case attribute(Expression, String, Range<Int>)

    /// Stores a value; a tuple unpacks it.
    func assign(_ value: Value, _ scope: Scope) throws(TemplateError) {
        switch self {
        case .slot(let slot): scope.locals[slot] = value
        case .tuple(let parts, let range):
            let values: [Value]
            do { values = try value.iterated() } catch {
                throw TemplateError(.type, "cannot unpack non-iterable \(value.typeName) object", at: range)
            }
            guard values.count == parts.count else { throw Self.mismatch(parts.count, values.count, range) }
            for (part, value) in zip(parts, values) { try part.assign(value, scope) }
        case .attribute(let object, let name, let range):
            guard case .object(let namespace) = try object.evaluate(scope), namespace.setAttribute(name, value) else {
                throw TemplateError(.runtime, "cannot assign attribute on non-namespace object", at: range)
            }
        }
    }

    private static func mismatch(_ wanted: Int, _ given: Int, _ range: Range<Int>) -> TemplateError {
        let message =
            given > wanted
            ? "too many values to unpack (expected \(wanted))"
            : "not enough values to unpack (expected \(wanted), got \(given))"
        return TemplateError(.value, message, at: range)
    }
}

/// `set a = b`.
///
/// Sendable as every statement: nodes never change.
final class AssignmentStatement: Statement, @unchecked Sendable {
    private let target: Target
    private let value: Expression

    init(_ target: Target, _ value: Expression) {
        self.target = target
        self.value = value
    }

    override func run(_ scope: Scope, _ output: inout String) throws(TemplateError) {
        try target.assign(try value.evaluate(scope), scope)
    }
}

/// `set a` … `endset`: the block's text, maybe filtered.
///
/// Sendable as every statement: nodes never change.
final class BlockAssignmentStatement: Statement, @unchecked Sendable {
    private let target: Target
    private let filter: Expression?
    private let entry: BlockEntry
    private let body: [Statement]

    init(_ target: Target, _ filter: Expression?, _ entry: BlockEntry, _ body: [Statement]) {
        self.target = target
        self.filter = filter
        self.entry = entry
        self.body = body
    }

    override func run(_ scope: Scope, _ output: inout String) throws(TemplateError) {
        try target.assign(try BlockText.filtered(filter, entry, body, scope), scope)
    }
}
