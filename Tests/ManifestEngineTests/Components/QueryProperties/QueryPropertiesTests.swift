import Diagnostics
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("QueryProperties")
struct QueryPropertiesTests {
    private func pages(_ parameters: String, _ responses: JSONValue) async throws -> (
        records: [JSONObject], urls: [String]
    ) {
        let stream = try StreamSample.stream()
        let yaml = """
            name: items
            retriever:
              requester: {url: "http://api/items", request_parameters: {\(parameters)}}
              record_selector: {extractor: {field_path: [items]}}
              \(StreamSample.paginator)
            """
        let own = try DeclarativeStream(fields: yaml, stream: stream.name)
        let transport = StubTransport(responses)
        let reading = try await StreamReading.open(own, run: StreamSample.run(transport))
        var records: [JSONObject] = []
        try await reading.generateSlices { slice in
            try await reading.withPages(of: slice) { pages in
                for try await page in pages { records += page.records.map(\.members) }
            }
        }
        return (records, transport.seen.map(\.request.url))
    }

    @Test("puts the parts of records together, those that stand for themselves first")
    func merged() async throws {
        let list = """
            p: {type: QueryProperties, property_list: [a, b], always_include_properties: [id], property_chunking: \
            {type: PropertyChunking, property_limit_type: property_count, property_limit: 1}}
            """
        let (records, urls) = try await pages(
            list,
            [
                [
                    "request": ["query": ["p": "id,a"]],
                    "response": ["body": ["items": [["id": 2, "a": ["x": 1]], ["id": 1, "a": 1], ["a": 0]]]],
                ],
                [
                    "request": ["query": ["p": "id,b"]],
                    "response": ["body": ["items": [["id": 1, "b": 1], ["id": 2, "a": ["y": 2]], ["id": 3]]]],
                ],
            ]
        )
        #expect(
            records == [["a": 0], ["id": 2, "a": ["x": 1, "y": 2]], ["id": 1, "a": 1, "b": 1], ["id": 3]]
        )
        #expect(urls == ["http://api/items?p=id%2Ca", "http://api/items?p=id%2Cb"])
    }

    @Test("a failure of one group fails the slice")
    func failure() async throws {
        let list = """
            p: {type: QueryProperties, property_list: [a, b], property_chunking: \
            {type: PropertyChunking, property_limit_type: property_count, property_limit: 1}}
            """
        await #expect(throws: EngineFailure.self) {
            try await pages(
                list,
                [
                    ["request": ["query": ["p": "a"]], "response": ["body": ["items": [["id": 1]]]]],
                    ["request": ["query": ["p": "b"]], "response": ["status": 403]],
                ]
            )
        }
    }

    @Test("one request has one list of properties")
    func faults() throws {
        let list = "{type: QueryProperties, property_list: [a]}"
        let two = "{url: \"http://api\", request_parameters: {a: \(list), b: \(list)}}"
        #expect(try HttpRequester.diagnostics(yaml: two).map(\.code) == ["invalid-combination"])
        let endpoint = """
            {type: PropertiesFromEndpoint, property_field_path: [a], retriever: {type: SimpleRetriever, requester: \
            {type: HttpRequester, url: "http://api"}, record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, \
            field_path: []}}}}
            """
        let both =
            "{url: \"http://api\", request_parameters: {a: \(list)}, fetch_properties_from_endpoint: \(endpoint)}"
        #expect(try HttpRequester.diagnostics(yaml: both).map(\.code) == ["invalid-combination"])
    }
}
