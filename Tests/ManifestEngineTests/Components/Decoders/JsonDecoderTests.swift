import Diagnostics
import HTTP
import JSON
import ManifestEngine
import ManifestEngineTesting
import Testing

@Suite("JsonDecoder")
struct JsonDecoderTests {
    private func decode(_ body: String) throws -> DecodedPage {
        try JsonDecoder(fields: "{}").decode(HTTPResponse(status: 200, body: Bytes(body)), recordDepth: 2)
    }

    @Test(
        "a list at the top counts as several values",
        arguments: [
            (#"{"a":1}"#, #"[{"a":1}]"#), (#"[{"a":1},2]"#, #"[{"a":1},2]"#), ("5", "[5]"), (#""x""#, #"["x"]"#),
            ("[]", "[{}]"), (#"{"a":NaN,"b":123456789012345678901}"#, #"[{"a":null,"b":123456789012345678901}]"#),
        ]
    )
    func bodies(_ body: String, _ expected: String) throws {
        let page = try decode(body)
        #expect(JSONValue.array(page.bodies).text == expected)
        #expect(page.fault == nil)
    }

    @Test(
        "nothing at all counts as an empty object and is reported",
        arguments: [("", "The response has no body"), (" \n", "The response has no body"), ("null", "JSON null")]
    )
    func faults(_ body: String, _ expected: String) throws {
        let page = try decode(body)
        #expect(JSONValue.array(page.bodies).text == "[{}]")
        #expect(page.fault?.contains(expected) == true)
        let reader = try JsonDecoder().makeReader(for: HTTPResponse(status: 200), recordDepth: 1)
        reader.feed(Bytes(body))
        #expect(reader.fault == nil)
        reader.end()
        #expect(try reader.next().map(\.text) == ["{}"])
        #expect(reader.fault == page.fault)
    }

    @Test(
        "what is not JSON is an error that shows where it begins",
        arguments: [("<html>", "<html>"), ("{\"a\":1,}", "{\"a\":1,}"), ("{\"a\":[1", "{\"a\":[1")]
    )
    func notJSON(_ body: String, _ start: String) throws {
        let failure = #expect(throws: EngineFailure.self) { try decode(body) }
        #expect(failure?.type == .system)
        #expect(failure?.message.contains("not JSON") == true)
        #expect(failure?.detail?.hasSuffix("starts with: \(start)") == true)
    }
}
