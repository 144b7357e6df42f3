import Diagnostics
import JSON
import JSONSchema
import Testing
import YAML

@testable import Config

@Suite("ConfigChecker")
struct ConfigCheckerTests {
    private static let specification = #"""
        {"$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "required": ["start_date", "credentials"],
         "properties": {
           "start_date": {"type": "string", "title": "First day", "pattern": "^[0-9-]+$"},
           "workers": {"type": "integer"}, "ratio": {"type": "number"}, "fast": {"type": "boolean"},
           "region": {"type": "string", "enum": ["eu", "us"]}, "free": {"type": "object"},
           "either": {"type": ["string", "integer"]},
           "target": {"type": "object", "oneOf": [{"required": ["url"]}, {"required": ["bucket", "key"]}]},
           "credentials": {"type": "object", "oneOf": [
             {"required": ["auth_type", "access_key", "access_key_secret"], "properties": {
                "auth_type": {"type": "string", "const": "APIKey"}, "access_key": {"type": "string"},
                "access_key_secret": {"type": "string"}}},
             {"required": ["auth_type", "client_id"], "properties": {
                "auth_type": {"type": "string", "const": "OAuth2.0"}, "client_id": {"type": "string"}}}]}}}
        """#

    private static func input(_ text: String, _ set: [String] = [], _ variables: [String: String] = [:]) throws
        -> ConfigInput
    {
        let specification = try JSONValue(parsing: specification)
        return try ConfigFile.read(Array(text.utf8), name: "c.json", environment: variables, overrides: set)
            .fitted(to: specification)
    }

    private func checker(_ input: ConfigInput) throws -> ConfigChecker {
        ConfigChecker(try JSONValue(parsing: Self.specification), input)
    }

    private func lines(_ diagnostics: Diagnostics) -> [String] {
        diagnostics.inFileOrder.map { "\($0.headline) | \($0.fix ?? "")" }
    }

    private static let key = #""credentials": {"auth_type": "APIKey", "access_key": "k", "access_key_secret": "s"}"#

    @Test(
        "a setting that picks a form, and is declared beside the forms too, is reported once",
        arguments: [
            (#"{"t": "z", "k": "1"}"#, "'c.t': 'z' is not one of ['a', 'b'] | did you mean 'a'?"),
            (#"{"t": "a"}"#, "'c': 'k' is a required property | add \"k\""),
            (#"{"k": "1"}"#, "'c': 't' is missing, which selects one of its variants"),
        ]
    )
    func declaredTwice(value: String, line: String) throws {
        let form = #"{"required": ["t", "k"], "properties": {"t": {"const": "#
        let text = #"""
            {"properties": {"c": {"type": "object", "required": ["t", "k"], "properties": {"t": {"enum": ["a", "b"]}},
             "oneOf": [\#(form)"a"}}}, \#(form)"b"}}}]}}}
            """#
        let specification = try JSONValue(parsing: text)
        let input = try ConfigFile.read(
            Array(#"{"c": \#(value)}"#.utf8),
            name: "c.json",
            environment: [:],
            overrides: []
        )
        .fitted(to: specification)
        let lines = lines(ConfigChecker(specification, input).faults(of: input.values))
        #expect(lines.map { $0.contains("]: \(line)") } == [true])
    }

    @Test(
        "every fault has its place, its words and its remedy",
        arguments: [
            (
                "{\n  \"start_date\": 5,\n  \"workers\": \"x\",\n  \(key)\n}", [],
                [
                    "c.json:2:3: error[invalid-configuration]: 'start_date': 5 is not of type 'string' | ",
                    "c.json:3:3: error[invalid-configuration]: 'workers': 'x' is not of type 'integer' | ",
                ]
            ),
            (
                "{\"start_dat\": \"1\", \(key)}", [],
                [
                    "c.json:1:1: error[invalid-configuration]: the configuration: 'start_date' is a required property"
                        + " | did you mean 'start_date' instead of 'start_dat'?"
                ]
            ),
            (
                "{\(key)}", [],
                [
                    "c.json:1:1: error[invalid-configuration]: the configuration: 'start_date' is a required property"
                        + " | add \"start_date\": First day"
                ]
            ),
            (
                "{\"start_date\": \"1\",\n \"credentials\": {\"auth_type\": \"APIKey\", \"access_key\": \"k\"}}", [],
                [
                    "c.json:2:2: error[invalid-configuration]: 'credentials': 'access_key_secret' is a required property"
                        + " | add \"access_key_secret\""
                ]
            ),
            (
                "{\"start_date\": \"1\", \"credentials\": {\"auth_type\": \"ApiKey\", \"access_key\": \"k\"}}", [],
                [
                    "c.json:1:37: error[invalid-configuration]: 'credentials.auth_type': is not one of 'APIKey', 'OAuth2.0'"
                        + " | did you mean 'APIKey'?"
                ]
            ),
            (
                "{\"start_date\": \"1\", \"region\": \"asia\", \(key)}", [],
                [
                    "c.json:1:21: error[invalid-configuration]: 'region': 'asia' is not one of ['eu', 'us']"
                        + " | one of: eu, us"
                ]
            ),
            (
                "{\"start_date\": \"1\", \"workers\": \"${N}\", \(key)}", [],
                [
                    "c.json:1:21: error[invalid-configuration]: 'workers' (from ${N}): 'many' is not of type 'integer' | "
                ]
            ),
            (
                "{\"start_date\": \"1\", \"workers\": 1, \(key)}", ["workers=few"],
                ["error[invalid-configuration]: 'workers' (from --set): 'few' is not of type 'integer' | "]
            ),
            ("{\"start_date\": \"1\", \(key)}", [], []),
        ] as [(String, [String], [String])]
    )
    func faults(_ text: String, _ set: [String], _ expected: [String]) throws {
        let input = try Self.input(text, set, ["N": "many"])
        #expect(lines(try checker(input).faults(of: input.values)) == expected)
    }

    /// Code and place of each fault.
    private func marks(_ diagnostics: Diagnostics) -> [String] {
        diagnostics.inFileOrder.map { "\($0.place?.range.start.column ?? 0) \($0.code)" }
    }

    @Test(
        "variables that are not set are reported with all other faults, and bring no further ones",
        arguments: [
            (#"{"start_date": "${A}", "workers": "x", \#(key)}"#, ["17 missing-variable", "24 invalid-configuration"]),
            // A pattern, a type, a choice.
            (#"{"start_date": "2024 ${A}", \#(key)}"#, ["22 missing-variable"]),
            (#"{"start_date": "1", "workers": "${A}", \#(key)}"#, ["33 missing-variable"]),
            (#"{"start_date": "1", "region": "${9}", \#(key)}"#, ["32 bad-variable"]),
            (#"{"start_date": "1", "credentials": "${A}"}"#, ["37 missing-variable"]),
            // A text that looks like one is judged.
            (
                #"{"start_date": "$${…}", "region": "${A}", \#(key)}"#,
                ["2 invalid-configuration", "36 missing-variable"]
            ),
            // The constant that picks an alternative.
            (#"{"start_date": "1", "credentials": {"auth_type": "${A}", "access_key": "k"}}"#, ["51 missing-variable"]),
            // Inside an alternative that is picked.
            (
                #"{"start_date": "1", "credentials": {"auth_type": "APIKey", "access_key": "${A}"}}"#,
                ["21 invalid-configuration", "75 missing-variable"]
            ),
        ] as [(String, [String])]
    )
    func unsetVariables(_ text: String, _ expected: [String]) throws {
        let input = try Self.input(text)
        #expect(marks(try checker(input).faults(of: input.values)) == expected)
    }

    @Test("a value whose alternative is unclear says what each of them needs, and not the value")
    func unclear() throws {
        let input = try Self.input(#"{"start_date": "1", "target": {"secret": "hidden"}, \#(Self.key)}"#)
        let faults = lines(try checker(input).faults(of: input.values))
        #expect(faults.count == 1)
        #expect(faults.first?.contains("needed: url, or bucket and key") == true, "\(faults)")
        #expect(faults.first?.contains("hidden") == false)
    }

    @Test("a long value is cut")
    func longValue() throws {
        let text = String(repeating: "x", count: 100_000)
        let input = try Self.input(#"{"start_date": "1", "workers": "\#(text)", "region": "\#(text)", \#(Self.key)}"#)
        let faults = lines(try checker(input).faults(of: input.values))
        #expect(faults.count == 2)
        #expect(faults.allSatisfy { $0.utf8.count < 1500 && $0.contains("xxx… is not") })
    }

    @Test(
        "a missing setting that picks the alternative is named, with its values",
        arguments: [
            (#"{"access_key": "hidden"}"#, ""), ("{}", ""),
            (
                #"{"auth_tipe": "APIKey", "access_key": "hidden"}"#,
                "did you mean 'auth_type' instead of 'auth_tipe'? "
            ),
        ]
    )
    func missingChoice(_ credentials: String, _ near: String) throws {
        let input = try Self.input(#"{"start_date": "1", "credentials": \#(credentials)}"#)
        #expect(
            lines(try checker(input).faults(of: input.values)) == [
                "c.json:1:21: error[invalid-configuration]: 'credentials': 'auth_type' is missing, which selects one of its variants"
                    + " | \(near)Set \"auth_type\" to \"APIKey\" (with access_key, access_key_secret), or \"OAuth2.0\" (with client_id)"
            ]
        )
    }

    @Test(
        "strings of --set and of variables become what the specification asks for",
        arguments: [
            (["workers=5"], #"5"#, "workers"), (["start_date=2024"], #""2024""#, "start_date"),
            (["fast=True"], "true", "fast"), (["fast=yes"], #""yes""#, "fast"), (["ratio=2"], "2", "ratio"),
            (["either=5"], #""5""#, "either"), (["unknown=5"], "5", "unknown"),
            (["credentials.access_key=17"], #""17""#, "credentials.access_key"),
            (["start_date=\"2024\""], #""2024""#, "start_date"),
        ]
    )
    func fitting(_ set: [String], _ expected: String, _ name: String) throws {
        let input = try Self.input("{\(Self.key)}", set)
        let path = name.split(separator: ".").map { ConfigInput.Path.Element.key(String($0)) }
        #expect(ConfigInput.value(at: path, in: .object(input.values))?.text == expected)
    }

    @Test(
        "variables too, where they are the whole text",
        arguments: [("${N}", "7"), ("${N}0", #""70""#), ("${M:-8}", "8"), ("7", #""7""#)]
    )
    func variables(_ text: String, _ expected: String) throws {
        let input = try Self.input("{\"workers\": \"\(text)\"}", [], ["N": "7"])
        #expect(input.values["workers"]?.text == expected)
    }

    @Test(
        "settings that the specification does not have, and names that stand twice, are warnings",
        arguments: [
            (
                "{\"start_dat\": 1, \"start_date\": \"1\"}",
                [
                    "c.json:1:2: warning[unknown-setting]: the specification has no 'start_dat' | "
                        + "did you mean 'start_date'? It has: start_date, workers, ratio, fast, region, free, either, target, credentials"
                ]
            ),
            (
                "{\"credentials\":\n {\"acces_key\": 1}}",
                [
                    "c.json:2:3: warning[unknown-setting]: the specification has no 'credentials.acces_key' | did you mean "
                        + "'access_key'? It has: auth_type, access_key, access_key_secret, client_id"
                ]
            ),
            (
                "{\"workers\": 1, \"workers\": 2}",
                [
                    "c.json:1:16: warning[repeated-key]: 'workers' is set twice; the last value counts | remove one of them"
                ]
            ),
            ("{\"free\": {\"x\": 1}, \"_limit\": 5, \(key)}", []),
        ] as [(String, [String])]
    )
    func warnings(_ text: String, _ expected: [String]) throws {
        let input = try Self.input(text)
        #expect(lines(try checker(input).unknownSettings(of: input.values)) == expected)
    }
}
