package import Diagnostics

/// What a field accepts.
package indirect enum FieldShape: Sendable {
    /// A string that is taken as it is.
    case plain(StringForm)
    /// A string that is interpolated; what is written out in it has the form.
    case interpolated(StringForm, TemplateVariables)
    /// An integer within a bound.
    case whole(NumberBound?)
    /// A number within a bound.
    case real(NumberBound?)
    case boolean
    /// One of a few words.
    case word([String])
    /// Any value, taken as it is.
    case any
    /// A JSON schema or another mapping that is taken as it is.
    case verbatimMapping
    /// Values for a configuration: strings that look like references are not.
    case settings
    /// Parts that other places refer to and that mean nothing by themselves.
    case stored
    case list(FieldShape, atLeast: Int = 0)
    /// A mapping of free names to values of one shape.
    case mapping(FieldShape)
    /// A mapping without a `type` that has fields of its own.
    case object([Field])
    /// A mapping or list of any depth whose strings are interpolated.
    case nested(TemplateVariables)
    /// A component of a role; the type in force when `type` is left out, and when there is a `class_name` then.
    case component(any AnyRole, default: String? = nil, custom: String? = nil)
    /// A component that is completed before it is read, so that its fields may be missing or of any form until then.
    case draft(any AnyRole, default: String)
    /// The first of several shapes that fits.
    case either([FieldShape])
}

extension FieldShape {
    /// Any string, taken as it is.
    package static let string = FieldShape.plain(.any)
    /// A string of any form, interpolated with whatever variables a manifest has.
    package static let template = FieldShape.interpolated(.any, .all)
    /// An integer.
    package static let integer = FieldShape.whole(nil)
    /// A number.
    package static let number = FieldShape.real(nil)
    /// A tree whose strings are interpolated with whatever variables a manifest has.
    package static let nestedTemplates = FieldShape.nested(.all)

    /// A string of a form, taken as it is.
    package static func string(_ form: StringForm) -> FieldShape { .plain(form) }

    /// A string that is interpolated.
    package static func template(_ form: StringForm = .any, reads variables: TemplateVariables) -> FieldShape {
        .interpolated(form, variables)
    }

    /// A condition over some variables.
    package static func condition(reads variables: TemplateVariables) -> FieldShape {
        .interpolated(.condition, variables)
    }

    /// A tree whose strings are interpolated.
    package static func nestedTemplates(reads variables: TemplateVariables) -> FieldShape { .nested(variables) }

    /// An integer within a bound.
    package static func integer(_ bound: NumberBound) -> FieldShape { .whole(bound) }

    /// A number within a bound.
    package static func number(_ bound: NumberBound) -> FieldShape { .real(bound) }

    /// An integer, or a template that gives one.
    package static func integerOrTemplate(
        _ bound: NumberBound? = nil,
        reads variables: TemplateVariables = .config
    ) -> FieldShape {
        .either([.whole(bound), .interpolated(.integer(bound), variables)])
    }

    /// A number, or a template that gives one; a string that is neither is refused, or only causes a warning where it
    /// may never be read.
    package static func numberOrTemplate(
        _ bound: NumberBound? = nil,
        otherwise severity: Diagnostic.Severity,
        reads variables: TemplateVariables = .config
    ) -> FieldShape {
        .either([.real(bound), .interpolated(.number(bound, severity), variables)])
    }

    /// A component, or a list of them.
    package static func oneOrMore(_ component: FieldShape) -> FieldShape { .either([component, .list(component)]) }
}

extension FieldShape {
    /// The shape in words, for messages and reference pages.
    package var words: String {
        switch self {
        case .plain(let form): form.words
        case .interpolated(.integer, _), .interpolated(.number, _): "a template for one"
        case .interpolated(let form, _): "\(form.words) (a template is allowed)"
        case .whole(let bound): "an integer" + (bound.map { ", \($0.words)" } ?? "")
        case .real(let bound): "a number" + (bound.map { ", \($0.words)" } ?? "")
        case .boolean: "true or false"
        case .word(let words): "one of " + words.joined(separator: ", ")
        case .any: "any value"
        case .verbatimMapping, .settings, .stored: "a mapping"
        case .object(let fields): "a mapping with " + fields.map(\.name).joined(separator: ", ")
        case .list(let shape, let count):
            "a list\(count > 0 ? " of at least \(count)" : ""), each element \(shape.words)"
        case .mapping(let shape): "a mapping, each value \(shape.words)"
        case .nested: "a mapping (templates are allowed)"
        case .component(let role, _, _), .draft(let role, _): "\(role.oneOfThem): \(role.words)"
        case .either(let shapes): shapes.map(\.words).joined(separator: ", or ")
        }
    }

    /// The component that a mapping in such a field is, however many lists and mappings are around it.
    package var component: (role: any AnyRole, type: String?, customType: String?)? {
        switch self {
        case .component(let role, let type, let custom): (role, type, custom)
        case .draft(let role, let type): (role, type, nil)
        case .list(let shape, _), .mapping(let shape): shape.component
        case .either(let shapes): shapes.lazy.compactMap(\.component).first
        default: nil
        }
    }

    /// The fields of an object; nil for other shapes.
    package var objectFields: [Field]? {
        if case .object(let fields) = self { return fields }
        return nil
    }
}
