import Foundation
import Testing

/// Arguments, help and the ways to start the engine.
@Suite("the command line", .timeLimit(.minutes(10)))
struct CommandLineTests {
    @Test(
        "wrong arguments: usage on standard error, nothing on standard output",
        arguments: [
            ([], "no command was given"),
            (["raed", "gong.yaml"], "unknown command 'raed'; did you mean 'read'?"),
            (["gong.yaml"], "no command was given for 'gong.yaml'"),
            (["gong.yaml", "reed"], "unknown command 'reed'; did you mean 'read'?"),
            (["some/gong.yml", "--quiet", "xyz"], "unknown command 'xyz'"),
            (["read"], "Missing expected argument '<manifest>'"),
            (["read", "gong.yaml", "--confg", "c.json"], "Unknown option '--confg'"),
            (["read", "gong.yaml", "--config"], "Missing value for '--config"),
            (["read", "gong.yaml", "other.yaml"], "Unexpected argument 'other.yaml'"),
            (["read", "gong.yaml", "--format", "csv"], "'csv' is invalid"),
            (["read", "gong.yaml", "--log-level", "loud"], "'loud' is invalid"),
            (["read", "gong.yaml", "--max-response-size", "12 apples"], "'12 apples' is not a size"),
            (["read", "gong.yaml", "--state", "a", "--checkpoint", "b"], "give one of them"),
            (["read", "gong.yaml", "--update-config"], "--update-config needs a file"),
            (["spec", "gong.yaml", "--config", "config.json"], "Unknown option '--config'"),
        ] as [([String], String)]
    )
    func wrongArguments(_ arguments: [String], _ says: String) async throws {
        try await Bench.with { bench in
            let result = try await bench.engine(arguments)
            #expect(result.exit == 2)
            #expect(result.output.isEmpty)
            result.expectErrors([says, "Usage: engine", "--help"])
        }
    }

    @Test(
        "exit codes are those of the README",
        arguments: [
            (["read", "--stream", "users"], 0),
            (["read", "--stream", "users", "--set", "api_base_url=http://127.0.0.1:1"], 1),
            (["read", "--stream", "usrs"], 2), (["read", "--set", "x"], 2), (["read", "--set", "start_date.x=1"], 2),
            (["read", "--frmat", "records"], 2), (["read", "--manifest", "nowhere.yaml"], 3),
            (["read", "--set", "num_workers=many"], 4), (["read", "--catalog", "nowhere.json"], 5),
            (["read", "--state", "gong.yaml"], 5), (["read", "--ca-file", "nowhere.pem"], 5),
        ] as [([String], Int32)]
    )
    func exitCodes(_ arguments: [String], _ code: Int32) async throws {
        try await Bench.with { bench in
            let manifest = arguments.contains("--manifest") ? [] : [Bench.manifestName]
            let result = try await bench.engine(
                [arguments[0]] + manifest + arguments.dropFirst() + ["--config", Bench.configName]
            )
            #expect(result.exit == code, "\(result.errors)")
        }
    }

    @Test(
        "help says what there is",
        arguments: [
            (
                ["--help"],
                [
                    "spec", "check", "discover", "read", "validate", "#!/usr/bin/env engine", "Exit codes: 0 success",
                    "FAILED",
                ]
            ),
            (
                ["read", "--help"],
                [
                    "<manifest>", "--config <config>", "--set <set>", "--update-config", "--catalog <catalog>",
                    "--state <state>", "--checkpoint <checkpoint>", "--stream <stream>", "--format <format>", "--quiet",
                    "--log-level <log-level>", "values: messages, records", "${NAME:-default}", "Examples:",
                    "engine read gong.yaml --config config.json", "Exit codes: 0 every stream",
                ]
            ),
            (["check", "--help"], ["CONNECTION_STATUS", "--config <config>", "--set <set>"]),
            (["discover", "--help"], ["catalog", "--config <config>"]),
            (["spec", "--help"], ["connection specification", "<manifest>"]),
            (["validate", "--help"], ["without sending requests", "--config <config>"]),
            (["help", "read"], ["--checkpoint <checkpoint>"]),
        ] as [([String], [String])]
    )
    func help(_ arguments: [String], _ says: [String]) async throws {
        try await Bench.with { bench in
            let result = try await bench.engine(arguments)
            #expect(result.exit == 0)
            #expect(result.errors.isEmpty)
            // Lines are broken to fit a terminal.
            let text = result.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            for part in says { #expect(text.contains(part), "'\(part)' is missing in:\n\(result.output)") }
        }
    }

    @Test("the version")
    func version() async throws {
        try await Bench.with { bench in
            let result = try await bench.engine(["--version"])
            #expect(result.exit == 0)
            #expect(result.output.first?.isNumber == true)
        }
    }

    @Test(
        "the manifest may stand before the verb, or be an option",
        arguments: [
            ["gong.yaml", "spec"], ["spec", "--manifest", "gong.yaml"], ["spec", "--manifest-path", "gong.yaml"],
            ["./gong.yaml", "spec"],
        ]
    )
    func manifestFirst(_ arguments: [String]) async throws {
        try await Bench.with { bench in
            let result = try await bench.engine(arguments)
            #expect(result.exit == 0, "\(result.errors)")
            #expect(result.types == ["SPEC"])
        }
    }

    @Test("a manifest with a line that starts the engine")
    func interpreterLine() async throws {
        try await Bench.with { bench in
            let text = try bench.text(of: Bench.manifestName)
            try bench.write("#!/usr/bin/env engine\n" + text, to: Bench.manifestName)
            let result = try await bench.engine(["./gong.yaml", "read", "-c", "config.json", "--stream", "users"])
            #expect(result.exit == 0, "\(result.errors)")
            #expect(result.counts == ["users": 12])
        }
    }
}
