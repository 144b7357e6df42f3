/// A condition of a manifest.
///
/// An undefined or empty result is false, and so are the values Python holds equal to one of a fixed list: `False`, `0`,
/// `None`, empty containers, and the strings `False false {} [] () 0 0.0`. Everything else is true.
package struct InterpolatedBoolean: Sendable {
    package let template: Template
    /// The value when the condition is plain text.
    private let fixed: Bool?

    package init(_ source: String, vocabulary: Vocabulary) throws(TemplateError) {
        template = try Template(source, vocabulary: vocabulary)
        guard template.isPlainText, template.withdrawn == nil else {
            fixed = nil
            return
        }
        fixed = Outcome.value(text: template.program.plainText, .any).map { !Self.isFalse($0) } ?? false
    }

    /// Whether the condition holds.
    package func evaluate(in scope: Scope) throws(TemplateError) -> Bool {
        if let fixed { return fixed }
        do {
            guard let value = try template.evaluate(in: scope) else { return false }
            if case .bool(let flag) = value { return flag }
            return !Self.isFalse(value)
        } catch  where error.kind == .undefined {
            return false
        }
    }

    private static let falseTexts: Set<String> = ["False", "false", "{}", "[]", "()", "", "0", "0.0"]

    private static func isFalse(_ value: Value) -> Bool {
        switch value.opened {
        case .null: true
        case .bool(let flag): !flag
        case .int(let number): number == 0
        case .double(let number): number == 0
        case .string(let text): falseTexts.contains(text)
        case .list(let list): list.elements.isEmpty
        case .dict(let dict): dict.count == 0
        case .tuple(let elements): elements.isEmpty
        case .set(let set): set.elements.isEmpty
        default: false
        }
    }
}
