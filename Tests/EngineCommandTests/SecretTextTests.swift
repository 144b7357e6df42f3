import Testing

/// What is said about secrets, and what is not.
@Suite("secrets in what a command writes", .timeLimit(.minutes(10)))
struct SecretTextTests {
    private static let secret = "a-secret/of the+operator"

    private func expectHidden(_ answer: CommandResult, sourceLocation: SourceLocation = #_sourceLocation) {
        for text in [Self.secret, "a-secret", "the+operator"] {
            #expect(!(answer.output + answer.errors).contains(text), sourceLocation: sourceLocation)
        }
    }

    @Test(
        "wrong arguments are told without the values of --set",
        arguments: [
            ["--set", "credentials.access_key", secret], ["credentials.access_key=\(secret)"],
            ["--sett", "credentials.access_key=\(secret)"], ["--set", "credentials.access_key:\(secret)"],
        ]
    )
    func arguments(_ more: [String]) async throws {
        try await Bench.with { bench in
            let answer = try await bench.engine(["check", Bench.manifestName, "--config", Bench.configName] + more)
            #expect(answer.exit == 2 || answer.exit == 4)
            expectHidden(answer)
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
            let answer = try await bench.run("check")
            answer.expectRefusal(4, says: ["config.json:1:"])
            expectHidden(answer)
        }
    }

    @Test("a secret of two letters is reported as not masked")
    func short() async throws {
        try await Bench.with { bench in
            let answer = try await bench.run("check", "--set", "credentials.access_key=\"zq\"")
            #expect(answer.output.contains("Too short to mask in messages"))
            #expect(answer.output.contains("credentials.access_key of the configuration"))
            #expect(!answer.output.contains("zq"))
        }
    }

    @Test("the level debug tells requests, masked, on both outputs", arguments: ["check", "read"])
    func debug(_ verb: String) async throws {
        try await Bench.with { bench in
            let answer = try await bench.run(verb, "--log-level", "debug")
            for text in ["debug: ", "GET http://", "Authorization: ****", "HTTP 200, "] {
                #expect(answer.errors.contains(text))
            }
            #expect(answer.output.contains(#""level":"DEBUG""#))
        }
    }

    @Test("a host that is none is a wrong argument")
    func allowHost() async throws {
        try await Bench.with { bench in
            let answer = try await bench.run("check", "--allow-host", "https://a.com/path")
            #expect(answer.exit == 2)
            answer.expectErrors(["--allow-host"])
        }
    }
}
