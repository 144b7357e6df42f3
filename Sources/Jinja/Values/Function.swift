/// Something a template can call: a macro, a method bound to its object, a template's own macro.
package final class Function {
    package let name: String
    /// Printed form, such as `<built-in method items of dict object>`.
    let text: String
    /// The attributes templates may read, such as `name` of a template's own macro.
    let attributes: [String: Value]
    private let body: (Arguments, Scope) throws(TemplateError) -> Value

    package init(
        _ name: String,
        text: String? = nil,
        attributes: [String: Value] = [:],
        _ body: @escaping (Arguments, Scope) throws(TemplateError) -> Value
    ) {
        self.name = name
        self.text = text ?? "<function \(name)>"
        self.attributes = attributes
        self.body = body
    }

    package func call(_ arguments: Arguments, _ scope: Scope) throws(TemplateError) -> Value {
        try body(arguments, scope)
    }
}
