import Diagnostics

/// How large a manifest may grow while references are replaced and parameters handed down.
///
/// A few lines can stand for more than any memory holds, each definition naming the one before twice. The largest public
/// manifest has 254,000 nodes, and one of 42,000 stands for 2.9 million with all its parameters.
enum ManifestSize {
    /// Nodes, everything written out.
    static let mostNodes = 1_000_000

    /// Nodes of the parameters, counted in every component that they are handed to.
    static let mostShared = 20_000_000

    /// Mappings and lists inside each other, references followed; the reference ends at about 330.
    static let deepest = 512

    /// The fault of a manifest that grows too large, with the place of the node that does.
    static func tooLarge(_ node: ManifestNode, at path: ManifestPath) -> Diagnostic {
        Diagnostic(
            code: "too-large",
            "the manifest grows to more than \(mostNodes) values when references and parameters are expanded",
            place: node.place,
            path: path.description,
            fix: "look for definitions that repeatedly refer to others that do the same"
        )
    }

    /// The fault of a manifest that is nested too deeply.
    static func tooDeep(_ node: ManifestNode, at path: ManifestPath) -> Diagnostic {
        Diagnostic(
            code: "too-deep",
            "more than \(deepest) mappings, lists and references are nested here",
            place: node.place,
            path: path.abbreviated,
            fix: "look for a long chain of references"
        )
    }

    /// The node that makes a tree too large, with its path: the innermost whose own size does not fit.
    static func culprit(in root: ManifestNode) -> (node: ManifestNode, path: ManifestPath) {
        var node = root
        var path = ManifestPath()
        while let (child, step) = largestChild(of: node, at: path), child.size > mostNodes {
            node = child
            path = step
        }
        return (node, path)
    }

    private static func largestChild(of node: ManifestNode, at path: ManifestPath) -> (ManifestNode, ManifestPath)? {
        switch node.value {
        case .sequence(let elements):
            let largest = elements.enumerated().max { $0.element.size < $1.element.size }
            return largest.map { ($0.element, path.element($0.offset, of: $0.element)) }
        case .mapping(let mapping):
            let largest = mapping.entries.max { $0.value.node.size < $1.value.node.size }
            return largest.map { ($0.value.node, path.field($0.key)) }
        default: return nil
        }
    }
}
