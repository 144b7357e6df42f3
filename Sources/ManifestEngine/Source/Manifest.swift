package import Diagnostics
import JSON
package import Manifest
package import YAML

/// A manifest that was read and checked: its text, its nodes with everything filled in, and its diagnostics.
package struct Manifest: Sendable {
    package let file: SourceFile
    package let root: ManifestNode
    package let diagnostics: Diagnostics
    /// The streams that were left out because they have errors.
    private let refused: [RefusedStream]
    private let hasUnresolvedReferences: Bool
    private let context: SourceContext
    /// The interpreter that runs the classes which the manifest names.
    private let python: String?

    /// Reads a manifest and checks all of it.
    ///
    /// Text to nodes, references replaced, types and parameters filled in, fields checked.
    /// - Parameters:
    ///   - secrets: gets the secrets that are written out in the manifest.
    ///   - python: the interpreter that runs the classes which the manifest names; they are refused if nil.
    /// - Throws: `ManifestFault` with every error that was found; warnings alone do not throw.
    package static func load(
        _ bytes: [UInt8],
        name: String,
        secrets: SecretMask = SecretMask(),
        python: String? = nil
    ) throws -> Manifest {
        let manifest = try inspect(bytes, name: name, secrets: secrets, python: python)
        if manifest.diagnostics.hasErrors { throw ManifestFault(manifest.diagnostics) }
        return manifest
    }

    /// Reads a manifest for a command that can leave out faulty streams.
    ///
    /// - Throws: `ManifestFault` with every error, when one of them is in a part that every stream needs.
    package static func loadSoundStreams(
        _ bytes: [UInt8],
        name: String,
        secrets: SecretMask = SecretMask(),
        python: String? = nil
    ) throws -> Manifest {
        let manifest = try inspect(bytes, name: name, secrets: secrets, python: python)
        guard !manifest.diagnostics.ofStreams.isEmpty else { return manifest }
        guard !manifest.hasUnresolvedReferences,
            let (rest, refused) = FaultyStreams.split(manifest.root, hasPython: python != nil)
        else {
            guard manifest.diagnostics.hasErrors else { return manifest }
            throw ManifestFault(manifest.diagnostics)
        }
        return Manifest(
            file: manifest.file,
            root: rest,
            diagnostics: Diagnostics(manifest.diagnostics.warnings),
            refused: refused,
            hasUnresolvedReferences: false,
            context: manifest.context,
            python: python
        )
    }

    /// Reads a manifest and reports on it; throws only when the text cannot be read as YAML at all.
    package static func inspect(
        _ bytes: [UInt8],
        name: String,
        secrets: SecretMask = SecretMask(),
        python: String? = nil
    ) throws -> Manifest {
        let file = SourceFile(name: name, bytes: bytes)
        let document: YAMLNode
        do throws(YAMLError) {
            document = try YAML.load(file: file)
        } catch {
            throw ManifestFault(diagnostic(for: error))
        }
        var builder = NodeBuilder()
        let written = builder.node(document)
        var diagnostics = builder.diagnostics
        guard written.mapping != nil else { throw ManifestFault(notAMapping(written, file)) }
        let (resolved, faults) = ReferenceResolver.resolve(
            withRootType(written),
            keeping: ComponentRegistry.checks.settingsFields
        )
        diagnostics.add(contentsOf: faults)
        // Walking on through a tree that is too large would cost the time and memory that the limit saves.
        let limits = faults.all.filter { ["too-large", "too-deep"].contains($0.code) }
        guard limits.isEmpty else { throw ManifestFault(Diagnostics(limits)) }
        let (root, fault) = ParameterPropagation.limited(resolved, as: ComponentRegistry.sources)
        if let fault { throw ManifestFault(fault) }
        for secret in LiteralSecrets.values(in: root) { secrets.add(secret) }
        var checker = ManifestChecker(hasPython: python != nil)
        checker.checkSource(root, as: ComponentRegistry.sources)
        diagnostics.add(contentsOf: checker.diagnostics.without(consequencesOf: faults))
        let context = SourceContext(parentNames: ParentNames.all(in: root))
        return Manifest(
            file: file,
            root: root,
            diagnostics: diagnostics,
            refused: [],
            hasUnresolvedReferences: faults.hasErrors || builder.diagnostics.hasErrors,
            context: context,
            python: python
        )
    }

    /// The folder of the manifest, by its name; empty for the working directory.
    var folder: String { file.name.lastIndex(of: "/").map { String(file.name[..<$0]) } ?? "" }

    /// The components of the manifest.
    package func source() throws -> DeclarativeSource {
        var context = context
        context.python = python.map { PythonWorker($0, folder: folder) }
        var source = try DeclarativeSource(ComponentReader(root, path: ManifestPath(), source: context))
        source.refused.insert(contentsOf: refused, at: 0)
        return source
    }

    /// The specification of a manifest that may have errors elsewhere; nil when it may have errors itself.
    package static func specification(_ bytes: [UInt8], name: String) -> Spec? {
        guard let manifest = try? inspect(bytes, name: name), let node = manifest.root.mapping?["spec"],
            !manifest.hasUnresolvedReferences || !node.json.text.contains("\"$ref\"")
        else { return nil }
        var checker = ManifestChecker()
        checker.check(node, as: ComponentRegistry.specs, at: ManifestPath().field("spec"))
        guard !checker.diagnostics.hasErrors else { return nil }
        let reader = ComponentReader(manifest.root, path: ManifestPath(), source: manifest.context)
        return try? reader.component(node, ComponentRegistry.specs, at: ManifestPath().field("spec"))
    }

    private static func withRootType(_ root: ManifestNode) -> ManifestNode {
        guard var mapping = root.mapping, mapping["type"] == nil else { return root }
        let entry = ManifestMapping.Entry(node: ManifestNode(.string(DeclarativeSource.typeName), place: root.place))
        mapping.entries.updateValue(entry, forKey: "type", insertingAt: 0)
        return ManifestNode(.mapping(mapping), place: root.place)
    }

    private static func diagnostic(for error: YAMLError) -> Diagnostic {
        let place = Place(file: error.file, range: SourceRange(start: error.position, end: error.position))
        let context = error.context.map { " (\($0.message), which begins in line \($0.position.line))" } ?? ""
        if error.kind == .limit {
            let fix = "look for aliases or a generated part that make it this large"
            return Diagnostic(code: "too-large", error.message, place: place, fix: error.hint ?? fix)
        }
        return Diagnostic(
            code: "not-yaml",
            "the file is not valid YAML: \(error.message)\(context)",
            place: place,
            fix: error.hint ?? "check indentation, quotes and brackets around this place"
        )
    }

    private static func notAMapping(_ node: ManifestNode, _ file: SourceFile) -> Diagnostic {
        let found = node.isNull ? "the file is empty" : "found \(node.kindName)"
        return Diagnostic(
            code: "not-a-mapping",
            "a manifest is a mapping; \(found)",
            place: node.place,
            fix: "begin with 'version:', 'check:', 'streams:' and 'spec:'"
        )
    }
}

extension Diagnostics {
    /// The errors without those that only say that a faulty reference was not replaced.
    fileprivate func without(consequencesOf faults: Diagnostics) -> Diagnostics {
        guard faults.hasErrors else { return self }
        let places = Set(faults.errors.compactMap(\.place))
        return Diagnostics(
            all.filter { fault in
                fault.code != "unknown-stream" && !(fault.place.map(places.contains) ?? false)
            }
        )
    }
}
