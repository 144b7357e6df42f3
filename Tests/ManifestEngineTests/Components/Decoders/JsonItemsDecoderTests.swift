import Diagnostics
import HTTP
import JSON
import ManifestEngine
import ManifestEngineTesting
import TestSupport
import Testing

@Suite("JsonItemsDecoder")
struct JsonItemsDecoderTests {
    @Test("finds the elements of the arrays at the path", arguments: try RecordedTable.rows("items"))
    func items(_ row: RecordedRow) async throws {
        let decoder = try JsonItemsDecoder(fields: row.argument)
        let values = try? await BodyReading.values(of: Array(row.input.utf8), by: decoder)
        #expect((values.map { "[\($0.joined(separator: ","))]" } ?? "!IncompleteJSONError") == row.expected)
    }

    @Test(
        "text that breaks fails after the elements before, wherever the pieces end",
        arguments: [
            (#"{"a":[1,{"b":2},{"c":]}"#, "is not JSON in element 3 of 'a': "),
            (#"{"a":[1,{"b":2},{"c""#, "ends too early"),
            (#"{"a":[1,{"b":2}}"#, "is not JSON: expected ',' or ']' at byte 15"),
            (#"{"a":[1,{"b":2}]"#, "ends too early"), (#"{"a":[1,{"b":2}]}{"#, "unexpected text after the value"),
            (#"{"a":[1,{"b":2}],"c" 1}"#, "expected ':' at byte 21"),
            (#"{"a":[1,{"b":2},,3]}"#, "expected a value at byte 16"),
            (#"{"a":[1,{"b":2}],c:1}"#, "expected a name in quotes at byte 17"),
        ]
    )
    func faults(_ body: String, _ message: String) async throws {
        let decoder = try JsonItemsDecoder(fields: "items_path: a")
        for size in 1...body.utf8.count {
            let (values, error) = try await BodyReading.values(of: Array(body.utf8), by: decoder, size: size)
            #expect(values == ["1", #"{"b":2}"#])
            #expect((error as? EngineFailure)?.message.contains(message) == true, "\(error.map { "\($0)" } ?? "none")")
        }
    }

    @Test("a body that breaks off keeps its complete elements")
    func truncated() async throws {
        let (values, error) = try await BodyReading.values(
            of: Array(#"{"a":[{"b":1},{"b""#.utf8),
            by: JsonItemsDecoder(fields: "items_path: a"),
            size: 6,
            fault: TransportError(.truncated, "the connection was closed mid-response")
        )
        #expect(values == [#"{"b":1}"#])
        #expect((error as? EngineFailure)?.type == .transient)
    }

    @Test(
        "the encoding is that of the manifest, or the one that the first bytes tell",
        arguments: [
            ("{items_path: a, encoding: latin-1}", Array(#"{"a":[""#.utf8) + [0xE9] + Array(#""]}"#.utf8)),
            ("{items_path: a}", Array(#"{"a":["é"]}"#.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
            ("{items_path: a}", [0xEF, 0xBB, 0xBF] + Array(#"{"a":["é"]}"#.utf8)),
        ] as [(String, [UInt8])]
    )
    func encodings(_ fields: String, _ body: [UInt8]) async throws {
        #expect(try await BodyReading.values(of: body, by: JsonItemsDecoder(fields: fields)) == ["\"é\""])
    }

    @Test("many elements, larger than what is read at once, are the same as in one piece")
    func many() async throws {
        let items = (0..<3000).map {
            #"{"id":\#($0),"t":"\#(String(repeating: "x\\\"[", count: $0 % 90))","l":[[],{}]}"#
        }
        let body = Array(#"{"n":{"a":[0]},"a":[\#(items.joined(separator: " ,\n"))]}"#.utf8)
        let (values, error) = try await BodyReading.values(
            of: body,
            by: JsonItemsDecoder(fields: "items_path: a"),
            size: 4093
        )
        #expect(error == nil)
        #expect(values == items)
    }

    @Test(
        "finds faults of its fields without a request",
        arguments: [
            ("items_path: ''", ["invalid-combination"]), ("{}", ["missing-field"]),
            ("{items_path: a, encoding: nonsense}", ["invalid-combination"]),
        ]
    )
    func fields(_ yaml: String, _ codes: [String]) throws {
        #expect(try JsonItemsDecoder.diagnostics(yaml: yaml).map(\.code) == codes)
    }
}
