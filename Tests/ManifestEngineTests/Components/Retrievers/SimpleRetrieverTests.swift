import Manifest
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("SimpleRetriever")
struct SimpleRetrieverTests {
    static let base = """
        requester: {type: HttpRequester, url: "http://api/items"}
        record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: []}}

        """
    static let list = "{type: ListPartitionRouter, values: [a], cursor_field: id}"

    @Test("one page, JSON and no partitions if nothing else is said")
    func defaults() throws {
        let retriever = try SimpleRetriever(fields: Self.base)
        #expect(retriever.paginator is NoPagination)
        #expect(retriever.decoder is JsonDecoder)
        #expect(retriever.router.map { _ in true } == nil)
        #expect(!retriever.dropsSlicerOnPages)
    }

    @Test(
        "a list of routers gives their combinations, a list of one too",
        arguments: [
            (list, "ListPartitionRouter"), ("[\(list)]", "CartesianPartitionRouter"),
            ("[\(list), \(list)]", "CartesianPartitionRouter"),
        ]
    )
    func routers(_ routers: String, _ expected: String) throws {
        let retriever = try SimpleRetriever(fields: "\(Self.base)partition_router: \(routers)")
        #expect(retriever.router.map { String(describing: type(of: $0)) } == expected)
    }

    @Test("types may be left out where there is one to expect")
    func types() throws {
        let yaml = """
            requester: {url: "http://api/items"}
            record_selector: {extractor: {field_path: []}, record_filter: {condition: "{{ record.a }}"}}
            ignore_stream_slicer_parameters_on_paginated_requests: true
            """
        let retriever = try SimpleRetriever(fields: yaml)
        #expect(retriever.selector.filter.map { _ in true } == true)
        #expect(retriever.dropsSlicerOnPages)
    }
}
