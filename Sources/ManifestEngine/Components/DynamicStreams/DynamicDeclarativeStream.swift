package import Manifest

/// Streams that are made from one template.
///
/// Manifest type `DynamicDeclarativeStream`. What a resolver finds is put into the template; each stream that comes of it
/// gets its types and parameters once more, is checked, and is read like any other.
package struct DynamicDeclarativeStream: Component, DynamicStreamDefinition {
    package static let typeName = "DynamicDeclarativeStream"
    package static let summary = "Streams that are made from one template."
    package static let details = """
        A resolver finds a set of values for each stream, and its mappings put them into the template. The name of each \
        stream must be a string that no other stream has. A stream that cannot be made is reported by its name, and the \
        others are read.
        """
    package static let example = """
        type: DynamicDeclarativeStream
        name: tables
        stream_template:
          type: DeclarativeStream
          name: ""
          retriever:
            type: SimpleRetriever
            requester: {type: HttpRequester, url: https://api.example.com, path: ""}
            record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: [rows]}}
        components_resolver:
          type: HttpComponentsResolver
          retriever:
            type: SimpleRetriever
            requester: {type: HttpRequester, url: https://api.example.com/tables}
            record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: [tables]}}
          components_mapping:
            - type: ComponentMappingDefinition
              field_path: [name]
              value: "{{ components_values['name'] }}"
            - type: ComponentMappingDefinition
              field_path: [retriever, requester, path]
              value: "/tables/{{ components_values['id'] }}/rows"
        """

    private static let nameField = Field("name", .string, "The name of all of them, for checks.")
    private static let templateField = Field.required(
        "stream_template",
        .draft(ComponentRegistry.streams, default: DeclarativeStream.typeName),
        "The stream, with placeholders where values go."
    )
    private static let resolverField = Field.required(
        "components_resolver",
        .component(ComponentRegistry.componentsResolvers),
        "What finds the values."
    )
    private static let parametersField = Field(
        "use_parent_parameters",
        .boolean,
        default: true,
        "Whether a parameter from further up in the template wins over a component's own of the same name."
    )
    package static let fields = [nameField, templateField, resolverField, parametersField]

    package let name: String?
    /// What messages call it.
    private let shownName: String
    private let template: StreamTemplate
    private let resolver: any ComponentsResolver

    package init(_ reader: ComponentReader) throws {
        name = reader.optionalString(Self.nameField)
        let given = name.flatMap { $0.isEmpty ? nil : $0 }
        shownName = given ?? "dynamic_streams"
        let reader = reader.named(given ?? Self.resolverName, isParent: true)
        resolver = try reader.component(Self.resolverField, ComponentRegistry.componentsResolvers)
        template = StreamTemplate(
            reader,
            Self.templateField,
            outerParametersWin: reader.bool(Self.parametersField),
            isOfResponses: resolver.asksAPI
        )
        if resolver.asksAPI { template.nameHosts(resolver.mappings) }
    }

    /// The stream name of the resolver's requests where the manifest gives none.
    private static let resolverName = "__http_components_resolver"

    package func makeStreams(in run: SourceRun) async throws -> [MadeStream] {
        run.share(template.context.streamName)
        let scope = run.context.makeScope()
        return try await resolver.values(in: run).enumerated().map { index, values in
            var name = "\(shownName)[\(index)]"
            do {
                let node = try template.filled(by: resolver, with: values, in: scope)
                if let found = node.mapping?["name"]?.string { name = found }
                return MadeStream(name: name, definition: .success(try template.stream(of: node)))
            } catch {
                return MadeStream(name: name, definition: .failure(template.fault(error)))
            }
        }
    }
}
