import ArgumentParser
import Diagnostics
import ManifestEngine

/// `engine validate`: what is wrong with a manifest.
struct ValidateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Checks a manifest, and a configuration against it, without sending requests.",
        discussion: "Every error and warning is printed with its place, its line, its path and a fix."
    )

    @Argument(help: "The manifest, a YAML file.", completion: .file(extensions: ["yaml", "yml"]))
    var manifest: String

    @OptionGroup var configuration: ConfigOptions
    @OptionGroup var python: PythonOptions
    @OptionGroup var logging: LogOptions

    func run() async throws {
        let command = try CommandRun(manifest: manifest, logging: logging, configuration: configuration, python: python)
        try await command.perform {
            let manifest = try command.load(bearsFaultyStreams: false)
            let source = try manifest.source()
            if !source.refused.isEmpty {
                let fault = ManifestFault(Diagnostics(source.refused.flatMap(\.fault.diagnostics.all)))
                throw CommandFault(.manifest, command.withConfigFaults(fault) { source.spec })
            }
            if configuration.config != nil || !configuration.set.isEmpty {
                _ = try command.soundSession(of: manifest)
            }
            let warnings = manifest.diagnostics.warnings.count
            if !logging.quiet {
                let templates = source.dynamicStreams.count
                let dynamic = templates == 0 ? "" : ", \(Self.count(templates, "template")) of streams"
                let streams = Self.count(source.candidates.count, "stream") + dynamic
                Console.error("\(self.manifest): OK: \(streams), \(Self.count(warnings, "warning"))")
            }
        }
    }

    private static func count(_ number: Int, _ what: String) -> String { "\(number) \(what)\(number == 1 ? "" : "s")" }
}
