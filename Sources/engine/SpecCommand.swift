import AirbyteProtocol
import ArgumentParser
import Diagnostics
import ManifestEngine

/// `engine spec`: what a user configures.
struct SpecCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spec",
        abstract: "Prints the manifest's connection specification: what has to be configured."
    )

    @Argument(help: "The manifest, a YAML file.", completion: .file(extensions: ["yaml", "yml"]))
    var manifest: String

    @OptionGroup var logging: LogOptions

    func run() async throws {
        let command = try CommandRun(manifest: manifest, logging: logging)
        try await command.perform {
            let source = try command.load().source()
            guard let spec = source.spec else {
                throw EngineFailure(.system, "The manifest has no spec.")
            }
            command.output.send(Messages.spec(spec.message))
        }
    }
}
