import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("StreamFindings")
struct StreamFindingsTests {
    /// What to say after a stream was read.
    private func texts(_ stream: DeclarativeStream, _ responses: JSONValue) async throws -> [String] {
        let reading = try await StreamReading.open(stream, run: StreamSample.run(StubTransport(responses)), state: nil)
        try await reading.generateSlices { for try await _ in SlicePages(reading, $0, on: nil) {} }
        return reading.findingTexts
    }

    private static func response(_ body: JSONValue) -> JSONValue { [["response": ["body": body]]] }

    private static func selector(_ condition: String) -> String {
        ", record_filter: {type: RecordFilter, condition: \"{{ \(condition) }}\"}"
    }

    private static func cursor(_ more: String, field: String = "at") -> String {
        """
        incremental_sync: {type: DatetimeBasedCursor, cursor_field: \(field), datetime_format: "%Y-%m-%d", \
        start_datetime: "2026-09-01", end_datetime: "2026-09-03"\(more)}
        """
    }

    @Test("a field_path that matches nothing in any response with content")
    func place() async throws {
        let texts = try await texts(StreamSample.stream(), Self.response(["total": 1, "itmes": [["id": 1]]]))
        #expect(texts.count == 1)
        #expect(texts.first?.hasPrefix("field_path [items] (test.yaml:") == true)
        #expect(
            texts.first?.hasSuffix(") matches nothing in 1 response, so there are no records; they have total, itmes")
                == true
        )
    }

    @Test(
        "a response without records is fine where their place is there, or where there is no content",
        arguments: [["items": []], ["items": .null], [:], []] as [JSONValue]
    )
    func emptyPlace(body: JSONValue) async throws {
        #expect(try await texts(StreamSample.stream(), Self.response(body)) == [])
    }

    @Test(
        "a field_path of patterns, indices and templates: what it misses is reported, null and empty places are not",
        arguments: [
            ("'*', itemz", ["items": [["id": 1]]], true), ("'*', itemz", ["next": .null, "items": [["id": 1]]], true),
            ("'**', itemz", ["items": [["id": 1]]], true), ("items, '*', x", ["items": [["id": 1]]], true),
            ("itm*", ["items": [["id": 1]]], true), ("items, '0', x", ["items": [["id": 1]]], true),
            (#"items, "{{ config.get('k', 'zz') }}""#, ["items": ["a": [["id": 1]]]], true),
            ("items, '*', x", ["items": .null], false), ("items, '*', x", ["items": []], false),
            ("items, '0', x", ["items": []], false),
            ("'*', itemz", ["items": .null], false),
            (#"items, "{{ config.get('k', 'zz') }}""#, ["items": .null], false),
            ("items", ["items": ""], false),
        ] as [(String, JSONValue, Bool)]
    )
    func patterns(path: String, body: JSONValue, isTold: Bool) async throws {
        let texts = try await texts(StreamSample.stream(path: path), Self.response(body))
        #expect(texts.map { $0.contains(") matches nothing in 1 response") } == (isTold ? [true] : []))
    }

    @Test("one response of many with records is enough")
    func someMatch() async throws {
        let responses: JSONValue = [
            StreamSample.page([["id": 1]], next: 2),
            ["request": ["query": ["page": "2"]], "response": ["body": ["total": 1]]],
        ]
        #expect(try await texts(StreamSample.stream(retriever: StreamSample.paginator), responses) == [])
    }

    @Test(
        "a filter on a field that no record has",
        arguments: [
            ("record.typo == 'x'", true), ("record['typo'] == 'x'", true), ("record.get('typo') == 'x'", true),
            ("record.id == 5", false), ("record.typo is not defined", false), ("record.id == 5 and config.typo", false),
        ]
    )
    func filter(condition: String, isTold: Bool) async throws {
        let stream = try StreamSample.stream(selector: Self.selector(condition))
        let texts = try await texts(stream, Self.response(["items": [["id": 1], ["id": 2]]]))
        #expect(
            texts.map { $0.hasSuffix(" reads record.typo, which none of 2 records has; 0 of 2 were kept") }
                == (isTold ? [true] : [])
        )
    }

    @Test(
        "a filter on a field inside a field",
        arguments: [
            ("record.user.typo == 'x'", "record.user.typo"), ("record.user.name == 'x'", nil),
            ("record.user.name.startswith('x')", nil), ("record.get('user', {}).get('typo')", "record.user.typo"),
        ] as [(String, String?)]
    )
    func nestedFilter(condition: String, name: String?) async throws {
        let stream = try StreamSample.stream(selector: Self.selector(condition))
        let texts = try await texts(stream, Self.response(["items": [["user": ["name": "ada"]]]]))
        #expect(texts.count == (name == nil ? 0 : 1))
        if let name { #expect(texts.first?.contains(" reads \(name), which none of 1 record has") == true) }
    }

    @Test(
        "a cursor field that no record has, or that no format fits",
        arguments: [
            ("", "updated", "is in none of 2 records, so the state does not advance"),
            ("", "id", "fits %Y-%m-%d in none of 2 records, so the state does not advance; one is 2"),
            (
                ", cursor_datetime_formats: [\"%Y\"]", "at",
                "fits %Y or %Y-%m-%d in none of 2 records, so the state does not advance; one is \"2026-09-02T00:00:00Z\""
            ),
        ]
    )
    func cursor(more: String, field: String, text: String) async throws {
        let stream = try StreamSample.stream("items", Self.cursor(more, field: field))
        let at: JSONValue = "2026-09-02T00:00:00Z"
        let texts = try await texts(stream, Self.response(["items": [["id": 1, "at": at], ["id": 2, "at": at]]]))
        #expect(
            texts.map { $0.hasPrefix("cursor_field '\(field)' (test.yaml:") && $0.hasSuffix(") \(text)") } == [true]
        )
    }

    @Test(
        "a window that no record is in, because the format reads another time",
        arguments: [
            (
                "is_client_side_incremental: true", 1_788_307_200, "%ms",
                "1788307200 is read as 1970-01-21, which is before the start"
            ),
            ("is_data_feed: true", 1_788_307_200, "%ms", "1788307200 is read as 1970-01-21, which is before the start"),
            (
                "is_client_side_incremental: true", 20_260_902, "%Y%d%m",
                "20260902 is read as 2026-02-09, which is before the start"
            ),
        ]
    )
    func window(kind: String, at: Int, format: String, text: String) async throws {
        let stream = try StreamSample.stream(
            "items",
            Self.cursor(", \(kind), cursor_datetime_formats: [\"\(format)\"]")
        )
        let texts = try await texts(stream, Self.response(["items": [["id": 1, "at": .integer(at)]]]))
        #expect(texts.count == 1)
        #expect(
            texts.allSatisfy { $0.contains("is a time outside the sync in all 1 record") && $0.contains(text) }
        )
    }

    @Test("records that an earlier sync read are not a finding")
    func readBefore() async throws {
        let stream = try StreamSample.stream("items", Self.cursor(", is_client_side_incremental: true"))
        let run = try StreamSample.run(StubTransport(Self.response(["items": [["id": 1, "at": "2026-09-01"]]])))
        let reading = try await StreamReading.open(stream, run: run, state: ["at": "2026-09-02"])
        try await reading.generateSlices { for try await _ in SlicePages(reading, $0, on: nil) {} }
        #expect(reading.findingTexts == [])
    }

    @Test("what is wrong with a parent is reported for the child")
    func parents() async throws {
        func child(key: String, path: String) throws -> DeclarativeStream {
            try StreamSample.stream(
                retriever: """
                    partition_router: {type: SubstreamPartitionRouter, parent_stream_configs: [{parent_key: \(key), \
                    partition_field: id, stream: {type: DeclarativeStream, name: parents, retriever: {type: SimpleRetriever, \
                    requester: {type: HttpRequester, url: "http://api/parents"}, record_selector: {type: RecordSelector, \
                    extractor: {type: DpathExtractor, field_path: [\(path)]}}}}}]}
                    """
            )
        }
        let responses = Self.response(["items": [["id": 1]]])
        #expect(
            try await texts(child(key: "uuid", path: "items"), responses) == [
                "parent_key 'uuid' is missing in all records of its parent parents (1), so there is nothing to read"
            ]
        )
        let texts = try await texts(child(key: "id", path: "itmes"), responses)
        #expect(texts.first?.hasPrefix("its parent parents: field_path [itmes] (") == true)
    }
}
