package import Jinja
import Manifest

/// Finds the values that streams are made of: one set for each stream.
package protocol ComponentsResolver: Sendable {
    /// What each set of values changes in the template, in order.
    var mappings: [ComponentMappingDefinition] { get }
    /// Which strings that a mapping gives are read as YAML.
    var yamlRule: YAMLRule { get }
    /// Whether the values come from the API, so that hosts which they name get no credentials.
    var asksAPI: Bool { get }
    /// The sets of values, in the order of the streams.
    func values(in run: SourceRun) async throws -> [ComponentValues]
}

/// Which strings that a mapping gives are read as YAML.
package enum YAMLRule: Sendable {
    case never
    /// Those of mappings whose `value_type` is not `string`.
    case unlessString
    case always
}

/// The values for one stream.
package struct ComponentValues: Sendable {
    /// Makes `components_values` as templates read it.
    package let make: @Sendable () -> Value
    /// The slice that the values came from; nil where nothing was requested.
    package let slice: StreamSlice?

    package init(slice: StreamSlice? = nil, _ make: @escaping @Sendable () -> Value) {
        self.make = make
        self.slice = slice
    }
}
