import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("JsonSchemaPropertySelector")
struct JsonSchemaPropertySelectorTests {
    @Test("gives the names of the catalog's schema, changed by transformations")
    func names() throws {
        let selector = try JsonSchemaPropertySelector(
            fields:
                "transformations: [{type: KeysReplace, old: p_, new: ''}, {type: RemoveFields, field_pointers: [[c]]}]"
        )
        let run = try StreamSample.run(StubTransport([]))
        #expect(try selector.names(of: "items", in: run) == nil)
        run.select(["properties": ["p_a": [:], "b": [:], "c": [:]]], of: "items")
        #expect(try selector.names(of: "items", in: run) == ["a", "b"])
        run.select([:], of: "items")
        #expect(try selector.names(of: "items", in: run) == [])
    }
}
