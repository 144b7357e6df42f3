import Diagnostics
import HTTP
import JSON
import ManifestEngine
import ManifestEngineTesting
import TestSupport
import Testing

@Suite("RecordExpander")
struct RecordExpanderTests {
    private func extraction(_ body: String, _ fields: String) throws -> Extraction {
        let extractor = try DpathExtractor(fields: fields)
        let response = HTTPResponse(status: 200, body: Bytes(body))
        let page = try JsonDecoder().decode(response, recordDepth: extractor.recordDepth)
        return try extractor.extraction(from: page, in: .testing(config: #"{"d":"data"}"#))
    }

    @Test("makes records of the elements of a list", arguments: try RecordedTable.rows("records"))
    func records(_ row: RecordedRow) throws {
        let found = try? extraction(row.input, row.argument).records
        #expect((found.map { JSONValue.array($0).text } ?? "!AirbyteTracedException") == row.expected)
    }

    @Test("tells once of a list that is marked as incomplete")
    func truncation() throws {
        let body = #"[{"l":{"d":[1],"more":true,"total_count":5}},{"l":{"d":[2,3],"more":true}}]"#
        let found = try extraction(
            body,
            """
            field_path: []
            record_expander: {expand_records_from_field: [l, d], truncation_indicator_path: [l, more]}
            """
        )
        #expect(found.records.map(\.text) == ["1", "2", "3"])
        #expect(found.notes.count == 1)
        #expect(found.notes.first?.contains("'l.more': it has 1 elements of 5.") == true)
    }

    @Test("a path of one place takes no pattern")
    func patterns() throws {
        let yaml = "{expand_records_from_field: [a], truncation_indicator_path: [a, '*']}"
        #expect(try RecordExpander.diagnostics(yaml: yaml).map(\.code) == ["invalid-combination"])
    }
}
