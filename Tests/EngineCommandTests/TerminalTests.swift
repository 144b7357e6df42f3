import Foundation
import Testing

/// What a person at a terminal sees; `script` gives the engine one.
@Suite(
    "on a terminal",
    .timeLimit(.minutes(10)),
    .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/script"))
)
struct TerminalTests {
    private static func script(columns: Int, _ redirection: String = "") -> String {
        """
        echo "stty cols \(columns) rows 24; exec $* \(redirection)" >shown.sh
        script -qec 'sh shown.sh' /dev/null; code=$?; rm shown.sh; exit $code
        """
    }

    @Test("a fault is printed once, as text and not as JSON too")
    func once() async throws {
        try await Bench.with { bench in
            let inputs = [Bench.manifestName, "--config", Bench.configName, "--stream", "users"]
            let wrong = ["--set", "credentials.access_key_secret=no"]
            let read = try await bench.engine(["read"] + inputs + wrong, script: Self.script(columns: 80))
            #expect(read.exit == 1)
            #expect(read.output.components(separatedBy: "Gong rejected the request").count == 2, "\(read.output)")
            #expect(!read.output.contains("\"ERROR\""))
            let manifest = try await bench.engine(["spec", "nowhere.yaml"], script: Self.script(columns: 80))
            #expect(manifest.exit == 3)
            #expect(manifest.output.components(separatedBy: "No such file").count == 2, "\(manifest.output)")
        }
    }

    @Test("check reports its failure once, and its result without it")
    func checkOnce() async throws {
        try await Bench.with { bench in
            let arguments = ["check", Bench.manifestName, "-c", Bench.configName, "--set", "start_date=tomorrow"]
            let result = try await bench.engine(arguments, script: Self.script(columns: 80))
            #expect(result.output.components(separatedBy: "'tomorrow' does not match").count == 2, "\(result.output)")
            #expect(result.output.contains("{\"status\":\"FAILED\"}"))
        }
    }

    @Test("log lines are plain text there, not messages")
    func logs() async throws {
        try await Bench.with { bench in
            let inputs = ["read", Bench.manifestName, "--config", Bench.configName, "--stream", "users"]
            let result = try await bench.engine(inputs, script: Self.script(columns: 80))
            #expect(result.exit == 0)
            #expect(result.output.contains("info: Stream users: 12 records read."))
            #expect(!result.output.contains("\"LOG\""), "\(result.output)")
            #expect(result.output.contains("\"RECORD\""))
        }
    }

    @Test("progress fits, whatever the width", arguments: [80, 40])
    func progress(_ columns: Int) async throws {
        try await Bench.with { bench in
            let inputs = ["read", Bench.manifestName, "--config", Bench.configName]
            let result = try await bench.engine(inputs, script: Self.script(columns: columns, ">/dev/null"))
            #expect(result.exit == 0, "\(result.output)")
            let text = result.output.replacing(try Regex("\u{1B}\\[[0-9]*[A-Z]"), with: "")
            let lines = text.split(whereSeparator: \.isNewline)
            #expect(lines.count >= 6)
            #expect(lines.allSatisfy { $0.count < columns }, "\(text)")
        }
    }
}
