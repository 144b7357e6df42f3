import Config
import Diagnostics
import JSON
import Testing

@Suite("ConfigOverride")
struct ConfigOverrideTests {
    @Test(
        "reads values as JSON where it can",
        arguments: [
            ("a=5", 5), ("a=1.5", 1.5), ("a=true", true), ("a=null", .null), ("a=[1]", [1]), (#"a={"b":1}"#, ["b": 1]),
            (#"a="5""#, "5"), ("a=", ""), ("a=x=y", "x=y"), ("a=True", "True"), ("a=NaN", "NaN"), ("a={b", "{b"),
            ("a=01", "01"),
        ] as [(String, JSONValue)]
    )
    func value(_ text: String, _ expected: JSONValue) throws {
        #expect(try ConfigOverride(text).value == expected)
    }

    @Test("limits the steps of a path", arguments: [(255, true), (256, true), (257, false), (20_000, false)])
    func depth(_ steps: Int, _ isAllowed: Bool) {
        let text = Array(repeating: "a", count: steps).joined(separator: ".") + "=1"
        var config: JSONObject = [:]
        if isAllowed {
            #expect(throws: Never.self) { try ConfigOverride(text).apply(to: &config) }
        } else {
            #expect(throws: ManifestFault.self) { try ConfigOverride(text).apply(to: &config) }
        }
    }

    @Test(
        "sets the value at its path",
        arguments: [
            ("a=5", #"{"a":5,"l":[1]}"#), ("b.c=x", #"{"a":{"x":1},"l":[1],"b":{"c":"x"}}"#),
            ("a.x=2", #"{"a":{"x":2},"l":[1]}"#), ("l.0=9", #"{"a":{"x":1},"l":[9]}"#),
        ]
    )
    func application(_ text: String, _ expected: String) throws {
        var config: JSONObject = ["a": ["x": 1], "l": [1]]
        try ConfigOverride(text).apply(to: &config)
        #expect(JSONValue.object(config).text == expected)
    }
}
