import Diagnostics
import JSON
import Jinja
import Manifest
import ManifestEngine
import ManifestEngineTesting
import TestSupport
import Testing

@Suite("RecordFilter")
struct RecordFilterTests {
    @Test("keeps the records for which the condition holds", arguments: try RecordedTable.rows("keeps"))
    func keeps(_ row: RecordedRow) throws {
        let filter = try RecordFilter(fields: row.argument)
        let slice = StreamSlice(partition: ["id": 7])
        let scope = try Scope.testing(config: #"{"on":true}"#, record: row.input, slice: slice)
        #expect(try filter.keepsRecord(in: scope) == (row.expected == "kept"))
    }

    @Test("without a condition nothing is kept")
    func noCondition() throws {
        #expect(try !RecordFilter(fields: "{}").keepsRecord(in: .testing(record: "{}")))
    }

    @Test("a template that fails says where it stands")
    func template() throws {
        let filter = try RecordFilter(yaml: "condition: \"{{ 1 // 0 }}\"")
        let error = try #require(throws: TemplateFailure.self) { try filter.keepsRecord(in: .sample()) }
        let failure = EngineFailure.from(error)
        #expect(failure.type == .system)
        #expect(failure.message == "A template failed: \(error.description)")
        #expect(failure.message.contains("sample.yaml:2:16"))
    }
}
