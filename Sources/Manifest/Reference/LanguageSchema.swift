package import JSON

/// The language as a JSON schema (draft 7), for editors: `type` picks the fields, and others are errors.
///
/// Any value may be a reference, `"#/definitions/x"` or a mapping with `$ref`; what such a mapping lacks may come from its
/// target, and what a component lacks from `$parameters`.
package struct LanguageSchema: Sendable {
    private let roles: [any AnyRole]
    private let root: FieldShape

    /// - Parameters:
    ///   - roles: all roles of the language.
    ///   - root: the component that a manifest is.
    package init(_ roles: [any AnyRole], root: FieldShape) {
        self.roles = roles
        self.root = root
    }

    /// The schema as one document.
    package var document: JSONObject {
        [
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": "Manifest of an API source",
            "allOf": [.object(schema(root))],
            "definitions": .object(definitions),
        ]
    }

    private var definitions: JSONObject {
        var definitions: JSONObject = ["part": .object(part), "parameters": ["type": "object"]]
        for type in types { definitions[type.typeName] = .object(fields(of: type)) }
        return definitions
    }

    /// All types, each once.
    private var types: [any Component.Type] {
        var known: Set<String> = []
        return roles.flatMap(\.types).filter { known.insert($0.typeName).inserted }
    }

    private static func link(_ name: String) -> JSONObject { ["$ref": .string("#/definitions/\(name)")] }

    // MARK: Components

    /// The fields of a type; which of them must be there depends on where it stands.
    private func fields(of type: any Component.Type) -> JSONObject {
        var object = object(type.fields, isComponent: true)
        if type.runsPython { object["additionalProperties"] = true }
        object["title"] = .string(type.typeName)
        object["description"] = .string(type.details.isEmpty ? type.summary : "\(type.summary) \(type.details)")
        return object
    }

    private func object(_ fields: [Field], isComponent: Bool = false) -> JSONObject {
        var properties: JSONObject = [
            "$ref": ["type": "string"], "$parameters": .object(Self.link("parameters")),
        ]
        if isComponent { properties["type"] = ["type": "string"] }
        for field in fields { properties[field.name] = .object(property(field)) }
        return ["type": "object", "properties": .object(properties), "additionalProperties": false]
    }

    private func property(_ field: Field) -> JSONObject {
        var property: JSONObject = ["description": .string(field.text)]
        if let value = field.defaultValue { property["default"] = value }
        // Beside a reference nothing else counts in draft 7, so it stands one level deeper.
        property["allOf"] = [.object(schema(field.shape))]
        return property
    }

    /// A component of a role: its type says which fields it has.
    private func component(_ role: any AnyRole, _ defaultType: String?) -> JSONObject {
        let typed = role.types.map { type in
            condition(["required": ["type"], "properties": ["type": ["const": .string(type.typeName)]]], whole(type))
        }
        let native = role.native
        // A class in Python has whatever fields it likes.
        let any = condition(
            ["required": ["class_name"]],
            [:],
            else: ["anyOf": .array(native.map { .object(Self.link($0.typeName)) })]
        )
        let plain = defaultType.flatMap(role.type).map(whole) ?? ["required": ["type"]]
        let untyped = condition(
            ["not": ["required": ["type"]]],
            condition(["required": ["$ref"]], native.isEmpty ? [:] : any, else: plain)
        )
        let object: JSONObject = [
            "type": "object",
            "properties": ["type": ["enum": .array(role.typeNames.map(JSONValue.string))]],
            "allOf": .array((typed + [untyped]).map(JSONValue.object)),
        ]
        return condition(["type": "string"], ["pattern": "^#/"], else: object)
    }

    /// A type with what must be there, unless a reference or parameters may bring it.
    private func whole(_ type: any Component.Type) -> JSONObject {
        ["allOf": [.object(Self.link(type.typeName)), .object(Self.needs(type.fields))]]
    }

    /// The components that must be there; other fields may come from `$parameters` further up, which no schema sees.
    private static func needs(_ fields: [Field]) -> JSONObject {
        let names = fields.filter { $0.isRequired && $0.shape.component != nil }.map { JSONValue.string($0.name) }
        guard !names.isEmpty else { return [:] }
        let sources: [JSONValue] = ["$ref", "$parameters"]
        return ["anyOf": .array([["required": .array(names)]] + sources.map { ["required": [$0]] })]
    }

    private func condition(_ test: JSONObject, _ then: JSONObject, else other: JSONObject? = nil) -> JSONObject {
        var condition: JSONObject = ["if": .object(test), "then": .object(then)]
        if let other { condition["else"] = .object(other) }
        return condition
    }

    /// A part that is only referred to: a component where it has the type of one, and anything else.
    private var part: JSONObject {
        let known = types
        let typed = known.map { type in
            condition(["properties": ["type": ["const": .string(type.typeName)]]], Self.link(type.typeName))
        }
        let isTyped: JSONObject = [
            "type": "object", "required": ["type"],
            "properties": ["type": ["enum": .array(known.map { .string($0.typeName) })]],
        ]
        let inner: JSONObject = [
            "additionalProperties": .object(Self.link("part")), "items": .object(Self.link("part")),
        ]
        return condition(isTyped, ["allOf": .array(typed.map(JSONValue.object))], else: inner)
    }

    // MARK: Shapes

    private func schema(_ shape: FieldShape) -> JSONObject {
        switch shape {
        case .plain, .interpolated: ["type": "string"]
        case .whole(let bound): orReference(Self.number("integer", bound))
        case .real(let bound): orReference(Self.number("number", bound))
        case .boolean: orReference(["type": "boolean"])
        case .word(let words): orReference(["enum": .array(words.map(JSONValue.string))])
        case .any: [:]
        case .verbatimMapping, .settings, .nested: orReference(["type": "object"])
        case .stored: ["type": "object", "additionalProperties": .object(Self.link("part"))]
        case .list(let element, let count):
            orReference(["type": "array", "items": .object(schema(element)), "minItems": .integer(count)])
        case .mapping(let element):
            orReference([
                "type": "object", "additionalProperties": .object(schema(element)),
                "properties": ["$parameters": .object(Self.link("parameters"))],
            ])
        case .object(let fields): orReference(object(fields).merging(Self.needs(fields)) { $1 })
        case .component(let role, let type, _): component(role, type)
        case .draft(let role, let type): component(role, type)
        case .either(let shapes): ["anyOf": .array(shapes.map { .object(schema($0)) })]
        }
    }

    /// A value of a shape, or a reference to one.
    private func orReference(_ schema: JSONObject) -> JSONObject {
        let reference: JSONObject = [
            "anyOf": [["type": "string", "pattern": "^#/"], ["type": "object", "required": ["$ref"]]]
        ]
        let isOpen = schema["type"] != "object"
        return condition(isOpen ? reference : ["type": "string", "pattern": "^#/"], [:], else: schema)
    }

    private static func number(_ type: String, _ bound: NumberBound?) -> JSONObject {
        guard let bound, bound.severity == .error else { return ["type": .string(type)] }
        return ["type": .string(type), bound.isExclusive ? "exclusiveMinimum" : "minimum": .integer(bound.least)]
    }
}
