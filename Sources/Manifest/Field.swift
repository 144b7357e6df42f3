package import JSON

/// A field of a component or of an object inside one, declared once: reading, the check of a manifest, `engine explain`,
/// the reference pages and the JSON schema all use this.
///
/// A class, as the check looks at each field of each component.
package final class Field: Sendable {
    package let name: String
    package let shape: FieldShape
    package let isRequired: Bool
    /// The value in force when the field is left out or null; an object with `type` stands for such a component.
    package let defaultValue: JSONValue?
    /// What the field says, in one sentence, with its unit.
    package let text: String

    private init(_ name: String, _ shape: FieldShape, _ isRequired: Bool, _ defaultValue: JSONValue?, _ text: String) {
        self.name = name
        self.shape = shape
        self.isRequired = isRequired
        self.defaultValue = defaultValue
        self.text = text
    }

    /// A field that may be left out.
    package convenience init(
        _ name: String,
        _ shape: FieldShape,
        default defaultValue: JSONValue? = nil,
        _ text: String
    ) {
        self.init(name, shape, false, defaultValue, text)
    }

    /// A field that must be there.
    package static func required(_ name: String, _ shape: FieldShape, _ text: String) -> Field {
        Field(name, shape, true, nil, text)
    }
}

extension [Field] {
    /// The field of a name.
    package func named(_ name: String) -> Field? { first { $0.name == name } }
}
