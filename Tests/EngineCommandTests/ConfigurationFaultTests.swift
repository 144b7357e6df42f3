import Foundation
import GongSimulator
import JSON
import Testing

/// What is said about a configuration that cannot be used.
@Suite("faults of the configuration", .timeLimit(.minutes(10)))
struct ConfigurationFaultTests {
    @Test("a file that does not exist")
    func missing() async throws {
        try await Bench.with { bench in
            let result = try await bench.engine(["read", Bench.manifestName, "--config", "nowhere.json"])
            result.expectRefusal(4, says: ["unreadable-file", "nowhere.json", "the configuration", "check the path"])
        }
    }

    @Test("none at all: says which option gives one", arguments: ["read", "discover"])
    func none(_ verb: String) async throws {
        try await Bench.with { bench in
            let result = try await bench.engine([verb, Bench.manifestName])
            result.expectRefusal(
                4,
                says: ["'credentials' is a required property", "--config", "engine spec gong.yaml"]
            )
        }
    }

    @Test(
        "text that is not a configuration",
        arguments: [
            ("{\"credentials\": {},\n \"start_date\" \"x\"}", "config.json:2:15: error[not-json]", "check commas"),
            ("{\"a\": 1,}", "config.json:1:9: error[not-json]", "check commas"),
            ("", "config.json:1:1: error[not-json]", "the text ends too early"),
            ("[1]", "config.json:1:1: error[not-an-object]", "put { } around it"),
            ("\"text\"", "config.json:1:1: error[not-an-object]", "put { } around it"),
        ]
    )
    func noConfiguration(_ text: String, _ place: String, _ says: String) async throws {
        try await Bench.with { bench in
            try bench.write(text, to: Bench.configName)
            let result = try await bench.run("discover")
            result.expectRefusal(4, says: [place, says, "fix: "])
        }
    }

    @Test(
        "a value that the specification does not allow",
        arguments: [
            ("start_date=tomorrow", "'tomorrow' does not match", "'start_date' (from --set)"),
            ("requests_per_second=0", "less than the minimum of 1", "'requests_per_second' (from --set)"),
            ("num_workers=many", "'many' is not of type 'integer'", "'num_workers' (from --set)"),
            ("credentials=17017", "**** is not of type 'object'", "'credentials' (from --set)"),
        ]
    )
    func notAllowed(_ override: String, _ says: String, _ place: String) async throws {
        try await Bench.with { bench in
            for verb in ["validate", "discover", "read"] {
                let result = try await bench.run(verb, "--set", override)
                result.expectRefusal(4, says: ["error[invalid-configuration]", says, place])
            }
            #expect(await bench.simulator.requests().isEmpty)
        }
    }

    @Test("check reports the failure in the protocol, and repeats it for people")
    func check() async throws {
        try await Bench.with { bench in
            let result = try await bench.run("check", "--set", "start_date=tomorrow")
            #expect(result.exit == 0)
            let status = result.messages.compactMap { $0["connectionStatus"] }.first
            #expect(status?["status"]?.string == "FAILED")
            #expect(status?["message"]?.string?.contains("'tomorrow' does not match") == true)
            result.expectErrors(["the check failed", "'start_date' (from --set)"])
            #expect(result.errors.components(separatedBy: "'tomorrow' does not match").count == 2, "\(result.errors)")
        }
    }

    @Test("secrets stay out of a message that quotes the configuration, however they are escaped there")
    func quotedSecrets() async throws {
        try await Bench.with { bench in
            var config = bench.keyConfig
            config["credentials"] = [
                "auth_type": "None", "access_key": "it's \\ hidden", "access_key_secret": "two\nlines \"hidden\"",
            ]
            try bench.writeConfig(config)
            let result = try await bench.run("discover")
            result.expectRefusal(4, says: ["error[invalid-configuration]", "is not one of"])
            #expect(!result.errors.contains("hidden"))
            #expect(!result.output.contains("hidden"))
        }
    }

    // MARK: Variables

    @Test("variables that are missing or badly written, each with its place")
    func variables() async throws {
        try await Bench.with { bench in
            let text = """
                {"credentials": {"auth_type": "APIKey",
                  "access_key": "${GONG_KEY}",
                  "access_key_secret": "${GONG KEY}"}}
                """
            try bench.write(text, to: Bench.configName)
            let result = try await bench.run("discover")
            let says = [
                "config.json:2:18: error[missing-variable]", "no variable 'GONG_KEY'", "set GONG_KEY",
                "config.json:3:25: error[bad-variable]", "'GONG KEY' is not a variable name", "2 errors",
            ]
            result.expectRefusal(4, says: says)
        }
    }

    @Test("a variable that is missing is reported with all other faults", arguments: ["validate", "discover", "read"])
    func variablesAndOthers(_ verb: String) async throws {
        try await Bench.with { bench in
            let text = """
                {"credentials": {"auth_type": "APIKey", "access_key": "${GONG_KEY}", "access_key_secret": "hidden"},
                 "num_workers": "many"}
                """
            try bench.write(text, to: Bench.configName)
            let result = try await bench.run(verb)
            let says = [
                "config.json:1:56: error[missing-variable]", "config.json:2:2: error[invalid-configuration]",
                "2 errors",
            ]
            result.expectRefusal(4, says: says)
        }
    }

    @Test("a missing variable and a migration: nothing is written before the configuration is whole")
    func variableAndMigration() async throws {
        try await Bench.with { bench in
            let text = #"{"credentials": {"auth_type": "APIKey", "access_key": "${GONG_KEY}"}}"#
            try bench.write(text, to: Bench.configName)
            let result = try await bench.run("read", "--update-config")
            result.expectRefusal(4, says: ["missing-variable", "'access_key_secret' is a required property"])
            #expect(try bench.text(of: Bench.configName) == text)
        }
    }

    @Test("variables and defaults are put in")
    func variablesPutIn() async throws {
        try await Bench.with { bench in
            let text = JSONValue.object(bench.keyConfig).text
                .replacing("key-that-must-not-show", with: "${GONG_KEY}")
                .replacing("secret-that-must-not-show", with: "${GONG_SECRET:-secret-that-must-not-show}")
            try bench.write(text, to: Bench.configName)
            let arguments = ["check", Bench.manifestName, "-c", Bench.configName]
            let result = try await bench.engine(arguments, environment: ["GONG_KEY": "key-that-must-not-show"])
            #expect(result.output.contains("\"SUCCEEDED\""))
        }
    }

    // MARK: --set

    @Test(
        "an override that sets nothing",
        arguments: [
            ("start_date", "there is no '='"), ("a..b=1", "a name is empty"), ("=1", "a name is empty"),
            ("start_date.x=1", "cannot set 'start_date.x'"),
        ]
    )
    func badOverride(_ override: String, _ says: String) async throws {
        try await Bench.with { bench in
            let result = try await bench.run("validate", "--set", override)
            result.expectRefusal(2, says: ["bad-override", says, "write a.b.c=value"])
        }
    }

    @Test("a whole configuration can be set without a file, numbers as numbers and the rest as text")
    func overrides() async throws {
        try await Bench.with { bench in
            let values = [
                "credentials.auth_type=APIKey", "credentials.access_key=key-that-must-not-show",
                "credentials.access_key_secret=secret-that-must-not-show", "start_date=2024-07-01T00:00:00Z",
                "requests_per_second=1000", "api_base_url=\(bench.simulator.baseURL)",
            ]
            let sets = values.flatMap { ["--set", $0] }
            let result = try await bench.engine(["read", Bench.manifestName, "--stream", "users"] + sets)
            #expect(result.exit == 0, "\(result.errors)")
            #expect(result.counts == ["users": 12])
        }
    }
}
