import Diagnostics
import HTTP
import JSON
import Manifest
import ManifestEngine
import ManifestEngineTesting
import Testing

@testable import EngineFuzzing

@Suite("GzipDecoder")
struct GzipDecoderTests {
    private static let csv = "{decoder: {type: CsvDecoder}}"
    private static let json = "{decoder: {type: JsonDecoder}}"

    private static func packed(_ text: String) -> [UInt8] { Packing.packed(Array(text.utf8), .gzip) }

    @Test(
        "unpacks what begins as gzip does, and hands on what does not",
        arguments: [
            (csv, packed("a\n1\n2\n"), [#"{"a":"1"}"#, #"{"a":"2"}"#]), (csv, Array("a\n1\n".utf8), [#"{"a":"1"}"#]),
            (csv, packed("a\n1\n") + packed("2\n"), [#"{"a":"1"}"#, #"{"a":"2"}"#]), (csv, [], []),
            (csv, packed(""), []),
            (csv, Array("a".utf8), []), (csv, [0x1F], []),
            ("{decoder: {type: JsonlDecoder}}", packed("[1]\n{}\n"), ["[1]", "{}"]),
            ("{decoder: {type: JsonItemsDecoder, items_path: a}}", packed(#"{"a":[1,{"b":2}]}"#), ["1", #"{"b":2}"#]),
            (
                "{decoder: {type: GzipDecoder, decoder: {type: JsonDecoder}}}", Packing.packed(packed("[1,2]"), .gzip),
                ["1", "2"]
            ),
            ("{decoder: {type: GzipDecoder, decoder: {type: JsonDecoder}}}", packed(#"{"a":1}"#), [#"{"a":1}"#]),
            (json, packed("[]"), []), (json, packed("{}"), ["{}"]), (json, Array("[1]".utf8), ["1"]),
        ] as [(String, [UInt8], [String])]
    )
    func values(_ fields: String, _ body: [UInt8], _ expected: [String]) async throws {
        #expect(try await BodyReading.values(of: body, by: GzipDecoder(fields: fields)) == expected)
    }

    @Test("JSON that is null, empty or none at all fails, unlike at the top", arguments: ["", "null", "{", " "])
    func noJSON(_ text: String) throws {
        for body in [Array(text.utf8), Self.packed(text)] {
            let response = HTTPResponse(status: 200, body: Bytes(body))
            let failure = #expect(throws: EngineFailure.self) {
                try GzipDecoder(fields: Self.json).decode(response, recordDepth: 1)
            }
            #expect(failure?.type == .system)
        }
    }

    @Test("data that are damaged or end early fail after the records before them", arguments: [1, 7, 1000])
    func damaged(size: Int) async throws {
        let body = Self.packed("a\n1\n") + Self.packed((0..<100).map { "\($0 * 7919)\n" }.joined())
        let decoder = try GzipDecoder(fields: Self.csv)
        let cut = try await BodyReading.values(of: Array(body.dropLast(40)), by: decoder, size: size)
        #expect(cut.values.first == #"{"a":"1"}"#)
        #expect(
            (cut.error as? EngineFailure)?.message.hasPrefix("The gzip data of the response end too early.") == true
        )
        // The first byte of the checksum.
        var broken = body
        broken[body.count - 8] ^= 0xFF
        let (values, error) = try await BodyReading.values(of: broken, by: decoder, size: size)
        #expect(values.first == #"{"a":"1"}"#)
        #expect((error as? EngineFailure)?.message.contains("cannot be unpacked: ") == true)
    }

    @Test("what grows beyond the limit of the response fails, and nothing else of its size")
    func limits() throws {
        let body = Bytes(Self.packed("[" + String(repeating: "0,", count: 600_000) + "1]"))
        var response = HTTPResponse(status: 200, body: body)
        #expect(try GzipDecoder(fields: Self.json).decode(response, recordDepth: 1).bodies.count == 600_001)
        var options = TransportOptions()
        options.maxResponseSize = 1_000_000
        response.limit = ResponseLimit(options)
        let failure = #expect(throws: EngineFailure.self) {
            try GzipDecoder(fields: Self.json).decode(response, recordDepth: 1)
        }
        #expect(failure?.message.contains("--max-response-size") == true)
    }

    @Test("reads in pieces what its decoder reads so")
    func pieces() throws {
        #expect(try GzipDecoder(fields: Self.csv).readsPieces)
        #expect(try !GzipDecoder(fields: Self.json).readsPieces)
    }

    @Test(
        "finds faults of its fields without a request",
        arguments: [
            ("{}", ["missing-field"]), ("decoder: {type: XmlDecoder}", ["invalid-combination"]),
            ("decoder: {type: CsvDecoder}", []),
        ] as [(String, [String])]
    )
    func fields(_ yaml: String, _ codes: [String]) throws {
        #expect(try GzipDecoder.diagnostics(yaml: yaml).map(\.code) == codes)
    }
}
