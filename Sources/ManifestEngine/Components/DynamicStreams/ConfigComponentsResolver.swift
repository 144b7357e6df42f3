import JSON
import Jinja
package import Manifest

/// Makes a stream of each element of a list in the configuration, or of each combination of several lists.
///
/// Manifest type `ConfigComponentsResolver`.
package struct ConfigComponentsResolver: Component, ComponentsResolver {
    package static let typeName = "ConfigComponentsResolver"
    package static let summary = "Makes a stream of each element of a list in the configuration."
    package static let details = """
        With several lists there is a stream for each combination of their elements, which are merged from left to \
        right. An element that is not an object is found as `source_config_<number of the list>`: its place and itself. \
        A string that a mapping gives is read as YAML, unless its `value_type` is `string`.
        """
    package static let example = """
        type: ConfigComponentsResolver
        stream_config:
          type: StreamConfig
          configs_pointer: [tables]
        components_mapping:
          - type: ComponentMappingDefinition
            field_path: [name]
            value: "{{ components_values['name'] }}"
        """

    private static let configField = Field.required(
        "stream_config",
        .oneOrMore(.component(ComponentRegistry.streamConfigs, default: StreamConfig.typeName)),
        "The list, or several of them."
    )
    private static let mappingField = Field.required(
        "components_mapping",
        .list(.component(ComponentRegistry.componentMappings)),
        "What each element changes in the template, in order."
    )
    package static let fields = [configField, mappingField]

    package let mappings: [ComponentMappingDefinition]
    private let lists: [StreamConfig]

    package init(_ reader: ComponentReader) throws {
        mappings = try reader.components(Self.mappingField, ComponentRegistry.componentMappings)
        lists = try reader.components(Self.configField, ComponentRegistry.streamConfigs)
    }

    package var yamlRule: YAMLRule { .unlessString }
    package var asksAPI: Bool { false }

    /// An element of a list, and its place there.
    private typealias Element = (place: Int, value: JSONValue)

    package func values(in run: SourceRun) async throws -> [ComponentValues] {
        let config = run.context.config
        let lists = try lists.map { list in
            try list.elements(in: config, run.context.makeScope()).enumerated().map { Element($0.offset, $0.element) }
        }
        let combinations = lists.reduce([[]]) { combinations, list in
            combinations.flatMap { combination in list.map { combination + [$0] } }
        }
        return combinations.map { combination in ComponentValues { Self.merged(combination) } }
    }

    /// The elements of a combination as one mapping.
    private static func merged(_ combination: [Element]) -> Value {
        let merged = DictObject(JSONObject())
        for (index, element) in combination.enumerated() {
            if let members = element.value.object {
                for (name, value) in members { merged[name] = Value(value) }
            } else if merged["source_config_\(index)"] == nil {
                merged["source_config_\(index)"] = Value.tuple([.int(element.place), Value(element.value)])
            }
        }
        return .dict(merged)
    }
}
