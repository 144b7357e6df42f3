import Manifest

/// Names of the streams that a router reads as parents.
enum ParentNames {
    /// The names in a node and below it.
    static func all(in node: ManifestNode) -> Set<String> {
        var names: Set<String> = []
        collect(in: node, &names)
        return names
    }

    private static func collect(in node: ManifestNode, _ names: inout Set<String>) {
        switch node.value {
        case .sequence(let elements): for element in elements { collect(in: element, &names) }
        case .mapping(let mapping):
            if mapping["type"]?.string == ParentStreamConfig.typeName,
                let name = mapping["stream"]?.mapping?["name"]?.string
            {
                names.insert(name)
            }
            for (key, entry) in mapping.entries {
                switch entry.node.value {
                case .sequence, .mapping: if !describesNothing.contains(key) { collect(in: entry.node, &names) }
                default: break
                }
            }
        default: break
        }
    }

    /// Parts of a manifest that describe nothing by themselves.
    private static let describesNothing = ["definitions", "schemas", "$parameters"]
}
