import OrderedCollections

/// Fills in the types that were left out and hands `$parameters` down to the components below.
///
/// Every parameter in force becomes a field of every component that has no truthy value of its own for it; a component's
/// own `$parameters` win over its parent's. Parameters are never interpolated themselves.
package enum ParameterPropagation {
    typealias Parameters = OrderedDictionary<String, ManifestMapping.Entry>

    /// Fields of the root whose content is not read but only referred to; references are replaced by now.
    private static let storedFields: Set<String> = ["definitions", "schemas", "metadata"]

    /// The document with types and parameters filled in.
    package static func apply(to root: ManifestNode) -> ManifestNode {
        guard let mapping = root.mapping else { return root }
        return propagate(mapping, of: root, parent: "", field: "", inherited: [:])
    }

    private static func propagate(
        _ mapping: ManifestMapping,
        of node: ManifestNode,
        parent: String,
        field: String,
        inherited: Parameters
    ) -> ManifestNode {
        var entries = mapping.entries
        let own = entries.removeValue(forKey: "$parameters")
        let type = fillIn(type: &entries, parent: parent, field: field, place: node.place)
        if isSchema(entries["type"]?.node) {
            return ManifestNode(.mapping(ManifestMapping(entries)), place: node.place)
        }
        var current = inherited
        for (name, entry) in own?.node.mapping?.entries ?? [:] { current[name] = entry }
        guard let type else {
            return withoutType(entries, of: node, parent: parent, field: field, parameters: current)
        }
        for (name, entry) in current where !(entries[name]?.node.isTruthy ?? false) { entries[name] = entry }
        for name in entries.keys {
            guard let entry = entries[name], !(parent.isEmpty && storedFields.contains(name)) else { continue }
            let withheld = current.removeValue(forKey: name)
            entries[name] = ManifestMapping.Entry(
                node: descend(entry.node, parent: type, field: name, parameters: current),
                keyPlace: entry.keyPlace
            )
            if let withheld, withheld.node.isTruthy { current[name] = withheld }
        }
        if !current.isEmpty {
            entries["$parameters"] = ManifestMapping.Entry(node: ManifestNode(.mapping(ManifestMapping(current))))
        }
        return ManifestNode(.mapping(ManifestMapping(entries)), place: node.place)
    }

    /// A mapping without a type is only looked through for components right below it.
    private static func withoutType(
        _ entries: Parameters,
        of node: ManifestNode,
        parent: String,
        field: String,
        parameters: Parameters
    ) -> ManifestNode {
        let entries = entries.mapValues { entry in
            guard let child = entry.node.mapping, child["type"]?.isTruthy == true else { return entry }
            let new = propagate(child, of: entry.node, parent: parent, field: field, inherited: parameters)
            return ManifestMapping.Entry(node: new, keyPlace: entry.keyPlace)
        }
        return ManifestNode(.mapping(ManifestMapping(entries)), place: node.place)
    }

    private static func descend(
        _ node: ManifestNode,
        parent: String,
        field: String,
        parameters: Parameters
    ) -> ManifestNode {
        switch node.value {
        case .mapping(let mapping):
            return propagate(mapping, of: node, parent: parent, field: field, inherited: parameters)
        case .sequence(let elements):
            let new = elements.map { element in
                guard let mapping = element.mapping else { return element }
                return propagate(mapping, of: element, parent: parent, field: field, inherited: parameters)
            }
            return ManifestNode(.sequence(new), place: node.place)
        default: return node
        }
    }

    private static func fillIn(
        type entries: inout Parameters,
        parent: String,
        field: String,
        place: Place?
    ) -> String? {
        if let written = entries["type"]?.node {
            if written.isTruthy { return written.string ?? (written.mapping == nil ? written.kindName : nil) }
        }
        let hasClassName = entries["class_name"] != nil
        guard let type = DefaultTypes.type(of: field, in: parent, hasClassName: hasClassName) else { return nil }
        let entry = ManifestMapping.Entry(node: ManifestNode(.string(type), place: place))
        entries.updateValue(entry, forKey: "type", insertingAt: 0)
        return type
    }

    /// A mapping whose `type` is `object`, a list or a mapping is a JSON schema and is left alone.
    private static func isSchema(_ type: ManifestNode?) -> Bool {
        switch type?.value {
        case .string(let text): text == "object"
        case .sequence, .mapping: true
        default: false
        }
    }
}
