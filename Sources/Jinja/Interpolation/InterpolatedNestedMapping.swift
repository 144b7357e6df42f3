package import JSON
import OrderedCollections

/// A JSON tree of a manifest whose strings, keys included, may be templates: a request body.
///
/// Members whose value comes out null are dropped at every level; nulls in lists stay.
package struct InterpolatedNestedMapping: Sendable {
    private indirect enum Node: Sendable {
        case template(Template)
        case fixed(JSONValue)
        case list([Node])
        case mapping([(key: Template, value: Node)])
    }

    private let root: Node

    package init(_ value: JSONValue, vocabulary: Vocabulary) throws(TemplateError) {
        root = try Self.node(value, vocabulary)
    }

    /// Whether the result depends on these variables alone, and no evaluation changes them.
    package func readsOnly(_ symbols: [Symbol]) -> Bool { Self.readsOnly(root, symbols) }

    private static func readsOnly(_ node: Node, _ symbols: [Symbol]) -> Bool {
        switch node {
        case .template(let template): template.readsOnly(symbols)
        case .fixed: true
        case .list(let nodes): nodes.allSatisfy { readsOnly($0, symbols) }
        case .mapping(let nodes): nodes.allSatisfy { $0.key.readsOnly(symbols) && readsOnly($0.value, symbols) }
        }
    }

    /// Whether an evaluation may change one of these variables in place.
    package func changes(anyOf symbols: [Symbol]) -> Bool { Self.changes(root, symbols) }

    private static func changes(_ node: Node, _ symbols: [Symbol]) -> Bool {
        switch node {
        case .template(let template): template.changes(anyOf: symbols)
        case .fixed: false
        case .list(let nodes): nodes.contains { changes($0, symbols) }
        case .mapping(let nodes):
            nodes.contains { $0.key.changes(anyOf: symbols) || changes($0.value, symbols) }
        }
    }

    /// The tree with everything evaluated.
    package func evaluate(in scope: Scope) throws(TemplateError) -> Value { try Self.value(root, scope) }

    private static func node(_ value: JSONValue, _ vocabulary: Vocabulary) throws(TemplateError) -> Node {
        switch value.opened {
        case .string(let text): return .template(try Template(text, vocabulary: vocabulary))
        case .array(let elements):
            var nodes: [Node] = []
            for element in elements { nodes.append(try node(element, vocabulary)) }
            return .list(nodes)
        case .object(let members):
            var nodes: [(key: Template, value: Node)] = []
            for (key, member) in members {
                nodes.append((try Template(key, vocabulary: vocabulary), try node(member, vocabulary)))
            }
            return .mapping(nodes)
        case let other: return .fixed(other)
        }
    }

    private static func value(_ node: Node, _ scope: Scope) throws(TemplateError) -> Value {
        switch node {
        case .template(let template): return try template.valueOrNull(in: scope)
        case .fixed(let value): return Value(value)
        case .list(let nodes):
            var elements: [Value] = []
            for node in nodes { elements.append(try value(node, scope)) }
            return .list(elements)
        case .mapping(let nodes):
            let dict = DictObject()
            for (key, node) in nodes {
                let key = try key.valueOrNull(in: scope)
                try key.requireHashable()
                dict.members[key] = try value(node, scope)
            }
            dict.members.removeAll { $0.value.isNull }
            return .dict(dict)
        }
    }
}
