import Diagnostics
import JSON
import ManifestEngine
import ManifestEngineTesting
import Testing

@Suite("ListPartitionRouter")
struct ListPartitionRouterTests {
    @Test(
        "makes one partition per value",
        arguments: [
            ("{values: [a, b], cursor_field: id}", [#"{"id":"a"}"#, #"{"id":"b"}"#]),
            ("{values: \"{{ config['v'] }}\", cursor_field: \"{{ config['f'] }}\"}", [#"{"k":1}"#, #"{"k":"x"}"#]),
            ("{values: \"['a', 1]\", cursor_field: id}", [#"{"id":"a"}"#, #"{"id":1}"#]),
            ("{values: [\"{{ config['v'] }}\"], cursor_field: id}", [#"{"id":"{{ config['v'] }}"}"#]),
            ("{values: [], cursor_field: id}", []),
            ("{values: [\"1\", 1, true], cursor_field: id}", [#"{"id":"1"}"#, #"{"id":1}"#, #"{"id":true}"#]),
        ] as [(String, [String])]
    )
    func partitions(_ yaml: String, _ expected: [String]) async throws {
        let router = try ListPartitionRouter(fields: yaml)
        #expect(try await router.slices(config: #"{"v":[1,"x"],"f":"k"}"#) == expected)
    }

    @Test("values that are not a list fail")
    func notAList() async throws {
        let router = try ListPartitionRouter(fields: "{values: \"{{ config['v'] }}\", cursor_field: id}")
        await #expect(throws: EngineFailure.self) { try await router.slices(config: #"{"v":5}"#) }
    }

    @Test(
        "injects the value unless it is false",
        arguments: [("a", #"{"p":"a"}"#), (5, #"{"p":5}"#), (0, "{}"), ("", "{}"), (false, "{}"), (.null, "{}")]
            as [(JSONValue, String)]
    )
    func option(_ value: JSONValue, _ expected: String) throws {
        let router = try ListPartitionRouter(
            fields: "{values: [a], cursor_field: id, request_option: {inject_into: request_parameter, field_name: p}}"
        )
        let parts = try router.requestParts(for: StreamSlice(partition: ["id": value]), in: .testing())
        #expect(JSONValue.object(parts.parameters).text == expected)
    }
}
