import Diagnostics
package import JSON
import OrderedCollections

/// A step on the way to a node: a key of a mapping or an index of a list.
package enum NodeStep: Sendable, Equatable {
    case key(String)
    case index(Int)
}

extension ManifestNode {
    /// The node with another one at a path that exists; unchanged where it does not.
    package func replacing(_ path: some Sequence<NodeStep>, with node: ManifestNode) -> ManifestNode {
        var rest = path.makeIterator()
        return replacing(&rest, with: node)
    }

    private func replacing(_ rest: inout some IteratorProtocol<NodeStep>, with node: ManifestNode) -> ManifestNode {
        switch (rest.next(), value) {
        case (nil, _): return node
        case (.key(let key), .mapping(var mapping)):
            guard let entry = mapping.entries[key] else { return self }
            let child = entry.node.replacing(&rest, with: node)
            mapping.entries[key] = ManifestMapping.Entry(node: child, keyPlace: entry.keyPlace)
            return ManifestNode(.mapping(mapping), place: place)
        case (.index(let index), .sequence(var elements)):
            guard elements.indices.contains(index) else { return self }
            elements[index] = elements[index].replacing(&rest, with: node)
            return ManifestNode(.sequence(elements), place: place)
        default: return self
        }
    }

    /// The node with another one at a path, whose missing levels are created as `JSONPath` creates them.
    ///
    /// What was there keeps its place in the file.
    package func creating(_ path: some Collection<String>, with node: ManifestNode) throws(JSONPathFault)
        -> ManifestNode
    {
        guard let key = path.first else { return node }
        let rest = path.dropFirst()
        switch value {
        case .mapping(var mapping):
            let entry = mapping.entries[key]
            let child: ManifestNode
            if let entry {
                child = try entry.node.creating(rest, with: node)
            } else {
                child = try Self.created(rest, with: node)
            }
            mapping.entries[key] = ManifestMapping.Entry(node: child, keyPlace: entry?.keyPlace ?? node.place)
            return ManifestNode(.mapping(mapping), place: place)
        case .sequence(var elements):
            guard let index = Int(key), elements.indices.contains(index) else {
                let grown = try Self.json(json, at: path, node.json)
                return ManifestNode(json: grown, place: place)
            }
            elements[index] = try elements[index].creating(rest, with: node)
            return ManifestNode(.sequence(elements), place: place)
        default: return ManifestNode(json: try Self.json(json, at: path, node.json), place: place)
        }
    }

    private static func created(
        _ path: some Collection<String>,
        with node: ManifestNode
    ) throws(JSONPathFault) -> ManifestNode {
        guard !path.isEmpty else { return node }
        var object: JSONObject = [:]
        try JSONPath.set(node.json, at: ["value"] + path, in: &object)
        return ManifestNode(json: object["value"] ?? .null, place: node.place)
    }

    /// A value with another one set below it, as JSON.
    private static func json(
        _ outer: JSONValue,
        at path: some Collection<String>,
        _ value: JSONValue
    ) throws(JSONPathFault) -> JSONValue {
        var object: JSONObject = ["value": outer]
        try JSONPath.set(value, at: ["value"] + path, in: &object)
        return object["value"] ?? .null
    }
}
