import Foundation
import Testing

/// Streams that need a class in Python, where no interpreter has what it needs.
@Suite("classes in Python", .timeLimit(.minutes(10)))
struct PythonOptionTests {
    /// No interpreter is found there.
    private static let nowhere = ["PATH": "/nowhere"]

    /// The manifest with a class in `calls`.
    private func withClass(_ bench: Bench) throws {
        let transformation = "transformations: [{type: CustomTransformation, class_name: components.Flatten}]"
        _ = try bench.editManifest(
            "    calls:\n      type: DeclarativeStream\n",
            "    calls:\n      type: DeclarativeStream\n      \(transformation)\n"
        )
    }

    @Test("a stream with a class is refused by name, and the others are read")
    func refused() async throws {
        try await Bench.with { bench in
            try withClass(bench)
            let arguments = [
                "read", Bench.manifestName, "--config", Bench.configName, "--stream", "users", "--stream", "calls",
            ]
            let result = try await bench.engine(arguments, environment: Self.nowhere)
            #expect(result.exit == 1)
            result.expectErrors([
                "CustomTransformation runs the Python class 'components.Flatten' as a transformation",
                "AddFields", "--python",
            ])
            #expect(result.output.contains("\"stream\":\"users\""))
        }
    }

    @Test("--skip-unsupported leaves it out, with a warning")
    func skipped() async throws {
        try await Bench.with { bench in
            try withClass(bench)
            let arguments = [
                "read", Bench.manifestName, "--config", Bench.configName, "--stream", "users", "--stream", "calls",
                "--skip-unsupported",
            ]
            let result = try await bench.engine(arguments, environment: Self.nowhere)
            #expect(result.exit == 0)
            result.expectErrors(["warning: calls is left out: CustomTransformation runs the Python class"])
            #expect(!result.output.contains("\"stream\":\"calls\""))
        }
    }
}
