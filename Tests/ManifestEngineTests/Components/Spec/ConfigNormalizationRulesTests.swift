import Diagnostics
import ManifestEngineTesting
import TestSupport
import Testing

@testable import ManifestEngine

@Suite("ConfigNormalizationRules")
struct ConfigNormalizationRulesTests {
    @Test("has migrations, transformations and validations, each in order")
    func parts() throws {
        let rules = try ConfigNormalizationRules(
            checking: """
                config_migrations:
                  - type: ConfigMigration
                    transformations: [{type: ConfigRemoveFields, field_pointers: [[a]]}]
                transformations:
                  - {type: ConfigRemoveFields, field_pointers: [[b]]}
                  - {type: ConfigRemapField, field_path: [c], map: {d: e}}
                """
        )
        #expect(rules.migrations.count == 1)
        #expect(rules.transformations.map { "\(type(of: $0))" } == ["ConfigRemoveFields", "ConfigRemapField"])
        #expect(rules.validations.isEmpty)
    }

    @Test("an unknown field is an error, as the reference refuses it", arguments: try RecordedTable.rows("unknown"))
    func unknown(_ row: RecordedRow) throws {
        let found = try Manifest.inspect(Array(row.input.utf8), name: "m.yaml").diagnostics.all
        #expect(found.contains { $0.severity == .error } == row.expected.hasPrefix("!"), "\(found.map(\.headline))")
    }
}
