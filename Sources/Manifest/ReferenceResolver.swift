package import Diagnostics
import OrderedCollections
import Text

/// Replaces the references of a manifest by what they point to.
///
/// Text that starts with `#/` is a reference wherever it stands. A mapping with `$ref` takes the members of its target,
/// its own members going first; a target that is not a mapping replaces the whole node. Paths are looked up in
/// the document as written, so a path cannot lead through another reference.
package struct ReferenceResolver {
    private let root: ManifestNode
    /// Fields whose content is copied without looking for references.
    private let keptFields: Set<String>
    private var diagnostics = Diagnostics()
    private var open: [String] = []
    private var resolved: [String: ManifestNode] = [:]
    /// How many nodes and references are open around this place.
    private var depth = 0

    private init(_ root: ManifestNode, keeping fields: Set<String>) {
        self.root = root
        keptFields = fields
    }

    /// The document with all references replaced, and the faults found on the way.
    ///
    /// - Parameter fields: fields whose content is copied without looking for references.
    package static func resolve(
        _ root: ManifestNode,
        keeping fields: Set<String> = []
    ) -> (ManifestNode, Diagnostics) {
        var resolver = ReferenceResolver(root, keeping: fields)
        let node = resolver.resolve(root, at: ManifestPath())
        if node.size > ManifestSize.mostNodes {
            let culprit = ManifestSize.culprit(in: node)
            resolver.diagnostics.add(ManifestSize.tooLarge(culprit.node, at: culprit.path))
        }
        return (node, resolver.diagnostics)
    }

    private mutating func resolve(_ node: ManifestNode, at path: ManifestPath) -> ManifestNode {
        depth += 1
        defer { depth -= 1 }
        guard depth + (node.holdsReference ? 0 : node.height) <= ManifestSize.deepest else {
            return tooDeep(node, at: path)
        }
        switch node.value {
        // Most of a manifest holds no reference, and stays as it is.
        case _ where !node.holdsReference: return node
        case .string(let text): return target(of: text, from: node, at: path) ?? node
        case .sequence(let elements):
            let new = elements.enumerated().map { resolve($0.element, at: path.element($0.offset, of: $0.element)) }
            return ManifestNode(.sequence(new), place: node.place)
        case .mapping(let mapping): return resolve(mapping, of: node, at: path)
        default: return node
        }
    }

    private mutating func resolve(
        _ mapping: ManifestMapping,
        of node: ManifestNode,
        at path: ManifestPath
    ) -> ManifestNode {
        var own = OrderedDictionary<String, ManifestMapping.Entry>()
        for (key, entry) in mapping.entries where key != "$ref" {
            let isVerbatim = keptFields.contains(key)
            let value = isVerbatim ? entry.node : resolve(entry.node, at: path.field(key))
            own[key] = ManifestMapping.Entry(node: value, keyPlace: entry.keyPlace)
        }
        guard let reference = mapping["$ref"] else {
            return ManifestNode(.mapping(ManifestMapping(own)), place: node.place)
        }
        let target = resolve(reference, at: path.field("$ref"))
        guard case .mapping(let base) = target.value else { return target }
        var merged = base.entries
        for (key, entry) in own { merged[key] = entry }
        return ManifestNode(.mapping(ManifestMapping(merged)), place: node.place ?? target.place)
    }

    private mutating func target(of text: String, from node: ManifestNode, at path: ManifestPath) -> ManifestNode? {
        if let known = resolved[text] {
            return depth + known.height <= ManifestSize.deepest ? known : tooDeep(node, at: path)
        }
        guard !open.contains(text), text != "#/" else {
            report("circular-reference", "'\(text)' refers to itself", node, path, fix: circularFix(text))
            return nil
        }
        guard let found = Self.look(up: String(text.dropFirst(2)), in: root) else {
            report("undefined-reference", "'\(text)' does not exist", node, path, fix: nearest(to: text))
            return nil
        }
        open.append(text)
        let faults = diagnostics.all.count
        let target = resolve(found, at: path)
        open.removeLast()
        // A fault below may be due to what is open now, so only a target without faults is good for every use.
        if diagnostics.all.count == faults { resolved[text] = target }
        return target
    }

    /// Reports a place that is nested too deeply, once, and gives what may stand there instead.
    private mutating func tooDeep(_ node: ManifestNode, at path: ManifestPath) -> ManifestNode {
        if !diagnostics.all.contains(where: { $0.code == "too-deep" }) {
            diagnostics.add(ManifestSize.tooDeep(node, at: path))
        }
        return ManifestNode(.null, place: node.place)
    }

    /// Finds a path: at each level the whole rest as one key, else the part before the first slash.
    static func look(up path: String, in node: ManifestNode) -> ManifestNode? {
        let path = path.hasSuffix("/") ? String(path.dropLast()) : path
        if let found = child(path, of: node) { return found }
        guard let slash = path.firstIndex(of: "/"), let next = child(String(path[..<slash]), of: node) else {
            return nil
        }
        return look(up: String(path[path.index(after: slash)...]), in: next)
    }

    private static func child(_ key: String, of node: ManifestNode) -> ManifestNode? {
        switch node.value {
        case .mapping(let mapping): return mapping[key]
        case .sequence(let elements):
            guard let index = Int(key) else { return nil }
            let place = index < 0 ? elements.count + index : index
            return elements.indices.contains(place) ? elements[place] : nil
        default: return nil
        }
    }

    private mutating func report(
        _ code: String,
        _ message: String,
        _ node: ManifestNode,
        _ path: ManifestPath,
        fix: String?
    ) {
        diagnostics.add(Diagnostic(code: code, message, place: node.place, path: path.description, fix: fix))
    }

    private func circularFix(_ text: String) -> String {
        let way = (open.drop { $0 != text } + [text]).joined(separator: " -> ")
        return "break the cycle: \(way)"
    }

    /// Names what the last part of an undefined reference may have meant.
    private func nearest(to text: String) -> String {
        var parts = text.dropFirst(2).split(separator: "/").map(String.init)
        guard let last = parts.popLast() else { return "write '#/' and the path to a definition" }
        let parent = parts.isEmpty ? root : Self.look(up: parts.joined(separator: "/"), in: root)
        guard let names = parent?.mapping?.keys else {
            return "there is no '\(parts.joined(separator: "/"))' in the manifest"
        }
        if let near = NearestName.of(last, in: names) {
            return "did you mean '#/\((parts + [near]).joined(separator: "/"))'?"
        }
        return "defined there: \(names.joined(separator: ", "))"
    }
}
