import JSON
import ManifestEngine
import Testing

@Suite("ConfigMigration")
struct ConfigMigrationTests {
    @Test("runs its transformations in order")
    func order() throws {
        let migration = try ConfigMigration(
            checking: """
                description: Renames a to b.
                transformations:
                  - type: ConfigAddFields
                    fields: [{type: AddedFieldDefinition, path: [b], value: "{{ config['a'] }}"}]
                  - {type: ConfigRemoveFields, field_pointers: [[a]]}
                """
        )
        var config: JSONObject = ["a": "x"]
        try migration.migrate(&config, in: TokenRun(config).context.makeScope())
        #expect(config == ["b": "x"])
    }
}
