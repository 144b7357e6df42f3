import Foundation
import GongSimulator
import Testing

/// Signals, while a run waits for an API that asked it to.
@Suite("ending a run early", .timeLimit(.minutes(10)))
struct InterruptionTests {
    /// Starts the engine, sends it signals once its messages say that it waits, and passes its exit code on.
    private static func script(_ signals: String) -> String {
        """
        mkfifo said; "$@" >said & run=$!
        while read -r line; do
          printf '%s\\n' "$line"
          case "$line" in *RATE_LIMITED*) for signal in \(signals); do kill -$signal $run; done;; esac
        done <said
        rm said; wait $run
        """
    }

    private func interrupted(
        _ signals: String,
        _ verb: [String],
        retryAfter: Int = 600,
        _ body: (Bench, CommandResult) throws -> Void
    ) async throws {
        let fault = Fault(.status(429), path: "/v2/users", retryAfter: retryAfter)
        try await Bench.with({ $0.faults = [fault] }) { bench in
            try bench.write(Bench.gong, to: Bench.manifestName)
            let inputs = [Bench.manifestName, "--config", Bench.configName]
            let result = try await bench.engine([verb[0]] + inputs + verb.dropFirst(), script: Self.script(signals))
            try body(bench, result)
        }
    }

    @Test(
        "a run ends in order: no wait continues, lines are whole, the state of what was written is kept",
        arguments: [("INT", 130, true), ("TERM", 143, true), ("HUP", 129, false)]
    )
    func inOrder(_ signal: String, _ code: Int32, _ isTold: Bool) async throws {
        // One worker: the stream before is done when the wait begins.
        let verb = ["read", "--checkpoint", "state.json", "--set", "num_workers=1", "--catalog", "catalog.json"]
        let fault = Fault(.status(429), path: "/v2/users", retryAfter: 600)
        try await Bench.with({ $0.faults = [fault] }) { bench in
            try bench.write(Bench.gong, to: Bench.manifestName)
            try bench.write(#"{"streams":[{"name":"calls"},{"name":"users"}]}"#, to: "catalog.json")
            let inputs = [Bench.manifestName, "--config", Bench.configName]
            let result = try await bench.engine([verb[0]] + inputs + verb.dropFirst(), script: Self.script(signal))
            #expect(result.exit == code, "\(result.errors)")
            #expect(result.output.hasSuffix("}\n"))
            #expect(result.statuses("calls").last == "COMPLETE")
            #expect(result.statuses("users").last == "INCOMPLETE")
            #expect(result.errorTraces.map(\.type) == (isTold ? ["transient_error"] : []))
            #expect(!result.errors.contains("error:"), "\(result.errors)")
            #expect(result.errors.contains("SIG\(signal): shutting down") == isTold)
            #expect(try bench.text(of: "state.json").contains("\"calls\""))
            #expect(try !bench.fileNames.contains { $0.contains(".part-") })
        }
    }

    @Test("check ends as well", arguments: [("INT", 130), ("TERM", 143)])
    func check(_ signal: String, _ code: Int32) async throws {
        // As long as a check waits at all.
        try await interrupted(signal, ["check"], retryAfter: 8) { _, result in
            #expect(result.exit == code, "\(result.errors)")
            #expect(!result.types.contains("CONNECTION_STATUS"))
        }
    }

    @Test("a run that still waits for its inputs ends at once", arguments: ["state", "catalog", "config"])
    func inputs(_ option: String) async throws {
        let script = """
            mkfifo input; "$@" --\(option) input & run=$!
            exec 3>input; kill -TERM $run; wait $run
            """
        try await Bench.with { bench in
            let config = option == "config" ? [] : ["--config", Bench.configName]
            let result = try await bench.engine(["read", Bench.manifestName] + config, script: script)
            #expect(result.exit == 143)
            #expect(result.errors == "SIGTERM: stopped before the run began\n")
        }
    }

    @Test("a second signal ends at once, with its own code")
    func second() async throws {
        try await interrupted("INT TERM TERM", ["read", "--stream", "users"]) { _, result in
            #expect(result.exit == 130 || result.exit == 143, "\(result.errors)")
        }
    }

    @Test("a signal that was ignored from the start, as under nohup, stays ignored")
    func ignored() async throws {
        let script = "trap '' HUP; " + Self.script("HUP TERM")
        let fault = Fault(.status(429), path: "/v2/users", retryAfter: 600)
        try await Bench.with({ $0.faults = [fault] }) { bench in
            try bench.write(Bench.gong, to: Bench.manifestName)
            let arguments = ["read", Bench.manifestName, "--config", Bench.configName, "--stream", "users"]
            let result = try await bench.engine(arguments, script: script)
            #expect(result.exit == 143, "\(result.errors)")
            result.expectErrors(["SIGTERM: shutting down"])
        }
    }
}
