import Diagnostics
import HTTP
import JSON
import ManifestEngine
import ManifestEngineTesting
import Testing

@Suite("DpathExtractor")
struct DpathExtractorTests {
    private func extract(_ body: String, _ path: String) throws -> String {
        let extractor = try DpathExtractor(fields: "field_path: \(path)")
        let response = HTTPResponse(status: 200, body: Bytes(body))
        let page = try JsonDecoder().decode(response, recordDepth: extractor.recordDepth)
        let records = try extractor.extract(from: page, in: .testing(config: #"{"c":"data"}"#))
        return JSONValue.array(records).text
    }

    @Test(
        "takes the records at the path",
        arguments: [
            (#"{"data":[{"a":1},{"a":2}]}"#, "[data]", #"[{"a":1},{"a":2}]"#),
            (#"[{"a":1},{"a":2}]"#, "[]", #"[{"a":1},{"a":2}]"#),
            (#"{"a":1}"#, "[]", #"[{"a":1}]"#),
            (#"{"data":{"a":1}}"#, "[data]", #"[{"a":1}]"#),
            (#"{"a":{"data":[{"i":1}]}}"#, "[a, data]", #"[{"i":1}]"#),
            (#"{"data":[{"i":1}]}"#, "[\"{{ config['c'] }}\"]", #"[{"i":1}]"#),
            (#"{"2020":[{"i":1}]}"#, "[\"'2020'\"]", #"[{"i":1}]"#),
            (#"{"a":[[{"i":1}]]}"#, "[a, \"0\"]", #"[{"i":1}]"#),
            (#"{"a":{"b":{"c":[{"i":1}]}}}"#, "[\"**\", c]", #"[{"i":1}]"#),
            (#"{"ab":[{"i":1}]}"#, "[\"a?\"]", #"[{"i":1}]"#),
            (#"[{"data":[{"i":1}]},{"data":[{"i":2}]}]"#, "[data]", #"[{"i":1},{"i":2}]"#),
            (#"{"a/b":[{"i":1}]}"#, "[a/b]", #"[{"i":1}]"#),
            (#"{"a.b":[{"i":1}]}"#, "[a.b]", #"[{"i":1}]"#),
            (#"{"":[{"a":1}]}"#, "[\"\"]", #"[{"a":1}]"#),
        ]
    )
    func records(_ body: String, _ path: String, _ expected: String) throws {
        #expect(try extract(body, path) == expected)
    }

    @Test(
        "with a star every match is a record",
        arguments: [
            (#"{"data":{"a":[{"i":1}],"b":[{"i":2}]}}"#, "[data, \"*\"]", #"[[{"i":1}],[{"i":2}]]"#),
            (#"{"data":[{"x":[{"i":1}]},{"x":[{"i":2}]}]}"#, "[data, \"*\", x]", #"[[{"i":1}],[{"i":2}]]"#),
            (#"{"data":[{"x":[{"i":1}]},{"x":[{"i":2}]}]}"#, "[data, \"*\", x, \"*\"]", #"[{"i":1},{"i":2}]"#),
            (#"{"data":[{"a":1}]}"#, "[data, \"*\"]", #"[{"a":1}]"#),
        ]
    )
    func star(_ body: String, _ path: String, _ expected: String) throws {
        #expect(try extract(body, path) == expected)
    }

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
