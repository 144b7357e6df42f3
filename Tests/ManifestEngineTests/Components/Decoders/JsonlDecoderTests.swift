import Diagnostics
import HTTP
import ManifestEngine
import ManifestEngineTesting
import Testing

@Suite("JsonlDecoder")
struct JsonlDecoderTests {
    private func decoder() throws -> JsonlDecoder { try JsonlDecoder(fields: "{}") }

    @Test(
        "each line is a value, wherever the pieces end",
        arguments: [
            ("", []), ("{\"a\":1}", [#"{"a":1}"#]), ("{\"a\":1}\n", [#"{"a":1}"#]),
            ("{\"a\":1}\n\n \t\r\n[2]\r\n\"ü☃\"\n3", [#"{"a":1}"#, "[2]", "\"ü☃\"", "3"]),
            ("{\"a\":\"x\\ny\"}\n{\"a\":NaN}\n", [#"{"a":"x\ny"}"#, #"{"a":null}"#]),
        ]
    )
    func values(_ body: String, _ expected: [String]) async throws {
        #expect(try await BodyReading.values(of: Array(body.utf8), by: decoder()) == expected)
    }

    @Test("a line that is not JSON fails after the values before it", arguments: [1, 7, 1000])
    func fault(size: Int) async throws {
        let body = Array("{\"a\":1}\n{\"a\":2}\n{\"a\":\n{\"a\":4}\n".utf8)
        let (values, error) = try await BodyReading.values(of: body, by: decoder(), size: size)
        #expect(values == [#"{"a":1}"#, #"{"a":2}"#])
        let failure = try #require(error as? EngineFailure)
        #expect(failure.type == .system)
        #expect(failure.message.hasPrefix("Line 3 of the response is not JSON: "))
        #expect(failure.detail?.contains("GET http://api/items") == true)
    }

    @Test("a body that breaks off keeps the values of its complete lines")
    func truncated() async throws {
        let (values, error) = try await BodyReading.values(
            of: Array("{\"a\":1}\n{\"a\":2".utf8),
            by: decoder(),
            size: 5,
            fault: TransportError(.truncated, "the connection was closed mid-response")
        )
        #expect(values == [#"{"a":1}"#])
        #expect((error as? EngineFailure)?.type == .transient)
    }
}
