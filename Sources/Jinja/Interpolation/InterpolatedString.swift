/// A string field of a manifest, which may hold a template.
///
/// Text without any template whose literal evaluation gives itself is kept as it is and never evaluated.
package struct InterpolatedString: Sendable {
    package let template: Template
    private let fixed: String?

    package init(_ source: String, vocabulary: Vocabulary) throws(TemplateError) {
        template = try Template(source, vocabulary: vocabulary)
        fixed = template.isPlainText && template.withdrawn == nil ? Self.fixedText(template) : nil
    }

    /// The text when it stands for itself, whatever is in scope; nil for templates and for text that reads as a literal.
    package var constantText: String? { fixed }

    package var source: String { template.source }

    /// The value; an undefined result throws, an empty one is the empty string.
    package func evaluate(in scope: Scope, types: ValueTypes = .any) throws(TemplateError) -> Value {
        if let fixed { return .string(fixed) }
        guard template.program.changesValues else {
            return try template.evaluate(in: scope, types: types) ?? .string("")
        }
        return try changingValue(in: scope, types)
    }

    /// The value of a template that changes values in place.
    ///
    /// The template is its own default, so one that gives nothing runs twice, and changes things twice.
    private func changingValue(in scope: Scope, _ types: ValueTypes) throws(TemplateError) -> Value {
        do throws(TemplateError) {
            if let value = try template.evaluate(in: scope, types: types) { return value }
        } catch {
            guard error.kind == .undefined else { throw error }
        }
        return try template.evaluate(in: scope, types: types) ?? .string("")
    }

    private static func fixedText(_ template: Template) -> String? {
        let text = template.program.plainText
        guard text == template.source, PythonLiteral.evaluate(text) == nil else { return nil }
        return text
    }
}
