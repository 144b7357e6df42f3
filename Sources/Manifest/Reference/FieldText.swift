import JSON

/// A field in a list of the reference.
struct FieldText {
    private let field: Field

    init(_ field: Field) { self.field = field }

    /// The item of the list, with the fields of an object below it.
    var item: String { item(indent: "") }

    private func item(indent: String) -> String {
        let mark = field.isRequired ? " (required)" : ""
        let head = "\(indent)- `\(field.name)`\(mark): \(field.shape.summary)."
        let rest = ([field.text] + notes).joined(separator: " ")
        let inner = Self.inner(field.shape).map { FieldText($0).item(indent: indent + "  ") }
        return (["\(head)\n\(indent)  \(rest)"] + inner).joined(separator: "\n")
    }

    private var notes: [String] {
        var notes: [String] = []
        if let value = field.defaultValue, value != "" { notes.append("Default: \(Self.text(value)).") }
        if let type = field.shape.component?.type { notes.append("Without `type` it is a \(type).") }
        if let variables = field.shape.variables {
            notes.append("Templates read \(variables.names.map { "`\($0)`" }.joined(separator: ", ")).")
        }
        return notes
    }

    /// A default as one would write it; a component by its type.
    private static func text(_ value: JSONValue) -> String {
        guard let members = value.object, let type = members["type"]?.string else { return "`\(value.text)`" }
        let rest = members.filter { $0.key != "type" }.map { "`\($0.key): \($0.value.text)`" }
        return type + (rest.isEmpty ? "" : " with " + rest.joined(separator: ", "))
    }

    /// The fields of the objects in a shape.
    private static func inner(_ shape: FieldShape) -> [Field] {
        switch shape {
        case .object(let fields): fields
        case .list(let shape, _), .mapping(let shape): inner(shape)
        case .either(let shapes): shapes.flatMap(inner)
        default: []
        }
    }
}

extension FieldShape {
    /// The shape in words for a reference page, where the types of a role are only named.
    fileprivate var summary: String {
        switch self {
        case .object: "a mapping with the fields below"
        case .list(let shape, let count):
            "a list\(count > 0 ? " of at least \(count)" : ""), each element \(shape.summary)"
        case .mapping(let shape): "a mapping, each value \(shape.summary)"
        case .component(let role, _, _): role.typeNames.isEmpty ? role.oneOfThem : "\(role.oneOfThem): \(role.words)"
        case .either(let shapes): shapes.map(\.summary).joined(separator: "; or ")
        default: words
        }
    }

    /// The variables that templates in the field read; nil when there are no templates.
    fileprivate var variables: TemplateVariables? {
        switch self {
        case .interpolated(_, let variables), .nested(let variables): variables
        case .list(let shape, _), .mapping(let shape): shape.variables
        case .either(let shapes): shapes.lazy.compactMap(\.variables).first
        default: nil
        }
    }
}
