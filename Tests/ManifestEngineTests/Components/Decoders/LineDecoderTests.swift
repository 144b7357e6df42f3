import Diagnostics
import HTTP
import JSON
import ManifestEngineTesting
import Testing

@Suite("LineDecoder")
struct LineDecoderTests {
    @Test(
        "makes a record of each line",
        arguments: [("", []), ("a\n\nü", [#"{"line":"a"}"#, #"{"line":"ü"}"#]), ("a\r\n", [#"{"line":"a"}"#])]
    )
    func lines(_ body: String, _ expected: [String]) async throws {
        #expect(try await BodyReading.values(of: Array(body.utf8), by: LineDecoder(fields: "{}")) == expected)
    }

    @Test("names the member as the manifest says")
    func member() async throws {
        let decoder = try LineDecoder(fields: "member: text")
        #expect(try await BodyReading.values(of: Array("a".utf8), by: decoder) == [#"{"text":"a"}"#])
    }

    @Test("refuses a body that is not UTF-8")
    func fault() throws {
        let response = HTTPResponse(status: 200, body: Bytes([0xFF]))
        let failure = #expect(throws: EngineFailure.self) {
            try LineDecoder(fields: "{}").decode(response, recordDepth: 1)
        }
        #expect(failure?.type == .system)
    }

    @Test("finds faults of its fields without a request")
    func fields() throws {
        #expect(try LineDecoder.diagnostics(yaml: "membre: text").map(\.code) == ["unknown-field"])
    }
}
