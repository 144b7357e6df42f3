import Diagnostics
import HTTP
import JSON
import ManifestEngine
import ManifestEngineTesting
import TestSupport
import Testing

@Suite("DpathExtractor")
struct DpathExtractorTests {
    private func extract(_ body: String, _ path: String) throws -> String {
        try extract(body, fields: "field_path: \(path)")
    }

    private func extract(_ body: String, fields: String) throws -> String {
        let extractor = try DpathExtractor(fields: fields)
        let response = HTTPResponse(status: 200, body: Bytes(body))
        let page = try JsonDecoder().decode(response, recordDepth: extractor.recordDepth)
        let records = try extractor.extract(from: page, in: .testing(config: #"{"d":"data"}"#))
        return JSONValue.array(records).text
    }

    @Test("takes the records at the path", arguments: try RecordedTable.rows("records"))
    func records(_ row: RecordedRow) throws { #expect(try extract(row.input, fields: row.argument) == row.expected) }

    @Test("with a star every match is a record", arguments: try RecordedTable.rows("star"))
    func star(_ row: RecordedRow) throws { #expect(try extract(row.input, fields: row.argument) == row.expected) }

    @Test(
        "nothing comes of what is missing or empty",
        arguments: [
            ("{}", "[]"), ("[]", "[]"), ("[{}]", "[]"), (#"{"data":{}}"#, "[data]"), (#"{"data":null}"#, "[data]"),
            (#"{"data":0}"#, "[data]"), (#"{"data":""}"#, "[data]"), (#"{"x":1}"#, "[data]"), (#"{"a":5}"#, "[a, b]"),
            (#"{"Data":[{"i":1}]}"#, "[data]"), (#"{"2020":[{"i":1}]}"#, "[\"2020\"]"),
        ]
    )
    func nothing(_ body: String, _ path: String) throws {
        #expect(try extract(body, path) == "[]")
    }

    @Test(
        "elements that are not objects are passed on",
        arguments: [(#"[null,1,"x",[2]]"#, #"[null,1,"x",[2]]"#), ("5", "[5]")]
    )
    func scalars(_ value: String, _ expected: String) throws {
        #expect(try extract(#"{"data":\#(value)}"#, "[data]") == expected)
    }

    @Test("a pattern that matches several values fails the stream")
    func several() {
        #expect(throws: EngineFailure.self) { try extract(#"{"ab":[1],"ac":[2]}"#, "[\"a?\"]") }
    }
}
