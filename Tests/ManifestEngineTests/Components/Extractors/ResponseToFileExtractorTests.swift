import Diagnostics
import HTTP
import JSON
import ManifestEngine
import ManifestEngineTesting
import TestSupport
import Testing

@testable import EngineFuzzing

@Suite("ResponseToFileExtractor")
struct ResponseToFileExtractorTests {
    private func decoder(_ fields: String) throws -> any Decoder {
        try #require(try ResponseToFileExtractor(fields: fields).ownDecoder)
    }

    @Test("rows are what pandas makes of them, wherever the pieces end", arguments: try RecordedTable.rows("rows"))
    func rows(_ row: RecordedRow) async throws {
        for body in [Array(row.input.utf8), Packing.packed(Array(row.input.utf8), .gzip)] {
            let values = try? await BodyReading.values(of: body, by: decoder(row.argument))
            #expect((values.map { "[\($0.joined(separator: ","))]" } ?? "!ParserError") == row.expected)
        }
    }

    @Test(
        "what pandas refuses fails after the rows before it",
        arguments: [
            ("a,b\n1,2\n1,2,3\n", "has 3 cells in row 2, but 2 in those before"),
            ("a,b\n1,2\n\"3,", "ends inside quotes, in row 2"),
            ("a,b\n1,2\n\u{0}\u{0}3,\"", "ends inside quotes, in row 2"),
        ]
    )
    func faults(_ body: String, _ message: String) async throws {
        for size in [1, 4, 1000] {
            let (values, error) = try await BodyReading.values(of: Array(body.utf8), by: decoder("{}"), size: size)
            #expect(values == [#"{"a":"1","b":"2"}"#])
            #expect((error as? EngineFailure)?.message.contains(message) == true)
        }
    }

    @Test("bytes that are not UTF-8 fail after the rows before them")
    func encoding() async throws {
        let body = Array("a\n1\n".utf8) + [0xFF, 0x0A]
        let (values, error) = try await BodyReading.values(of: body, by: decoder("{}"), size: 100)
        #expect(values == [#"{"a":"1"}"#])
        #expect((error as? EngineFailure)?.message.contains("is not UTF-8 in row 2") == true)
    }

    @Test("tells of null bytes and of cells without a name")
    func notes() throws {
        for (body, note) in [("a\n1\u{0}\n", "1 null bytes"), ("a\n1,2\n", "the first 1 of each")] {
            let response = HTTPResponse(status: 200, body: Bytes(body))
            #expect(try decoder("{}").decode(response, recordDepth: 1).fault?.contains(note) == true)
        }
    }
}
