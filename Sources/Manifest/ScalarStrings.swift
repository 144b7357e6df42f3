import JSON

/// Writes numbers and booleans as strings where a component wants a string.
///
/// Streams made from templates hold values of any type; the reference converts them so.
package enum ScalarStrings {
    /// A component with its scalars as its fields want them.
    package static func written(in node: ManifestNode, as role: any AnyRole) -> ManifestNode {
        guard let mapping = node.mapping, let fields = node.typeName.flatMap(role.type)?.fields else { return node }
        return ManifestNode(.mapping(written(in: mapping, fields)), place: node.place)
    }

    private static func written(in mapping: ManifestMapping, _ fields: [Field]) -> ManifestMapping {
        var mapping = mapping
        for field in fields {
            guard let entry = mapping.entries[field.name] else { continue }
            let node = written(in: entry.node, field.shape)
            mapping.entries[field.name] = ManifestMapping.Entry(node: node, keyPlace: entry.keyPlace)
        }
        return mapping
    }

    private static func written(in node: ManifestNode, _ shape: FieldShape) -> ManifestNode {
        switch (shape, node.value) {
        case (.plain, _), (.interpolated, _): string(node)
        case (.list(let element, _), .sequence(let elements)):
            ManifestNode(.sequence(elements.map { written(in: $0, element) }), place: node.place)
        case (.mapping(let element), .mapping(var mapping)): values(in: &mapping, element, node)
        case (.object(let fields), .mapping(let mapping)):
            ManifestNode(.mapping(written(in: mapping, fields)), place: node.place)
        case (.component(let role, _, _), .mapping): written(in: node, as: role)
        case (.either(let shapes), _): either(node, shapes)
        default: node
        }
    }

    private static func values(
        in mapping: inout ManifestMapping,
        _ shape: FieldShape,
        _ node: ManifestNode
    ) -> ManifestNode {
        mapping.entries = mapping.entries.mapValues { entry in
            ManifestMapping.Entry(node: written(in: entry.node, shape), keyPlace: entry.keyPlace)
        }
        return ManifestNode(.mapping(mapping), place: node.place)
    }

    /// The first shape that fits, or a string where the field takes one.
    private static func either(_ node: ManifestNode, _ shapes: [FieldShape]) -> ManifestNode {
        if let shape = shapes.first(where: { ManifestChecker.fits(node, $0) }) { return written(in: node, shape) }
        return shapes.reduce(node) { node, shape in
            switch shape {
            case .plain, .interpolated: string(node)
            default: node
            }
        }
    }

    private static func string(_ node: ManifestNode) -> ManifestNode {
        switch node.value {
        case .bool(let flag): ManifestNode(.string(flag ? "True" : "False"), place: node.place)
        case .integer, .bigInteger, .double: ManifestNode(.string(node.json.text), place: node.place)
        default: node
        }
    }
}
