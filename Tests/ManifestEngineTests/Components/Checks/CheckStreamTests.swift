import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("CheckStream")
struct CheckStreamTests {
    @Test("names the streams to try")
    func names() throws {
        #expect(try CheckStream(checking: "stream_names: [b, a]").streamNames == ["b", "a"])
    }

    @Test(
        "needs a stream, and says what it leaves out",
        arguments: [
            ("{}", ["missing-field"]), ("stream_names: []", ["missing-field"]),
            ("dynamic_streams_check_configs: []", ["missing-field"]),
            ("dynamic_streams_check_configs: [{type: DynamicStreamCheckConfig, dynamic_stream_name: a}]", []),
            ("stream_names: [a]\nconfig_overrides: {page_size: 1}", []),
            ("stream_names: [a]\nconfig_overrides: {__airbyte_check: 1}", ["invalid-combination"]),
        ]
    )
    func faults(_ yaml: String, _ expected: [String]) throws {
        #expect(try CheckStream.diagnostics(yaml: yaml).map(\.code) == expected)
    }
}
