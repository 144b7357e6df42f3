package import Diagnostics
import OrderedCollections

/// Fills in the types that were left out and hands `$parameters` down to the components below.
///
/// Every parameter in force becomes a field of every component that has no truthy value of its own for it; a component's
/// own `$parameters` win over its parent's. Parameters are never interpolated themselves.
package struct ParameterPropagation {
    typealias Parameters = OrderedDictionary<String, ManifestMapping.Entry>

    /// How many entries were made so far, and how many nodes they stand for; those are shared and cost time only.
    private var added = 0
    private var weight = 0
    /// How many components are open around this place.
    private var depth = 0
    private var fault: Diagnostic?
    /// Whether a parameter from further up wins over a component's own of the same name.
    private let outerWins: Bool

    private init(outerWins: Bool) { self.outerWins = outerWins }

    /// The document with types and parameters filled in; its root plays a role.
    package static func apply(to root: ManifestNode, as role: any AnyRole) -> ManifestNode {
        limited(root, as: role).root
    }

    /// A stream that was made from a template, whose types and parameters were filled in before.
    ///
    /// - Parameter outerWins: whether a parameter from further up wins over a component's own.
    package static func again(
        to stream: ManifestNode,
        as role: any AnyRole,
        outerWins: Bool
    ) -> (root: ManifestNode, fault: Diagnostic?) {
        guard let mapping = stream.mapping else { return (stream, nil) }
        var propagation = ParameterPropagation(outerWins: outerWins)
        let new = propagation.propagate(mapping, of: stream, as: .component(role), inherited: [:])
        return (new, propagation.fault)
    }

    /// As `apply`, and what is wrong when the document grows too large by that.
    package static func limited(
        _ root: ManifestNode,
        as role: any AnyRole
    ) -> (root: ManifestNode, fault: Diagnostic?) {
        guard let mapping = root.mapping else { return (root, nil) }
        var propagation = ParameterPropagation(outerWins: false)
        let new = propagation.propagate(mapping, of: root, as: .component(role), inherited: [:])
        return (new, propagation.fault)
    }

    /// Counts what becomes part of a node; false when the manifest is too large, and nothing more is to be added.
    private mutating func count(_ parameters: Parameters, in node: ManifestNode) -> Bool {
        guard fault == nil else { return false }
        added += parameters.count + 1
        for entry in parameters.values where weight <= ManifestSize.mostShared { weight += entry.node.size }
        let isTooLarge = added > ManifestSize.mostNodes || weight > ManifestSize.mostShared
        if isTooLarge { fault = ManifestSize.tooLarge(node, at: ManifestPath()) }
        if depth > ManifestSize.deepest { fault = ManifestSize.tooDeep(node, at: ManifestPath()) }
        return fault == nil
    }

    private mutating func propagate(
        _ mapping: ManifestMapping,
        of node: ManifestNode,
        as shape: FieldShape?,
        inherited: Parameters
    ) -> ManifestNode {
        depth += 1
        defer { depth -= 1 }
        var entries = mapping.entries
        let own = entries.removeValue(forKey: "$parameters")
        let type = Self.fillIn(type: &entries, shape, place: node.place)
        if Self.isSchema(entries["type"]?.node) {
            return ManifestNode(.mapping(ManifestMapping(entries)), place: node.place)
        }
        var current = inherited
        for (name, entry) in own?.node.mapping?.entries ?? [:] where !outerWins || current[name] == nil {
            current[name] = entry
        }
        guard count(current, in: node) else { return node }
        guard let type else {
            return withoutType(entries, of: node, as: shape, parameters: current)
        }
        let fields = shape?.component?.role.type(type)?.fields ?? []
        for (name, entry) in current where !(entries[name]?.node.isTruthy ?? false) { entries[name] = entry }
        for name in entries.keys {
            guard let entry = entries[name], entry.node.isComposed || current[name] != nil else { continue }
            let inner = fields.named(name)?.shape
            // References are replaced by now, so what is only there to be referred to is not read.
            if case .stored = inner { continue }
            let withheld = current.removeValue(forKey: name)
            entries[name] = ManifestMapping.Entry(
                node: descend(entry.node, as: inner, parameters: current),
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
    private mutating func withoutType(
        _ entries: Parameters,
        of node: ManifestNode,
        as shape: FieldShape?,
        parameters: Parameters
    ) -> ManifestNode {
        var entries = entries
        for (name, entry) in entries {
            guard let child = entry.node.mapping, child["type"]?.isTruthy == true else { continue }
            let inner = shape?.objectFields.map { $0.named(name)?.shape } ?? shape
            let new = propagate(child, of: entry.node, as: inner, inherited: parameters)
            entries[name] = ManifestMapping.Entry(node: new, keyPlace: entry.keyPlace)
        }
        return ManifestNode(.mapping(ManifestMapping(entries)), place: node.place)
    }

    private mutating func descend(
        _ node: ManifestNode,
        as shape: FieldShape?,
        parameters: Parameters
    ) -> ManifestNode {
        switch node.value {
        case .mapping(let mapping): return propagate(mapping, of: node, as: shape, inherited: parameters)
        case .sequence(let elements):
            let new = elements.map { element in
                guard let mapping = element.mapping else { return element }
                return propagate(mapping, of: element, as: shape, inherited: parameters)
            }
            return ManifestNode(.sequence(new), place: node.place)
        default: return node
        }
    }

    /// The type of a mapping, written or, where a field of the shape says so, filled in.
    private static func fillIn(type entries: inout Parameters, _ shape: FieldShape?, place: Place?) -> String? {
        if let written = entries["type"]?.node {
            if written.isTruthy { return written.string ?? (written.mapping == nil ? written.kindName : nil) }
        }
        guard let component = shape?.component else { return nil }
        let custom = entries["class_name"] == nil ? nil : component.customType
        guard let type = custom ?? component.type else { return nil }
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
