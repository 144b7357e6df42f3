package import JSON
package import Jinja
package import Manifest

/// A lasting change to old configurations: its result is handed to the caller of the engine to be stored.
///
/// Manifest type `ConfigMigration`.
package struct ConfigMigration: Component {
    package static let typeName = "ConfigMigration"
    package static let summary = "A lasting change to old configurations."
    package static let details = "The changed configuration is sent as a CONTROL message, so that it can be stored."
    package static let example = """
        type: ConfigMigration
        description: The key moved into credentials.
        transformations:
          - type: ConfigAddFields
            fields:
              - type: AddedFieldDefinition
                path: [credentials, api_key]
                value: "{{ config['api_key'] }}"
        """

    private static let transformations = Field.required(
        "transformations",
        .list(.component(ComponentRegistry.configTransformations)),
        "The changes, in order."
    )
    private static let description = Field("description", .string, "What the migration is for.")
    package static let fields = [transformations, description]

    private let transformations: [any ConfigTransformation]

    package init(_ reader: ComponentReader) throws {
        transformations = try reader.components(Self.transformations, ComponentRegistry.configTransformations)
    }

    /// Changes a configuration.
    package func migrate(_ config: inout JSONObject, in scope: Scope) throws {
        for transformation in transformations { try transformation.transform(&config, in: scope) }
    }
}
