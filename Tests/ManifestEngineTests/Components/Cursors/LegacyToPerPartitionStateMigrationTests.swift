import Diagnostics
import JSON
import ManifestEngine
import Testing

@Suite("LegacyToPerPartitionStateMigration")
struct LegacyToPerPartitionStateMigrationTests {
    private func migrate(_ state: String, fields: [String] = ["parent_id"], cursorField: String? = "u") throws -> String
    {
        let name = "LegacyToPerPartitionStateMigration"
        let migration = try LegacyToPerPartitionStateMigration(CursorTesting.reader([:], type: name))
        let stream = MigratedStream(name: "orders", cursorField: cursorField, partitionFields: fields)
        return JSONValue.object(try migration.migrated(CursorTesting.object(state), for: stream)).text
    }

    @Test("turns an entry per id into a list of partitions")
    func migration() throws {
        #expect(
            try migrate(#"{"7":{"u":"2024-01-05"},"8":{"u":"2024-01-06"}}"#) == """
                {"states":[{"partition":{"parent_id":"7"},"cursor":{"u":"2024-01-05"}},\
                {"partition":{"parent_id":"8"},"cursor":{"u":"2024-01-06"}}]}
                """
        )
    }

    @Test(
        "leaves a state in another form as it is",
        arguments: [
            "{}", #"{"u":"2024-01-05"}"#, #"{"7":{"v":"2024-01-05"}}"#, #"{"7":{"u":"2024-01-05","v":1}}"#,
            #"{"states":[]}"#, #"{"7":{"u":"2024-01-05"},"8":1}"#,
        ]
    )
    func otherForms(_ state: String) throws {
        #expect(try migrate(state) == state)
    }

    @Test("leaves a state alone when there are several parents, and refuses a stream without parents or cursor")
    func streams() throws {
        let state = #"{"7":{"u":"2024-01-05"}}"#
        #expect(try migrate(state, fields: ["a", "b"]) == state)
        #expect(throws: EngineFailure.self) { try migrate(state, fields: []) }
        #expect(throws: EngineFailure.self) { try migrate(state, cursorField: nil) }
    }
}
