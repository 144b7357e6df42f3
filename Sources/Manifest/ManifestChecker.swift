package import Diagnostics
import OrderedCollections
import Text
import YAML

/// Checks a manifest against the declared fields of its components, all faults in one run.
///
/// What the reference refuses is an error, and so is what the engine does not run yet. An unknown field is a warning, as
/// the reference reads over it.
package struct ManifestChecker {
    package internal(set) var diagnostics = Diagnostics()

    /// What templates may read here.
    var names = TemplateNames()

    /// Whether there is a Python that runs the classes of a manifest.
    let hasPython: Bool

    package init(hasPython: Bool = false) { self.hasPython = hasPython }

    /// Checks a whole manifest, whose root plays a role.
    package mutating func checkSource(_ root: ManifestNode, as role: any AnyRole) {
        names.config = ConfigNames(root)
        check(root, as: role)
    }

    /// Checks a component that must play a role.
    package mutating func check(
        _ node: ManifestNode,
        as role: any AnyRole,
        at path: ManifestPath = ManifestPath()
    ) {
        guard let mapping = node.mapping else {
            return report(
                "wrong-type",
                "expected a component (\(role.words)), found \(node.kindName)",
                node,
                path,
                fix: Self.unquotedReferenceFix(node) ?? "write a mapping with a 'type'"
            )
        }
        guard let typeNode = mapping["type"] else {
            return report(
                "missing-type",
                "\(role.oneOfThem) needs a 'type'",
                node,
                path,
                fix: "one of: \(role.words)"
            )
        }
        guard let name = typeNode.string, let type = role.type(name) else {
            return reportUnknownType(typeNode, role, path, className: mapping["class_name"]?.string)
        }
        if type.runsPython && !hasPython { return reportClass(mapping, of: node, type, role, path) }
        let outer = names.slice
        if let slice = type.sliceNames(in: mapping) { names.slice = slice }
        check(mapping, of: node, type: type, at: path)
        names.slice = outer
    }

    private mutating func reportUnknownType(
        _ node: ManifestNode,
        _ role: any AnyRole,
        _ path: ManifestPath,
        className: String? = nil
    ) {
        let name = node.string ?? node.kindName
        if name.hasPrefix("Custom"), role.absent.contains(name) || className != nil {
            let code = className.map { " '\($0)'" } ?? ""
            return report(
                "unsupported-type",
                "\(name) runs Python code\(code), which the engine does not support here",
                node,
                path,
                fix: Self.nativeFix(role)
            )
        }
        if role.absent.contains(name) {
            return report(
                "unsupported-type",
                "\(name) is part of the language, but this version does not support it",
                node,
                path,
                fix: "available here: \(role.words)"
            )
        }
        let fix =
            NearestName.of(name, in: role.typeNames + role.absent).map { "did you mean '\($0)'?" }
            ?? "\(role.oneOfThem) is one of: \(role.words)"
        report("unknown-type", "'\(name)' is not \(role.oneOfThem)", node, path, fix: fix)
    }

    /// Reports a Python class that nothing runs.
    private mutating func reportClass(
        _ mapping: ManifestMapping,
        of node: ManifestNode,
        _ type: any Component.Type,
        _ role: any AnyRole,
        _ path: ManifestPath
    ) {
        let code = mapping["class_name"]?.string.map { " '\($0)'" } ?? ""
        report(
            "unsupported-type",
            "\(type.typeName) runs the Python class\(code) as \(role.oneOfThem), and there is no Python with airbyte-cdk",
            mapping["type"] ?? node,
            path,
            fix: "\(Self.nativeFix(role)), or name an interpreter that has airbyte-cdk with --python"
        )
    }

    /// What may take the place of a Python class.
    private static func nativeFix(_ role: any AnyRole) -> String {
        let native = role.native.map { $0.typeName }
        return native.isEmpty ? "remove it" : "use what the language has instead: \(native.joined(separator: ", "))"
    }

    private mutating func check(
        _ mapping: ManifestMapping,
        of node: ManifestNode,
        type: any Component.Type,
        at path: ManifestPath
    ) {
        check(mapping, of: node, Owner(type), at: path)
        for fault in type.faults(in: mapping) {
            let place = fault.node?.place ?? fault.field.flatMap { mapping[$0]?.place } ?? node.place
            let path = fault.field.map { path.field($0) } ?? path
            diagnostics.add(
                Diagnostic(
                    fault.severity,
                    code: fault.code,
                    fault.message,
                    place: place,
                    path: path.description,
                    fix: fault.fix
                )
            )
        }
    }

    mutating func report(
        _ code: String,
        _ message: String,
        _ node: ManifestNode,
        _ path: ManifestPath,
        fix: String
    ) {
        diagnostics.add(Diagnostic(code: code, message, place: node.place, path: path.description, fix: fix))
    }
}
