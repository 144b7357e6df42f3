import JSON
import ManifestEngine
import ManifestEngineTesting
import Testing

@Suite("CatalogBuilder")
struct CatalogBuilderTests {
    private func entry(_ rest: String = "") async throws -> String {
        try await StreamSample.stream("items", rest).catalogEntry(in: StreamSample.run(StubTransport([]))).text
    }

    @Test("a stream without a cursor is read whole")
    func fullRefresh() async throws {
        #expect(
            try await entry() == #"{"name":"items","json_schema":{},"supported_sync_modes":["full_refresh"],"#
                + #""is_resumable":false,"is_file_based":false}"#
        )
    }

    @Test("a cursor makes it incremental")
    func incremental() async throws {
        #expect(
            try await entry(StreamSample.cursor) == #"{"name":"items","json_schema":{},"#
                + #""supported_sync_modes":["full_refresh","incremental"],"source_defined_cursor":true,"#
                + #""default_cursor_field":["at"],"is_resumable":true,"is_file_based":false}"#
        )
    }

    @Test("primary key and schema are in the catalog; nulls right below the schema are not")
    func keyAndSchema() async throws {
        let text = try await entry(
            """
            primary_key: [a, b]
            schema_loader: {type: InlineSchemaLoader, schema: {type: object, title: null, properties: {a: {const: null}}}}
            """
        )
        #expect(text.contains(#""json_schema":{"type":"object","properties":{"a":{"const":null}}}"#))
        #expect(text.contains(#""source_defined_primary_key":[["a"],["b"]]"#))
    }
}
