package import JSON
import JSONSchema
import Text

/// Finds the secret values of a configuration.
package enum Secrets {
    /// The values that a schema marks with `airbyte_secret: true`, as text, in the order of the schema.
    ///
    /// Schema and configuration are walked side by side: through properties, list elements, all branches of `oneOf`,
    /// `anyOf` and `allOf`, conditions, and local references. A marked object or list makes everything in it secret.
    /// Empty strings, booleans and nulls are not secrets: masking them would only spoil messages.
    package static func values(of schema: JSONValue, in config: JSONValue) -> [String] {
        found(of: schema, in: config).map(\.text)
    }

    /// The same with their places in the configuration, such as `credentials.api_key`.
    ///
    /// A member that the schema does not know counts too when its name is nearly that of a secret one.
    package static func found(of schema: JSONValue, in config: JSONValue) -> [(place: String, text: String)] {
        var walk = SecretWalk(root: schema)
        walk.visit(schema, config, at: "", depth: 0)
        return walk.found
    }
}

/// One walk through a schema and a configuration.
private struct SecretWalk {
    let root: JSONValue
    private(set) var found: [(place: String, text: String)] = []
    /// Schemas left to visit; references in circles can double them at every level.
    private var left = 500_000

    init(root: JSONValue) { self.root = root }

    mutating func visit(_ schema: JSONValue, _ value: JSONValue, at place: String, depth: Int) {
        // References may go in circles.
        left -= 1
        guard depth < 64, left > 0, let schema = schema.object else { return }
        if schema["airbyte_secret"]?.bool == true { collect(value, at: place) }
        if let reference = schema["$ref"]?.string, let target = JSONPointer(fragment: reference)?.value(in: root) {
            visit(target, value, at: place, depth: depth + 1)
        }
        for keyword in ["oneOf", "anyOf", "allOf"] {
            for branch in schema[keyword]?.array ?? [] { visit(branch, value, at: place, depth: depth + 1) }
        }
        for keyword in ["if", "then", "else"] {
            if let branch = schema[keyword] { visit(branch, value, at: place, depth: depth + 1) }
        }
        switch value.opened {
        case .object(let members): visitMembers(schema, members, at: place, depth: depth + 1)
        case .array(let elements) where schema["items"] != nil:
            visitElements(schema, elements, at: place, depth: depth + 1)
        default:
            // A secret that was put where the object stands that should hold it.
            if Self.hasSecretProperty(schema) { collect(value, at: place) }
        }
    }

    private static func hasSecretProperty(_ schema: JSONObject) -> Bool {
        (schema["properties"]?.object ?? [:]).contains { $0.value["airbyte_secret"]?.bool == true }
    }

    private mutating func visitMembers(_ schema: JSONObject, _ members: JSONObject, at place: String, depth: Int) {
        let properties = schema["properties"]?.object ?? [:]
        for (name, property) in properties {
            if let member = members[name] { visit(property, member, at: Self.place(name, in: place), depth: depth) }
        }
        let secretNames = properties.filter { $0.value["airbyte_secret"]?.bool == true }.map { Array($0.key) }
        for (name, member) in members where properties[name] == nil {
            let letters = Array(name)
            let limit = min(2, max(1, letters.count / 3))
            if secretNames.contains(where: { NearestName.isNear(letters, $0, limit: limit) }) {
                collect(member, at: Self.place(name, in: place))
            }
        }
        for (pattern, property) in schema["patternProperties"]?.object ?? [:] {
            for (name, member) in members where SchemaPattern.isFound(pattern, in: name) {
                visit(property, member, at: Self.place(name, in: place), depth: depth)
            }
        }
        guard let rest = schema["additionalProperties"] else { return }
        for (name, member) in members where properties[name] == nil {
            visit(rest, member, at: Self.place(name, in: place), depth: depth)
        }
    }

    private static func place(_ name: String, in place: String) -> String { place.isEmpty ? name : "\(place).\(name)" }

    private mutating func visitElements(
        _ schema: JSONObject,
        _ elements: [JSONValue],
        at place: String,
        depth: Int
    ) {
        guard let items = schema["items"] else { return }
        for (index, element) in elements.enumerated() {
            if let list = items.array {
                if index < list.count { visit(list[index], element, at: "\(place)[\(index)]", depth: depth) }
            } else {
                visit(items, element, at: "\(place)[\(index)]", depth: depth)
            }
        }
    }

    private mutating func collect(_ value: JSONValue, at place: String) {
        switch value.opened {
        case .null, .bool: break
        case .object(let members):
            for (name, member) in members { collect(member, at: Self.place(name, in: place)) }
        case .array(let elements):
            for (index, element) in elements.enumerated() { collect(element, at: "\(place)[\(index)]") }
        case let leaf:
            let texts = leaf.string.map { [$0] } ?? [leaf.pythonText, leaf.text]
            for text in texts where !text.isEmpty && !found.contains(where: { $0.text == text }) {
                found.append((place, text))
            }
        }
    }
}
