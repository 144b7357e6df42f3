import Diagnostics
import HTTP
import JSON
import Manifest
import ManifestEngineTesting
import TestSupport
import Testing

@testable import ManifestEngine

@Suite("CsvDecoder")
struct CsvDecoderTests {
    @Test(
        "rows are objects by the names of the first, wherever the pieces end",
        arguments: try RecordedTable.rows("rows")
    )
    func rows(_ row: RecordedRow) async throws {
        let values = try await BodyReading.values(of: Array(row.input.utf8), by: CsvDecoder(fields: row.argument))
        #expect("[\(values.joined(separator: ","))]" == row.expected)
    }

    @Test(
        "delimiter, encoding and strings for null are set in the manifest",
        arguments: [
            ("{delimiter: ';'}", Array("a;b\n1,5;2\n".utf8), [#"{"a":"1,5","b":"2"}"#]),
            (#"{delimiter: '\t'}"#, Array("a\tb\n1\t2\n".utf8), [#"{"a":"1","b":"2"}"#]),
            ("{delimiter: '§'}", Array("a§b\n1§2Â\n".utf8), [#"{"a":"1","b":"2Â"}"#]),
            ("{encoding: latin-1}", Array("a\n".utf8) + [0xE9, 0x0A], [#"{"a":"é"}"#]),
            ("{encoding: utf-8-sig}", [0xEF, 0xBB, 0xBF] + Array("a\n1\n".utf8), [#"{"a":"1"}"#]),
            ("{encoding: utf-8}", [0xEF, 0xBB, 0xBF] + Array("a\n1\n".utf8), ["{\"\u{FEFF}a\":\"1\"}"]),
            (
                "{encoding: UTF_16, delimiter: ''}", [0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0x3D, 0xD8, 0x00, 0xDE],
                [#"{"a":"😀"}"#]
            ),
            (
                "{set_values_to_none: ['', 'x']}", Array("a,b\n,x\ny,\"\"\n".utf8),
                [
                    #"{"a":null,"b":null}"#, #"{"a":"y","b":null}"#,
                ]
            ),
        ]
    )
    func settings(_ fields: String, _ body: [UInt8], _ expected: [String]) async throws {
        #expect(try await BodyReading.values(of: body, by: CsvDecoder(fields: fields)) == expected)
    }

    @Test(
        "bytes that are not valid in the encoding fail after the rows before them",
        arguments: [("utf-8", [0xFF]), ("utf-16", [0x00, 0xDC, 0x41]), ("ascii", [0xC3, 0xA9])] as [(String, [UInt8])]
    )
    func encodings(_ encoding: String, _ bytes: [UInt8]) async throws {
        let decoder = try CsvDecoder(fields: "{encoding: \(encoding)}")
        let body = encoding == "utf-16" ? [0x61, 0, 0x0A, 0] + bytes : Array("a\n".utf8) + bytes
        let (values, error) = try await BodyReading.values(of: body, by: decoder, size: 3)
        #expect(values == [])
        #expect((error as? EngineFailure)?.message.hasPrefix("The CSV of the response ") == true)
    }

    @Test(
        "a body that ends inside quotes, and a byte order mark in the first name, are reported",
        arguments: [
            ("{}", "\u{FEFF}a\n1\n", "The name of the first column begins with a byte order mark."),
            ("{}", "a\n1\n\"2\n3\n", "ends inside quotes: the last cell of row 2 takes the rest"),
            ("{}", "a\n1\n\"2\"", nil), ("{encoding: utf-8-sig}", "\u{FEFF}a\n1\n", nil),
        ] as [(String, String, String?)]
    )
    func faults(_ fields: String, _ body: String, _ part: String?) async throws {
        let response = HTTPResponse(status: 200, body: Bytes(Array(body.utf8)))
        let fault = try CsvDecoder(fields: fields).decode(response, recordDepth: 1).fault
        #expect(part.map { fault?.contains($0) == true } ?? (fault == nil), "\(fault ?? "no fault")")
    }

    @Test("a cell may be long")
    func longCell() async throws {
        let cell = String(repeating: "x", count: 200_000)
        let body = Array("a\n\"\(cell)\"\n".utf8)
        let (values, _) = try await BodyReading.values(of: body, by: CsvDecoder(fields: "{}"), size: 65_536)
        #expect(values == ["{\"a\":\"\(cell)\"}"])
    }

    @Test("many rows come in several documents and none is lost")
    func many() async throws {
        let rows = (0..<20_000).map { "\($0),text \($0)" }
        let body = Array(("id,text\n" + rows.joined(separator: "\n")).utf8)
        let (values, error) = try await BodyReading.values(of: body, by: CsvDecoder(fields: "{}"), size: 65_536)
        #expect(error.map { _ in true } == nil)
        #expect(values == (0..<20_000).map { #"{"id":"\#($0)","text":"text \#($0)"}"# })
    }

    @Test(
        "a delimiter of several characters and an unknown encoding are faults of the manifest",
        arguments: ["delimiter: ';;'", "delimiter: \"\\n\"", "encoding: utf-99"]
    )
    func faults(_ fields: String) throws {
        #expect(throws: ManifestFault.self) { try CsvDecoder(checking: fields) }
    }
}
