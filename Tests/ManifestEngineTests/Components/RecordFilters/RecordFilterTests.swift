import Diagnostics
import JSON
import Jinja
import Manifest
import ManifestEngine
import ManifestEngineTesting
import Testing

@Suite("RecordFilter")
struct RecordFilterTests {
    @Test(
        "keeps the records for which the condition holds",
        arguments: [
            ("{{ record.a > 1 }}", #"{"a":2}"#, true), ("{{ record.a > 1 }}", #"{"a":1}"#, false),
            ("{{ record.missing }}", #"{"a":1}"#, false), ("{{ record.a.b.c }}", #"{"a":{}}"#, false),
            ("{{ stream_slice.id == 7 }}", "{}", true), ("{{ config.on }}", "{}", true), ("no", "{}", true),
            ("False", "{}", false), ("{{ 0 }}", "{}", false), ("", "{}", false),
            // A type error gives the text of the template, which counts as true.
            ("{{ record.a > 0 }}", #"{"a":null}"#, true),
        ]
    )
    func keeps(_ condition: String, _ record: String, _ expected: Bool) throws {
        let filter = try RecordFilter(fields: "condition: \"\(condition)\"")
        let slice = StreamSlice(partition: ["id": 7])
        let scope = try Scope.testing(config: #"{"on":true}"#, record: record, slice: slice)
        #expect(try filter.keepsRecord(in: scope) == expected)
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
