import HTTP
import JSON
import ManifestEngine
import ManifestEngineTesting
import TestSupport
import Testing

@Suite("CombinedExtractor")
struct CombinedExtractorTests {
    private func extraction(_ body: String, _ fields: String) async throws -> Extraction {
        let extractor = try CombinedExtractor(fields: fields)
        let response = HTTPResponse(status: 200, body: Bytes(body))
        let page = try JsonDecoder().decode(response, recordDepth: extractor.recordDepth)
        return try await extractor.extraction(from: page, in: .testing(config: #"{"d":"data"}"#))
    }

    @Test("combines what its extractors find", arguments: try RecordedTable.rows("records"))
    func records(_ row: RecordedRow) async throws {
        #expect(try await JSONValue.array(extraction(row.input, row.argument).records).text == row.expected)
    }

    private static let two =
        "extractors: [{type: DpathExtractor, field_path: [a]}, {type: DpathExtractor, field_path: [b]}]"

    @Test(
        "records that are left out count for the size of the page, in first_match those of the winner alone",
        arguments: [("union", 3, 2), ("first_match", 1, 1)]
    )
    func dropped(_ mode: String, _ dropped: Int, _ notes: Int) async throws {
        let found = try await extraction(
            #"{"a":[null,{}],"b":[{"i":1},{}]}"#,
            "{mode: \(mode), skip_empty_records: true, \(Self.two)}"
        )
        #expect(found.records.map(\.text) == [#"{"i":1}"#])
        #expect(found.droppedCount == dropped)
        #expect(found.notes.count == (mode == "union" ? 2 : 1))
    }

    @Test(
        "finds faults without a request",
        arguments: [
            ("{extractors: []}", true), ("{extractors: [{type: ResponseToFileExtractor}]}", true),
            ("{mode: both, \(two)}", true), ("{\(two)}", false),
        ] as [(String, Bool)]
    )
    func faults(_ yaml: String, _ hasFaults: Bool) throws {
        #expect(try CombinedExtractor.diagnostics(yaml: yaml).isEmpty != hasFaults)
    }

    @Test(
        "does not stand behind a decoder that reads as the body arrives, and union not before an OffsetIncrement",
        arguments: [
            ("decoder: {type: CsvDecoder}", "union", 1), ("decoder: {type: XmlDecoder}", "union", 0),
            ("paginator: {type: DefaultPaginator, pagination_strategy: {type: OffsetIncrement}}", "union", 1),
            ("paginator: {type: DefaultPaginator, pagination_strategy: {type: OffsetIncrement}}", "first_match", 0),
        ]
    )
    func uses(_ part: String, _ mode: String, _ count: Int) throws {
        let yaml = """
            requester: {type: HttpRequester, url: "http://h/x"}
            record_selector: {type: RecordSelector, extractor: {type: CombinedExtractor, mode: \(mode), \(Self.two)}}
            \(part)
            """
        #expect(try SimpleRetriever.diagnostics(yaml: yaml).filter { $0.code == "invalid-combination" }.count == count)
    }
}
