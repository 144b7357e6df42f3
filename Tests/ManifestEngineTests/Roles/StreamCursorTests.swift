import Diagnostics
import JSON
import ManifestEngine
import Testing

@Suite("CursorSetup")
struct CursorSetupTests {
    @Test(
        "the catalog names the cursor field where it may",
        arguments: [
            (nil, true, "u"), ([], true, "u"), ([""], true, "u"), (["v"], true, "v"), (["v"], false, "u"),
            (["v", "w"], false, "u"),
        ] as [([String]?, Bool, String)]
    )
    func catalogField(_ catalog: [String]?, _ isAllowed: Bool, _ field: String) throws {
        let definition = try CursorTesting.definition(["allow_catalog_defined_cursor_field": .bool(isAllowed)])
        let cursor = try definition.makeCursor(CursorTesting.setup(catalog: catalog), in: CursorTesting.scope())
        #expect(cursor.cursorField == field)
    }

    @Test("a nested cursor field of the catalog is refused")
    func nestedCatalogField() throws {
        let definition = try CursorTesting.definition(["allow_catalog_defined_cursor_field": true])
        #expect(throws: EngineFailure.self) {
            try definition.makeCursor(CursorTesting.setup(catalog: ["v", "w"]), in: CursorTesting.scope())
        }
    }
}
