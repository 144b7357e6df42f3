import JSON
import Manifest
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("CustomStateMigration", .enabled(if: PythonSample.isThere))
struct CustomStateMigrationTests {
    @Test("rewrites a state that the class knows, and knows its stream", arguments: [true, false])
    func migrates(isOld: Bool) async throws {
        let stream = try ManifestNode(yaml: "{type: DeclarativeStream, name: s}")
        let migration = try PythonSample.component(CustomStateMigration.self, "Migration", stream: stream)
        let known = MigratedStream(name: "s", cursorField: nil, partitionFields: [])
        let state: JSONObject = isOld ? ["old": 1] : ["x": 1]
        #expect(try await migration.migrated(state, for: known) == (isOld ? ["new": 1, "stream": "s"] : ["x": 1]))
    }
}
