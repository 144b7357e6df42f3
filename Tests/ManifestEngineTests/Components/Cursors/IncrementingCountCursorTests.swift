import Diagnostics
import JSON
import ManifestEngine
import Testing

@Suite("IncrementingCountCursor")
struct IncrementingCountCursorTests {
    private func definition(_ fields: JSONObject) throws -> IncrementingCountCursor {
        let base: JSONObject = ["cursor_field": "n"]
        let reader = CursorTesting.reader(base.merging(fields) { $1 }, type: "IncrementingCountCursor")
        return try IncrementingCountCursor(reader)
    }

    @Test("takes its start from the configuration and puts it into the request")
    func start() throws {
        let definition = try definition([
            "start_value": "{{ config['from'] }}",
            "start_value_option": [
                "type": "RequestOption", "inject_into": "request_parameter", "field_name": "since_id",
            ],
        ])
        let scope = try CursorTesting.scope(config: ["from": 30])
        let cursor = try definition.makeCursor(CursorTesting.setup(), in: scope)
        let slice = try cursor.begin()[0]
        #expect(try definition.requestParts(for: slice, in: scope).parameters == ["since_id": 30])
    }

    @Test("refuses what it cannot run")
    func refusals() throws {
        let scope = try CursorTesting.scope()
        #expect(throws: EngineFailure.self) {
            try definition([:]).makeCursor(CursorTesting.setup(isPartitioned: true), in: scope)
        }
        #expect(throws: EngineFailure.self) {
            try definition(["start_value": "soon"]).makeCursor(CursorTesting.setup(), in: scope)
        }
    }

    @Test("follows the field of the catalog when it may")
    func catalogField() throws {
        let setup = try CursorTesting.setup(catalog: ["other"])
        let scope = try CursorTesting.scope()
        #expect(try definition([:]).makeCursor(setup, in: scope).cursorField == "n")
        let open = try definition(["allow_catalog_defined_cursor_field": true])
        #expect(try open.makeCursor(setup, in: scope).cursorField == "other")
    }
}
