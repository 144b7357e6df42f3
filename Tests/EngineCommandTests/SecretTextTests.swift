import Testing

/// What is said about secrets, and what is not.
@Suite("secrets in what a command writes", .timeLimit(.minutes(10)))
struct SecretTextTests {
    private static let secret = "a-secret/of the+operator"

    private func expectHidden(_ result: CommandResult, sourceLocation: SourceLocation = #_sourceLocation) {
        for text in [Self.secret, "a-secret", "the+operator"] {
            #expect(!(result.output + result.errors).contains(text), sourceLocation: sourceLocation)
        }
    }

    @Test(
        "wrong arguments are reported without the values of --set",
        arguments: [
            ["--set", "credentials.access_key", secret], ["credentials.access_key=\(secret)"],
            ["--sett", "credentials.access_key=\(secret)"], ["--set", "credentials.access_key:\(secret)"],
        ]
    )
    func arguments(_ more: [String]) async throws {
        try await Bench.with { bench in
            let result = try await bench.engine(["check", Bench.manifestName, "--config", Bench.configName] + more)
            #expect(result.exit == 2 || result.exit == 4)
            expectHidden(result)
        }
    }

    @Test(
        "a configuration that cannot be read is shown without its values",
        arguments: [
            #"{"credentials": {"access_key": "\#(secret)" "x": 1}}"#, #"{"a": "${NONE}", "access_key": "\#(secret)"}"#,
            #"{"access_key": "\#(secret)"#, #"{"access_key": \#(secret), "é": 1}"#, #"["\#(secret)"]"#,
            #"{"access_key": "${\#(secret)}"}"#,
        ]
    )
    func configurations(_ text: String) async throws {
        try await Bench.with { bench in
            try bench.write(text, to: Bench.configName)
            let result = try await bench.run("check")
            result.expectRefusal(4, says: ["config.json:1:"])
            expectHidden(result)
        }
    }

    @Test("a secret of two letters is reported as not masked")
    func short() async throws {
        try await Bench.with { bench in
            let result = try await bench.run("check", "--set", "credentials.access_key=\"zq\"")
            #expect(result.output.contains("Too short to mask in messages"))
            #expect(result.output.contains("credentials.access_key of the configuration"))
            #expect(!result.output.contains("zq"))
        }
    }

    @Test("the level debug shows requests, masked, on both outputs", arguments: ["check", "read"])
    func debug(_ verb: String) async throws {
        try await Bench.with { bench in
            let result = try await bench.run(verb, "--log-level", "debug")
            for text in ["debug: ", "GET http://", "Authorization: ****", "HTTP 200, "] {
                #expect(result.errors.contains(text))
            }
            #expect(result.output.contains(#""level":"DEBUG""#))
        }
    }

    @Test("an invalid host is a wrong argument")
    func allowHost() async throws {
        try await Bench.with { bench in
            let result = try await bench.run("check", "--allow-host", "https://a.com/path")
            #expect(result.exit == 2)
            result.expectErrors(["--allow-host"])
        }
    }
}
