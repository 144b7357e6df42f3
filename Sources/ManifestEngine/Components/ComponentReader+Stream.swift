import Manifest

extension ComponentReader {
    /// The same reader, with the name of the stream for the components below.
    ///
    /// - Parameter isParent: whether the stream's requests are made for other streams, too.
    func named(
        _ name: String,
        isParent: Bool = false,
        definition: ManifestNode? = nil
    ) -> ComponentReader {
        var source = source
        source.streamDefinition = definition
        source.streamName = name
        if isParent { source.parentNames.insert(name) }
        return ComponentReader(node, path: path, source: source)
    }

    /// The same reader, with the first part of a requester's address for its authenticator.
    func named(base: TemplateText?) -> ComponentReader {
        var source = source
        source.requestBase = base
        return ComponentReader(node, path: path, source: source)
    }
}
