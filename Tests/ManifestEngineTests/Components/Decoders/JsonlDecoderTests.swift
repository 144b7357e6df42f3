import Diagnostics
import HTTP
import JSON
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

    @Test(
        "the first bytes show the encoding",
        arguments: [
            [0xEF, 0xBB, 0xBF] + Array("{\"a\":\"é\"}\n[1]\n".utf8),
            wide("\u{FEFF}{\"a\":\"é\"}\n[1]\n") { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
            wide("\u{FEFF}{\"a\":\"é\"}\n[1]\n") { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
            wide("{\"a\":\"é\"}\n[1]\n") { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
            wide("{\"a\":\"é\"}\n[1]\n") { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
            wide("{\"a\":\"é\"}\n[1]\n") { [UInt8($0 & 0xFF), UInt8($0 >> 8), 0, 0] },
            wide("{\"a\":\"é\"}\n[1]\n") { [0, 0, UInt8($0 >> 8), UInt8($0 & 0xFF)] },
        ]
    )
    func encodings(_ body: [UInt8]) async throws {
        #expect(try await BodyReading.values(of: body, by: decoder()) == [#"{"a":"é"}"#, "[1]"])
    }

    /// The bytes of a text, of which each unit has those that `bytes` says.
    private static func wide(_ text: String, _ bytes: (UInt16) -> [UInt8]) -> [UInt8] { text.utf16.flatMap(bytes) }

    @Test("a line that is not UTF-8 is read by the charset of the Content-Type, and fails without one")
    func charset() async throws {
        let body = Bytes(Array("{\"a\":1}\n\"".utf8) + [0xE9] + Array("\"\n\"ü\"".utf8))
        let headers = HTTPHeaderList([("Content-Type", "application/jsonl; charset=ISO-8859-1")])
        let response = HTTPResponse(status: 200, headers: headers, body: body)
        let page = try decoder().decode(response, recordDepth: 1)
        #expect(page.bodies.map(\.text) == [#"{"a":1}"#, "\"é\"", "\"ü\""])
        #expect(throws: EngineFailure.self) {
            try decoder().decode(HTTPResponse(status: 200, body: body), recordDepth: 1)
        }
    }

    @Test("UTF-16 that ends in the middle of a character, or has half a pair, fails after the values before it")
    func brokenEncoding() async throws {
        let text = Self.wide("\u{FEFF}[1]\n[2]\n") { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        for rest in [[0x5B], [0, 0xDC, 0x0A, 0]] as [[UInt8]] {
            let (values, error) = try await BodyReading.values(of: text + rest, by: decoder(), size: 7)
            #expect(values == ["[1]", "[2]"])
            #expect((error as? EngineFailure)?.message.contains("not valid in its encoding, utf-16.") == true)
        }
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
