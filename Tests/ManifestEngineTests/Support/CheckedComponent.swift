import Diagnostics
import Manifest
import YAML

extension Component {
    /// Reads and checks a component from its fields in YAML; throws `ManifestFault` for errors of the check.
    init(checking yaml: String) throws {
        let file = SourceFile(name: "test.yaml", text: "type: \(Self.typeName)\n\(yaml)")
        let role = Role<Self>("test", [.init(Self.self, Self.init)])
        var builder = NodeBuilder()
        let node = ParameterPropagation.apply(to: builder.node(try YAML.load(file: file)), as: role)
        var checker = ManifestChecker()
        checker.check(node, as: role, at: ManifestPath())
        if checker.diagnostics.hasErrors { throw ManifestFault(checker.diagnostics) }
        try self.init(ComponentReader(node, path: ManifestPath(), source: SourceContext()))
    }
}
