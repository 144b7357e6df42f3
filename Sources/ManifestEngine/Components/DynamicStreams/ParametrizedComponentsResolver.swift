import Jinja
package import Manifest

/// Makes a stream of each set of values that the manifest lists.
///
/// Manifest type `ParametrizedComponentsResolver`.
package struct ParametrizedComponentsResolver: Component, ComponentsResolver {
    package static let typeName = "ParametrizedComponentsResolver"
    package static let summary = "Makes a stream of each set of values that the manifest lists."
    package static let details = "A string that a mapping gives is read as YAML."
    package static let example = """
        type: ParametrizedComponentsResolver
        stream_parameters:
          type: StreamParametersDefinition
          list_of_parameters_for_stream:
            - {name: open_tickets, status: open}
            - {name: closed_tickets, status: closed}
        components_mapping:
          - type: ComponentMappingDefinition
            field_path: [name]
            value: "{{ components_values['name'] }}"
        """

    private static let parametersField = Field.required(
        "stream_parameters",
        .component(ComponentRegistry.streamParameters),
        "The values of the streams."
    )
    private static let mappingField = Field.required(
        "components_mapping",
        .list(.component(ComponentRegistry.componentMappings)),
        "What each set of values changes in the template, in order."
    )
    package static let fields = [parametersField, mappingField]

    package let mappings: [ComponentMappingDefinition]
    private let parameters: StreamParametersDefinition

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        ComponentMappingDefinition.conditionFaults(in: mapping, mappingField)
    }

    package init(_ reader: ComponentReader) throws {
        mappings = try reader.components(Self.mappingField, ComponentRegistry.componentMappings)
        parameters = try reader.component(Self.parametersField, ComponentRegistry.streamParameters)
    }

    package var yamlRule: YAMLRule { .always }
    package var asksAPI: Bool { false }

    package func values(in run: SourceRun) async throws -> [ComponentValues] {
        parameters.values.map { values in ComponentValues { Value(values) } }
    }
}
