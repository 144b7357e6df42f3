import Diagnostics
import JSON
import ManifestEngine
import ManifestEngineTesting
import Testing

@Suite("RequestOption")
struct RequestOptionTests {
    @Test(
        "puts a value where it says",
        arguments: [
            ("{inject_into: request_parameter, field_name: p}", #"{"p":[1]} {} {} {}"#),
            ("{inject_into: header, field_name: \"{{ config['h'] }}\"}", #"{} {"X-H":[1]} {} {}"#),
            ("{inject_into: body_data, field_name: f}", #"{} {} {"f":[1]} {}"#),
            ("{inject_into: body_json, field_name: f}", #"{} {} {} {"a":{"c":0},"f":[1]}"#),
            ("{inject_into: body_json, field_path: [a, b]}", #"{} {} {} {"a":{"c":0,"b":[1]}}"#),
            (
                "{inject_into: body_json, field_path: [x, \"{{ config['h'] }}\"]}",
                #"{} {} {} {"a":{"c":0},"x":{"X-H":[1]}}"#
            ),
        ]
    )
    func inject(_ yaml: String, _ expected: String) throws {
        var parts = RequestParts()
        if yaml.contains("body_json") { parts.bodyJSON = ["a": ["c": 0]] }
        try RequestOption(fields: yaml).inject([1], into: &parts, in: .testing(config: #"{"h":"X-H"}"#))
        let all = [parts.parameters, parts.headers, parts.bodyData, parts.bodyJSON].map { JSONValue.object($0).text }
        #expect(all.joined(separator: " ") == expected)
    }

    @Test(
        "needs exactly one of name and path, and a path only in JSON bodies",
        arguments: [
            ("{inject_into: header}", "a RequestOption has either 'field_name' or 'field_path'"),
            (
                "{inject_into: body_json, field_name: a, field_path: [b]}",
                "a stream cannot be read whose RequestOption has both 'field_name' and 'field_path'"
            ),
            ("{inject_into: header, field_path: [a]}", "'field_path' only works with inject_into: body_json"),
            (
                "{inject_into: cookie, field_name: a}",
                "'inject_into' must be one of request_parameter, header, body_data, body_json, found 'cookie'"
            ),
        ]
    )
    func faults(_ yaml: String, _ expected: String) throws {
        #expect(try RequestOption.diagnostics(yaml: yaml).map(\.message) == [expected])
    }

    @Test("with both name and path it is read with a warning, and fails when it is used")
    func ambiguous() throws {
        let yaml = "{inject_into: header, field_name: a, field_path: [b]}"
        #expect(try RequestOption.diagnostics(yaml: yaml).map(\.severity) == [.warning])
        let option = try RequestOption(fields: yaml)
        var parts = RequestParts()
        let failure = #expect(throws: EngineFailure.self) { try option.inject(1, into: &parts, in: .testing()) }
        #expect(failure?.type == .config)
    }
}
