import Config
import Diagnostics
import JSON
import Testing

@Suite("ConfigFile")
struct ConfigFileTests {
    private static func read(_ text: String, _ overrides: [String] = []) throws -> String {
        let environment = ["TOKEN": "se\"cret\\", "EMPTY": ""]
        let bytes = Array(text.utf8)
        let input = try ConfigFile.read(bytes, name: "config.json", environment: environment, overrides: overrides)
        if input.faults.hasErrors { throw ManifestFault(input.faults) }
        return JSONValue.object(input.values).text
    }

    private static func fault(_ text: String, _ overrides: [String] = []) -> String {
        do {
            return "no fault: " + (try read(text, overrides))
        } catch {
            return String(describing: error)
        }
    }

    @Test(
        "reads a configuration, puts in variables, then sets values",
        arguments: [
            (#"{"a": 1}"#, [], #"{"a":1}"#), ("\u{FEFF}{}", [], "{}"),
            (#"{"a": "${TOKEN}"}"#, [], #"{"a":"se\"cret\\"}"#),
            (#"{"a": "${TOKEN}"}"#, ["a=5", "b.c=x"], #"{"a":5,"b":{"c":"x"}}"#),
            // What --set replaces need not be there.
            (#"{"a": "${NONE}", "b": 1}"#, ["a=5"], #"{"a":5,"b":1}"#),
            (#"{"a": {"c": "${NONE}"}}"#, ["a={}"], #"{"a":{}}"#),
            (#"{"a": 1, "a": 2}"#, [], #"{"a":2}"#),
        ]
    )
    func reading(_ text: String, _ overrides: [String], _ expected: String) throws {
        #expect(try Self.read(text, overrides) == expected)
    }

    @Test("shows the place of bad JSON")
    func badJSON() {
        let text = Self.fault("{\n  \"a\": 1,\n  \"é\": ,\n}")
        #expect(text.hasPrefix("config.json:3:8: error[not-json]: the file is not valid JSON: "))
        #expect(text.contains("\n    3 |   \"é\": ,\n      |        ^\n"))
    }

    @Test("wants an object", arguments: ["[]", "5", "\"x\""])
    func otherValues(_ text: String) {
        #expect(Self.fault(text).hasPrefix("config.json:1:1: error[not-an-object]: a configuration is a JSON object"))
    }

    @Test("reports all variables at once, each at its place")
    func missingVariables() {
        let text = Self.fault("{\"a\": \"${NONE}\",\n \"b\": [\"x ${9}\", \"${OPEN\"]}")
        #expect(text.contains("config.json:1:8: error[missing-variable]: the environment has no variable 'NONE'"))
        #expect(text.contains("      |        ^^^^^^^\n"))
        #expect(text.contains("config.json:2:11: error[bad-variable]: '9' is not a variable name"))
        #expect(text.contains("config.json:2:19: error[bad-variable]: '${' has no '}'"))
    }

    @Test("says why a value cannot be set", arguments: [("a", "no '='"), ("a..b=1", "empty"), ("a.b.c=1", "'a.b'")])
    func badOverride(_ override: String, _ word: String) {
        let text = Self.fault(#"{"a": {"b": 1}}"#, [override])
        #expect(text.hasPrefix("error[bad-override]: "))
        #expect(text.contains(word))
    }
}
