import JSON
import Jinja
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("TemplateText")
struct TemplateTextTests {
    @Test(
        "prints as Python does",
        arguments: [
            ("plain", "plain"), ("1e5", "100000.0"), ("{{ parameters.a }}", "P"), ("{{ config.missing }}", ""),
            ("{{ [1, none] }}", "[1, None]"), ("1_0", "10"),
        ]
    )
    func text(_ source: String, _ expected: String) throws {
        let text = try TemplateText(source, origin: TemplateOrigin(parameters: ["a": "P"]))
        #expect(try text.text(in: .testing()) == expected)
    }

    @Test("gives the parameters of the component back afterwards")
    func parameters() throws {
        let scope = try Scope.testing(variables: ["parameters": #"{"a":"outer"}"#])
        let inner = try TemplateText("{{ parameters.a }}", origin: TemplateOrigin(parameters: ["a": "inner"]))
        let outer = try TemplateText("{{ parameters.a }}")
        #expect(try inner.text(in: scope) == "inner")
        #expect(try outer.text(in: scope) == "outer")
    }

    @Test("an error tells place and path")
    func failure() throws {
        let sample = "fields: [{path: [a], value: \"{{ record.a.b }}\"}]"
        let fields = try AddFields(fields: sample)
        let failure = #expect(throws: TemplateFailure.self) { try fields.result(for: "{}") }
        #expect(failure?.description.hasSuffix(" (test.yaml:1:29) at fields[0] > value") == true, "\(failure as Any)")
    }
}
