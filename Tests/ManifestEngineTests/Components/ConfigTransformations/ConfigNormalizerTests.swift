import JSON
import ManifestEngine
import Testing

@Suite("ConfigNormalizer")
struct ConfigNormalizerTests {
    private static func spec(migration: String, transformation: String) throws -> Spec {
        func add(_ path: String) -> String {
            "{type: ConfigAddFields, fields: [{type: AddedFieldDefinition, path: \(path), value: v}]}"
        }
        return try Spec(
            checking: """
                connection_specification: {}
                config_normalization_rules:
                  type: ConfigNormalizationRules
                  config_migrations: [{type: ConfigMigration, transformations: [\(add(migration))]}]
                  transformations: [\(add(transformation))]
                """
        )
    }

    @Test(
        "migrates, notes what changed, then transforms",
        arguments: [
            ("[m]", #"{"a":{"b":1}}"#, #"{"a":{"b":1},"m":"v","t":"v"}"#, #"{"a":{"b":1},"m":"v"}"#),
            // Changes inside an object that was there count too.
            ("[a, m]", #"{"a":{"b":1}}"#, #"{"a":{"b":1,"m":"v"},"t":"v"}"#, #"{"a":{"b":1,"m":"v"}}"#),
            ("[m]", #"{"m":"v"}"#, #"{"m":"v","t":"v"}"#, nil), ("[m]", "{}", "{}", nil),
        ] as [(String, String, String, String?)]
    )
    func normalization(_ path: String, _ config: String, _ inForce: String, _ migrated: String?) throws {
        let spec = try Self.spec(migration: path, transformation: "[t]")
        let config = try #require(JSONValue(parsing: config).object)
        let run = TokenRun()
        let result = try ConfigNormalizer.normalize(config, by: spec) { _ in run.context.makeScope() }
        #expect(JSONValue.object(result.inForce).text == inForce)
        #expect(result.migrated.map { JSONValue.object($0).text } == migrated)
    }
}
