package import JSON

/// A field of a component, declared once: reading, the check for unknown fields and the reference page all use this.
package struct Field: Sendable {
    package let name: String
    package let shape: FieldShape
    package let isRequired: Bool
    /// The value in force when the field is left out.
    package let defaultValue: JSONValue?
    /// What the field says, in one sentence, with its unit.
    package let text: String

    /// A field that may be left out.
    package init(_ name: String, _ shape: FieldShape, default defaultValue: JSONValue? = nil, _ text: String) {
        self.name = name
        self.shape = shape
        isRequired = false
        self.defaultValue = defaultValue
        self.text = text
    }

    private init(required name: String, _ shape: FieldShape, _ text: String) {
        self.name = name
        self.shape = shape
        isRequired = true
        defaultValue = nil
        self.text = text
    }

    /// A field that must be there.
    package static func required(_ name: String, _ shape: FieldShape, _ text: String) -> Field {
        Field(required: name, shape, text)
    }
}

/// What a field accepts.
package indirect enum FieldShape: Sendable {
    /// Text that is taken as it is.
    case string
    /// Text that is interpolated.
    case template
    case integer
    case number
    case boolean
    /// One of a few words.
    case word([String])
    /// Any value, taken as it is.
    case any
    /// A JSON schema or another mapping that is taken as it is.
    case verbatimMapping
    case list(FieldShape)
    /// A mapping of free names to values of one shape.
    case mapping(FieldShape)
    /// A mapping or list of any depth whose texts are interpolated.
    case nestedTemplates
    /// A component of a role.
    case component(any AnyRole)
    /// The first of several shapes that fits.
    case either([FieldShape])

    /// The shape in words, for messages.
    package var words: String {
        switch self {
        case .string: "text"
        case .template: "text (a template is allowed)"
        case .integer: "an integer"
        case .number: "a number"
        case .boolean: "true or false"
        case .word(let words): "one of " + words.joined(separator: ", ")
        case .any: "any value"
        case .verbatimMapping: "a mapping"
        case .list(let shape): "a list, each element \(shape.words)"
        case .mapping(let shape): "a mapping, each value \(shape.words)"
        case .nestedTemplates: "a mapping (templates are allowed)"
        case .component(let role): "a component: \(role.words)"
        case .either(let shapes): shapes.map(\.words).joined(separator: ", or ")
        }
    }
}
