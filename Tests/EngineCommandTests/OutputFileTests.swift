import Foundation
import JSON
import Testing

/// What is appended to a file that a killed run may have left.
@Suite("a file as standard output", .timeLimit(.minutes(10)))
struct OutputFileTests {
    private static let name = "out.jsonl"

    @Test(
        "a torn last line stays the only one that cannot be read",
        arguments: [
            ("", ""), ("{\"id\":1}\n", "{\"id\":1}\n"), ("{\"id\":1}", "{\"id\":1}\n"),
            ("{\"id\":1}\n{\"id\":2,\"na", "{\"id\":1}\n{\"id\":2,\"na\n"),
        ],
        [">>", "1<>"]
    )
    func torn(_ row: (before: String, kept: String), _ redirection: String) async throws {
        try await Bench.with { bench in
            try bench.write(row.before, to: Self.name)
            // Opened to read and write, the file is written over from its start unless its end is looked for.
            let script = "{ cat <&1 >/dev/null; \"$@\"; } \(redirection) \(Self.name)"
            let result = try await bench.engine(
                ["read", Bench.manifestName, "--config", Bench.configName, "--stream", "users", "--format", "records"],
                script: redirection == ">>" ? EngineProcess.script(pipeline: ">> \(Self.name)") : script
            )
            #expect(result.exit == 0, "\(result.errors)")
            let text = try bench.text(of: Self.name)
            #expect(text.hasPrefix(row.kept + "{"), "\(text.prefix(100))")
            let new = text.dropFirst(row.kept.count).split(separator: "\n", omittingEmptySubsequences: false)
            #expect(new.last == "")
            #expect(new.dropLast().count == 12)
            #expect(new.dropLast().allSatisfy { (try? JSONValue(parsing: String($0)))?.object != nil })
        }
    }

    @Test("a file that cannot be read gets a blank line rather than a destroyed one")
    func unreadable() async throws {
        // The superuser reads everything.
        guard geteuid() != 0 else { return }
        try await Bench.with { bench in
            try bench.write("{}\n", to: Self.name)
            #expect(chmod(bench.folder.appending(path: Self.name).path, 0o200) == 0)
            let arguments = ["read", Bench.manifestName, "--config", Bench.configName, "--stream", "users"]
            #expect(try await bench.engine(arguments, pipeline: ">> \(Self.name)").exit == 0)
            #expect(chmod(bench.folder.appending(path: Self.name).path, 0o600) == 0)
            #expect(try bench.text(of: Self.name).hasPrefix("{}\n\n{"))
        }
    }
}
