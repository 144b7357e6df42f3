import Testing

@testable import ManifestEngine

@Suite("ConfiguredCatalog")
struct ConfiguredCatalogTests {
    private func read(_ json: String) throws -> ConfiguredCatalog {
        try ConfiguredCatalog(InputFile(name: "catalog.json", bytes: Array(json.utf8), role: "catalog"))
    }

    @Test(
        "reads names and cursor fields; nothing else counts",
        arguments: [
            (#"{"streams":[]}"#, []),
            (
                #"{"streams":[{"stream":{"name":"b","json_schema":{}},"sync_mode":"?"},{"stream":{"name":"a"}}]}"#,
                ["b: -", "a: -"]
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
        "refuses what is no catalog",
        arguments: [
            ("", "not-json", "the catalog is not valid JSON"), ("{", "not-json", "the catalog is not valid JSON"),
            ("[]", "invalid-catalog", "catalog.json: the catalog has no list 'streams'"),
            (#"{"streams":{}}"#, "invalid-catalog", "catalog.json: the catalog has no list 'streams'"),
            (
                #"{"streams":[{"stream":{"name":"a"}},{}]}"#, "invalid-catalog",
                "catalog.json: streams[1] has no stream.name"
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
}
