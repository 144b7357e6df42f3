package import Manifest

/// What becomes of a configuration before it is used: migrations, transformations, then validations.
///
/// Manifest type `ConfigNormalizationRules`.
package struct ConfigNormalizationRules: Component {
    package static let typeName = "ConfigNormalizationRules"
    package static let summary = "What becomes of a configuration before it is used."
    package static let details = """
        Migrations come first, then transformations, then validations. An unknown field is an error here.
        """
    package static let example = """
        type: ConfigNormalizationRules
        config_migrations:
          - type: ConfigMigration
            transformations:
              - type: ConfigRemapField
                field_path: [region]
                map: {europe: eu}
        """

    private static let migrationsField = Field(
        "config_migrations",
        .list(.component(ComponentRegistry.configMigrations)),
        "Permanent changes to old configurations, in order."
    )
    private static let transformationsField = Field(
        "transformations",
        .list(.component(ComponentRegistry.configTransformations)),
        "Changes for this run, in order, after the migrations."
    )
    private static let validationsField = Field(
        "validations",
        .list(.component(ComponentRegistry.configValidators)),
        "Checks beyond the schema, before streams are read."
    )
    package static let fields = [migrationsField, transformationsField, validationsField]
    package static let refusesUnknownFields = true

    let migrations: [ConfigMigration]
    let transformations: [any ConfigTransformation]
    let validations: [any ConfigValidator]

    package init(_ reader: ComponentReader) throws {
        migrations = try reader.components(Self.migrationsField, ComponentRegistry.configMigrations)
        transformations = try reader.components(Self.transformationsField, ComponentRegistry.configTransformations)
        validations = try reader.components(Self.validationsField, ComponentRegistry.configValidators)
    }
}
