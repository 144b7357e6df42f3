import Diagnostics
import ManifestEngine
import ManifestEngineTesting
import TestSupport
import Testing

@Suite("IterableDecoder")
struct IterableDecoderTests {
    @Test("each line is a record, wherever the pieces end", arguments: try RecordedTable.rows("lines"))
    func lines(_ row: RecordedRow) async throws {
        let values = try await BodyReading.values(of: Array(row.input.utf8), by: IterableDecoder(fields: row.argument))
        #expect("[\(values.joined(separator: ","))]" == row.expected)
    }

    @Test("a line that is not UTF-8 fails after the lines before it", arguments: [1, 3, 100])
    func encoding(size: Int) async throws {
        let body = Array("a\nü\n".utf8) + [0x62, 0xFF, 0x0A, 0x63]
        let (values, error) = try await BodyReading.values(of: body, by: IterableDecoder(fields: "{}"), size: size)
        #expect(values == [#"{"record":"a"}"#, #"{"record":"ü"}"#])
        #expect((error as? EngineFailure)?.message.hasPrefix("Line 3 of the response is not UTF-8.") == true)
    }
}
