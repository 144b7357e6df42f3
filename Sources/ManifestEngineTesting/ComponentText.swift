package import Diagnostics
package import Manifest
import OrderedCollections
import YAML

/// A component as YAML text, for tests: read, filled in and checked as in a manifest.
package struct ComponentText {
    private let written: ManifestNode

    /// - Parameter type: the type of the component when the text names none.
    package init(_ yaml: String, type: String? = nil) throws {
        var builder = NodeBuilder()
        let written = builder.node(try YAML.load(text: yaml, name: "test.yaml"))
        var mapping = written.mapping ?? ManifestMapping()
        if let type, mapping["type"] == nil {
            mapping.entries.updateValue(.init(node: ManifestNode(.string(type))), forKey: "type", insertingAt: 0)
        }
        self.written = ManifestNode(.mapping(mapping), place: written.place)
    }

    /// What the checker says about the component.
    ///
    /// - Parameter hasPython: whether classes in Python may do the work.
    package func diagnostics(as role: any AnyRole, hasPython: Bool = false) -> [Diagnostic] {
        var checker = ManifestChecker(hasPython: hasPython)
        checker.check(ParameterPropagation.apply(to: written, as: role), as: role)
        return checker.diagnostics.inFileOrder
    }

    /// The component; throws `ManifestFault` when the checker finds errors.
    package func read<Part>(
        as role: Role<Part>,
        stream: String = "items",
        parents: Set<String> = []
    ) throws -> Part {
        let found = Diagnostics(diagnostics(as: role))
        if found.hasErrors { throw ManifestFault(found) }
        let source = SourceContext(streamName: stream, parentNames: parents)
        let node = ParameterPropagation.apply(to: written, as: role)
        return try ComponentReader(node, source: source).component(node, role)
    }
}

extension Component {
    /// Reads a component from YAML; its `type` may be left out.
    package init(fields yaml: String, stream: String = "items", parents: Set<String> = []) throws {
        let text = try ComponentText(yaml, type: Self.typeName)
        self = try text.read(as: Self.ownRole, stream: stream, parents: parents)
    }

    /// What the checker says about a component of this type; its `type` may be left out.
    package static func diagnostics(yaml: String) throws -> [Diagnostic] {
        try ComponentText(yaml, type: typeName).diagnostics(as: ownRole)
    }

    private static var ownRole: Role<Self> { Role(typeName, [.init(Self.self, Self.init)]) }
}

extension ManifestNode {
    /// The node of a YAML text.
    package convenience init(yaml: String) throws {
        var builder = NodeBuilder()
        let node = builder.node(try YAML.load(text: yaml, name: "test.yaml"))
        self.init(node.value, place: node.place)
    }
}
