import Diagnostics
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("StreamConfig")
struct StreamConfigTests {
    private static let config: JSONObject = ["a": [1, 2], "b": ["c": ["x"], "d": "y"], "which": "d"]

    @Test(
        "gives the elements of a list, the value that is none, or nothing",
        arguments: [
            ("[a]", [1, 2]), ("[b, c]", ["x"]), ("[b, \"{{ config.which }}\"]", ["y"]),
            ("[b]", [["c": ["x"], "d": "y"]]),
            ("[none]", []), ("[b, none]", []), ("[a, \"0\"]", [1]),
            ("[a]\ndefault_values: [3, {x: 4}]", [1, 2, 3, ["x": 4]]),
            ("[none]\ndefault_values: [3]", [3]),
        ] as [(String, [JSONValue])]
    )
    func elements(_ pointer: String, _ expected: [JSONValue]) throws {
        let list = try StreamConfig(fields: "configs_pointer: \(pointer)")
        let scope = try RunContext.sample(config: JSONValue.object(Self.config).text).makeScope()
        #expect(try list.elements(in: Self.config, scope) == expected)
    }

    @Test("a pointer with several matches is a fault")
    func matches() throws {
        let list = try StreamConfig(fields: "configs_pointer: [b, '*']")
        let scope = try RunContext.sample().makeScope()
        #expect(throws: EngineFailure.self) { try list.elements(in: Self.config, scope) }
    }
}
