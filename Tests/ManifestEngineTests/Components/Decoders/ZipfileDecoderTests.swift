import Diagnostics
import HTTP
import JSON
import ManifestEngine
import ManifestEngineTesting
import Testing

@Suite("ZipfileDecoder")
struct ZipfileDecoderTests {
    private static let csv = "{decoder: {type: CsvDecoder}}"
    private static let rows = [#"{"a":"1","b":"2"}"#, #"{"a":"3"}"#, #"{"a":"4"}"#]

    @Test(
        "files are read in order, wherever the pieces end; folders are skipped",
        arguments: [
            (ZipSample.stored, csv, rows), (ZipSample.deflated, csv, rows), (ZipSample.described, csv, rows),
            (ZipSample.wide, csv, rows), (ZipSample.none, csv, []),
            (ZipSample.json, "{decoder: {type: JsonDecoder}}", [#"{"a":1}"#, #"{"a":2}"#, #"{"a":3}"#]),
        ]
    )
    func values(_ archive: String, _ fields: String, _ expected: [String]) async throws {
        let body = try ZipSample.bytes(archive)
        #expect(try await BodyReading.values(of: body, by: ZipfileDecoder(fields: fields)) == expected)
    }

    /// An archive with a byte changed, or cut off.
    private static func damaged(_ archive: String, at place: Int, to byte: UInt8?) throws -> [UInt8] {
        var bytes = try ZipSample.bytes(archive)
        if let byte { bytes[place] = byte } else { bytes.removeLast(bytes.count - place) }
        return bytes
    }

    @Test(
        "what is damaged, cut off or packed in another way fails after the records before it",
        arguments: [
            (ZipSample.stored, 0, nil, "The zip archive of the response is empty.", 0),
            (ZipSample.stored, 0, 0x51, "The zip archive of the response does not begin as a zip archive does.", 0),
            (ZipSample.stored, 70, nil, "The zip archive of the response ends too early.", 1),
            (ZipSample.stored, 157, 0x51, "The zip archive of the response is damaged after the file 'b.csv'.", 3),
            (ZipSample.stored, 73, 0x39, "The file 'd/a.csv' of the zip archive is damaged", 1),
            (ZipSample.stored, 6, 1, "The file 'd/' of the zip archive is encrypted.", 0),
            (ZipSample.bzip, 0, 0x50, "The file 'x.json' of the zip archive is packed by method 12;", 0),
            (ZipSample.stored, 6, 8, "The file 'd/' of the zip archive is stored without its size.", 0),
        ] as [(String, Int, UInt8?, String, Int)]
    )
    func faults(_ archive: String, _ place: Int, _ byte: UInt8?, _ message: String, _ count: Int) async throws {
        let body = try Self.damaged(archive, at: place, to: byte)
        for size in [1, 5, 1000] {
            let (values, error) = try await BodyReading.values(
                of: body,
                by: ZipfileDecoder(fields: Self.csv),
                size: size
            )
            #expect(values.count == count || values.count == count - 1)
            #expect((error as? EngineFailure)?.message.hasPrefix(message) == true, "\(error.map { "\($0)" } ?? "none")")
        }
    }

    @Test("a failure of the inner decoder names the file")
    func inner() throws {
        let response = HTTPResponse(status: 200, body: Bytes(try ZipSample.bytes(ZipSample.stored)))
        let failure = #expect(throws: EngineFailure.self) {
            try ZipfileDecoder(fields: "{decoder: {type: JsonDecoder}}").decode(response, recordDepth: 1)
        }
        #expect(failure?.message.hasPrefix("File 'd/a.csv' of the zip archive: The response body is not JSON") == true)
    }

    @Test("finds faults of its fields without a request")
    func fields() throws {
        let yaml = "decoder: {type: ZipfileDecoder, decoder: {type: CsvDecoder}}"
        #expect(try ZipfileDecoder.diagnostics(yaml: yaml).map(\.code) == ["invalid-combination"])
    }
}
