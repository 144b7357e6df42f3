package import JSON
import Jinja

/// Finds the secret values of a configuration.
package enum Secrets {
    /// The values that a schema marks with `airbyte_secret: true`, as text, in the order of the schema.
    ///
    /// Schema and configuration are walked side by side: through properties, list elements, all branches of `oneOf`,
    /// `anyOf` and `allOf`, conditions, and local references. A marked object or list makes everything in it secret.
    /// Empty texts, booleans and nulls are none: masking them would only spoil messages.
    package static func values(of schema: JSONValue, in config: JSONValue) -> [String] {
        var walk = SecretWalk(root: schema)
        walk.visit(schema, config, depth: 0)
        return walk.found
    }
}

/// One walk through a schema and a configuration.
private struct SecretWalk {
    let root: JSONValue
    private(set) var found: [String] = []

    init(root: JSONValue) { self.root = root }

    mutating func visit(_ schema: JSONValue, _ value: JSONValue, depth: Int) {
        // References may go in circles.
        guard depth < 64, let schema = schema.object else { return }
        if schema["airbyte_secret"]?.bool == true { collect(value) }
        if let reference = schema["$ref"]?.string, let target = JSONPointer(fragment: reference)?.value(in: root) {
            visit(target, value, depth: depth + 1)
        }
        for keyword in ["oneOf", "anyOf", "allOf"] {
            for branch in schema[keyword]?.array ?? [] { visit(branch, value, depth: depth + 1) }
        }
        for keyword in ["if", "then", "else"] {
            if let branch = schema[keyword] { visit(branch, value, depth: depth + 1) }
        }
        switch value.opened {
        case .object(let members): visitMembers(schema, members, depth: depth + 1)
        case .array(let elements): visitElements(schema, elements, depth: depth + 1)
        default: break
        }
    }

    private mutating func visitMembers(_ schema: JSONObject, _ members: JSONObject, depth: Int) {
        let properties = schema["properties"]?.object ?? [:]
        for (name, property) in properties {
            if let member = members[name] { visit(property, member, depth: depth) }
        }
        for (pattern, property) in schema["patternProperties"]?.object ?? [:] {
            for (name, member) in members where SchemaPattern.isFound(pattern, in: name) {
                visit(property, member, depth: depth)
            }
        }
        guard let rest = schema["additionalProperties"] else { return }
        for (name, member) in members where properties[name] == nil { visit(rest, member, depth: depth) }
    }

    private mutating func visitElements(_ schema: JSONObject, _ elements: [JSONValue], depth: Int) {
        guard let items = schema["items"] else { return }
        for (index, element) in elements.enumerated() {
            if let list = items.array {
                if index < list.count { visit(list[index], element, depth: depth) }
            } else {
                visit(items, element, depth: depth)
            }
        }
    }

    private mutating func collect(_ value: JSONValue) {
        switch value.opened {
        case .null, .bool: break
        case .object(let members): for member in members.values { collect(member) }
        case .array(let elements): for element in elements { collect(element) }
        case let leaf:
            let text = Value(leaf).printed
            if !text.isEmpty, !found.contains(text) { found.append(text) }
        }
    }
}
