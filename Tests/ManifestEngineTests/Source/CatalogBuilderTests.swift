import JSON
import ManifestEngine
import ManifestEngineTesting
import Testing

@Suite("CatalogBuilder")
struct CatalogBuilderTests {
    private func entry(_ rest: String = "") throws -> String {
        try StreamSample.stream("items", rest).catalogEntry(in: .testing()).text
    }

    @Test("a stream without a cursor is read whole")
    func fullRefresh() throws {
        #expect(
            try entry() == #"{"name":"items","json_schema":{},"supported_sync_modes":["full_refresh"],"#
                + #""is_resumable":false,"is_file_based":false}"#
        )
    }

    @Test("a cursor makes it incremental")
    func incremental() throws {
        #expect(
            try entry(StreamSample.cursor) == #"{"name":"items","json_schema":{},"#
                + #""supported_sync_modes":["full_refresh","incremental"],"source_defined_cursor":true,"#
                + #""default_cursor_field":["at"],"is_resumable":true,"is_file_based":false}"#
        )
    }

    @Test("primary key and schema are told; nulls right below the schema are not")
    func keyAndSchema() throws {
        let text = try entry(
            """
            primary_key: [a, b]
            schema_loader: {type: InlineSchemaLoader, schema: {type: object, title: null, properties: {a: {const: null}}}}
            """
        )
        #expect(text.contains(#""json_schema":{"type":"object","properties":{"a":{"const":null}}}"#))
        #expect(text.contains(#""source_defined_primary_key":[["a"],["b"]]"#))
    }
}
