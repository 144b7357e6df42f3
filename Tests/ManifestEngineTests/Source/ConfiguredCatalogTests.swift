import Config
import Diagnostics
import ManifestEngine
import Testing
import YAML

@Suite("ConfiguredCatalog")
struct ConfiguredCatalogTests {
    private func read(_ json: String) throws -> ConfiguredCatalog {
        try ConfiguredCatalog(InputFile(name: "catalog.json", bytes: Array(json.utf8), role: "catalog"))
    }

    @Test(
        "reads names and cursor fields; nothing else has an effect",
        arguments: [
            (#"{"streams":[]}"#, []),
            (
                #"{"streams":[{"stream":{"name":"b","json_schema":{}},"sync_mode":"full_refresh"},{"stream":{"name":"a"}}]}"#,
                ["b: -", "a: -"]
            ),
            (
                #"{"streams":[{"stream":{"name":"a"},"sync_mode":"incremental","destination_sync_mode":"soft_delete"}]}"#,
                ["a: -"]
            ),
            (#"{"streams":[{"stream":{"name":"a"},"sync_mode":null}]}"#, ["a: -"]),
            (
                #"{"streams":[{"name":"b","json_schema":{},"default_cursor_field":["at"]},{"name":"a"}]}"#,
                ["b: -", "a: -"]
            ),
            (#"{"type":"CATALOG","catalog":{"streams":[{"name":"a"}]}}"#, ["a: -"]),
            (
                #"{"type":"LOG","log":{}}"# + "\n" + #"{"type":"CATALOG","catalog":{"streams":[{"name":"a"}]}}"#
                    + "\n\n",
                ["a: -"]
            ),
            (#"{"streams":[{"stream":{"name":"a"},"cursor_field":["at","x"]}]}"#, ["a: at.x"]),
            (#"{"streams":[{"stream":{"name":"a"},"cursor_field":[]}]}"#, ["a: "]),
            (#"{"streams":[{"stream":{"name":"a"},"cursor_field":null}]}"#, ["a: -"]),
        ] as [(String, [String])]
    )
    func accepted(_ json: String, _ expected: [String]) throws {
        let streams = try read(json).streams
        #expect(streams.map { "\($0.name): \($0.cursorField?.joined(separator: ".") ?? "-")" } == expected)
    }

    @Test(
        "refuses what is not a catalog",
        arguments: [
            ("", "not-json", "the catalog is not valid JSON"), ("{", "not-json", "the catalog is not valid JSON"),
            ("[]", "invalid-catalog", "catalog.json: the catalog has no list 'streams'"),
            (#"{"streams":{}}"#, "invalid-catalog", "catalog.json: the catalog has no list 'streams'"),
            (
                #"{"streams":[{"stream":{"name":"a"}},{}]}"#, "invalid-catalog",
                "catalog.json: streams[1] has no stream.name"
            ),
            (
                "{\"type\":\"LOG\"}\n{\"type\":\"RECORD\"}", "not-json", "the catalog is not valid JSON"
            ),
            (
                #"{"streams":[{"stream":{"name":"a"},"sync_mode":"incremntal"}]}"#, "invalid-catalog",
                "'sync_mode' is \"incremntal\", which is not a valid mode"
            ),
            (
                #"{"streams":[{"stream":{"name":"a"},"sync_mode":1}]}"#, "invalid-catalog",
                "'sync_mode' is 1, which is not a valid mode"
            ),
            (
                #"{"streams":[{"stream":{"name":"a"},"destination_sync_mode":"upsert"}]}"#, "invalid-catalog",
                "'destination_sync_mode' is \"upsert\", which is not a valid mode"
            ),
            (#"{"streams":[{"stream":{"name":1}}]}"#, "invalid-catalog", "catalog.json: streams[0] has no stream.name"),
        ]
    )
    func refused(_ json: String, _ code: String, _ message: String) throws {
        let fault = try #require(throws: ManifestFault.self) { try read(json) }
        #expect(fault.diagnostics.all.map(\.code) == [code])
        #expect(fault.diagnostics.all.first?.message.hasPrefix(message) == true)
        #expect(fault.diagnostics.all.first?.fix != nil)
    }

    @Test("every unknown mode is reported with its place, in a message among others too")
    func places() throws {
        let text = """
            {"type":"LOG"}
            {"type":"CATALOG","catalog":{"streams":[{"name":"a","sync_mode":"full"},{"name":"b","sync_mode":"incremental "}]}}
            """
        let fault = try #require(throws: ManifestFault.self) { try read(text) }
        let places = fault.diagnostics.all.compactMap(\.place?.range.start)
        #expect(places.map { "\($0.line):\($0.column)" } == ["2:65", "2:97"])
        #expect(fault.diagnostics.all.last?.fix == "did you mean 'incremental'? Modes: full_refresh, incremental")
    }
}
