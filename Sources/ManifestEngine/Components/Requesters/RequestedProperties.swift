import Diagnostics
import Manifest

/// Which properties the requests of a requester ask for.
///
/// A request parameter that is a `QueryProperties` becomes the last parameter, a template over the names.
struct RequestedProperties {
    static let listField = Field(
        "query_properties",
        .component(ComponentRegistry.queryProperties),
        "The properties that requests ask for; templates find them as `stream_slice.extra_fields['query_properties']`."
    )
    static let endpointField = Field(
        "fetch_properties_from_endpoint",
        .component(ComponentRegistry.propertyEndpoints),
        "Where the properties are requested; superseded by `query_properties`."
    )

    let list: (any PropertyList)?
    /// The reader of the requester, without components among its parameters.
    let reader: ComponentReader

    static func fault(in mapping: ManifestMapping, _ parameters: Field) -> FieldFault? {
        let lists = Self.lists(in: mapping[parameters.name])
        let message: String
        if lists.count > 1 {
            message = "one request parameter at most may be a QueryProperties, found \(lists.count)"
        } else if lists.count == 1 && mapping[endpointField.name] != nil {
            message = "the properties are requested twice: in '\(parameters.name)' and '\(endpointField.name)'"
        } else {
            return nil
        }
        return FieldFault(parameters.name, message, fix: "keep one of them")
    }

    private static func lists(in parameters: ManifestNode?) -> [String] {
        let entries = parameters?.mapping?.entries ?? [:]
        return entries.filter { $0.value.node.typeName == QueryProperties.typeName }.map(\.key)
    }

    init(_ reader: ComponentReader, _ parameters: Field) throws {
        let node = reader.mapping[parameters.name]
        if let name = Self.lists(in: node).first, let node, let entry = node.mapping?.entries[name] {
            list = try reader.component(entry.node, ComponentRegistry.queryProperties)
            self.reader = Self.reader(reader, parameters, node, name)
        } else if let endpoint = try reader.optionalComponent(Self.endpointField, ComponentRegistry.propertyEndpoints) {
            list = QueryProperties(endpoint)
            self.reader = reader
        } else {
            list = try reader.optionalComponent(Self.listField, ComponentRegistry.queryProperties)
            self.reader = reader
        }
    }

    private static func reader(
        _ reader: ComponentReader,
        _ parameters: Field,
        _ node: ManifestNode,
        _ name: String
    ) -> ComponentReader {
        var mapping = node.mapping ?? ManifestMapping()
        let place = mapping.entries.removeValue(forKey: name)?.node.place
        let template = "{{ stream_slice.extra_fields['query_properties'] | join(',') }}"
        mapping.entries[name] = ManifestMapping.Entry(node: ManifestNode(.string(template), place: place))
        let changed = reader.node.replacing(
            [.key(parameters.name)],
            with: ManifestNode(.mapping(mapping), place: node.place)
        )
        return ComponentReader(changed, path: reader.path, source: reader.source)
    }
}
