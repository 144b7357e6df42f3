import Diagnostics
import Manifest

/// Separates the faulty streams of a manifest from the rest of it.
///
/// A stream is faulty by its errors, and by warnings that say that it cannot be made. A shared definition is reported where it is first used, so each stream is checked again on its own.
enum FaultyStreams {
    /// The root of the manifest without its faulty streams, and those; nil when there are errors outside streams, too.
    static func split(
        _ root: ManifestNode,
        hasPython: Bool = false
    ) -> (rest: ManifestNode, refused: [RefusedStream])? {
        guard var mapping = root.mapping else { return nil }
        let refused =
            take("streams", of: ComponentRegistry.streams, from: &mapping, hasPython)
            + take("dynamic_streams", of: ComponentRegistry.dynamicStreams, from: &mapping, hasPython)
        let rest = ManifestNode(.mapping(mapping), place: root.place)
        guard !refused.isEmpty, errors(of: rest, as: ComponentRegistry.sources, at: ManifestPath(), hasPython).isEmpty
        else {
            return nil
        }
        return (rest, refused)
    }

    /// Takes the faulty streams out of a list.
    private static func take(
        _ field: String,
        of role: any AnyRole,
        from mapping: inout ManifestMapping,
        _ hasPython: Bool
    ) -> [RefusedStream] {
        guard let list = mapping[field], let streams = list.sequence else { return [] }
        let path = ManifestPath().field(field)
        var sound: [ManifestNode] = []
        var refused: [RefusedStream] = []
        for (index, stream) in streams.enumerated() {
            let errors = errors(of: stream, as: role, at: path.element(index, of: stream), hasPython)
            if errors.isEmpty {
                sound.append(stream)
            } else {
                let name = stream.mapping?["name"]?.string ?? "\(field)[\(index)]"
                refused.append(RefusedStream(name: name, fault: ManifestFault(Diagnostics(errors))))
            }
        }
        mapping.entries[field] = ManifestMapping.Entry(node: ManifestNode(.sequence(sound), place: list.place))
        return refused
    }

    private static func errors(
        of node: ManifestNode,
        as role: any AnyRole,
        at path: ManifestPath,
        _ hasPython: Bool
    ) -> [Diagnostic] {
        var checker = ManifestChecker(hasPython: hasPython)
        checker.check(node, as: role, at: path)
        return checker.diagnostics.ofStreams
    }
}
