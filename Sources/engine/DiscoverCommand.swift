import AirbyteProtocol
import ArgumentParser
import ManifestEngine

/// `engine discover`: which streams there are.
struct DiscoverCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "discover",
        abstract: "Prints the catalog: streams, keys, cursors and schemas."
    )

    @Argument(help: "The manifest, a YAML file.", completion: .file(extensions: ["yaml", "yml"]))
    var manifest: String

    @OptionGroup var configuration: ConfigOptions
    @OptionGroup var network: NetworkOptions
    @OptionGroup var logging: LogOptions

    func run() async throws {
        let command = try CommandRun(
            manifest: manifest,
            logging: logging,
            configuration: configuration,
            network: network
        )
        try await command.perform {
            let session = try command.soundSession()
            Interruption.shared.runBegins()
            var refused = session.source.refused
            if session.source.hasSoundStreams {
                let catalog = try await session.catalog()
                command.output.send(catalog.message)
                refused = catalog.refused
            }
            if let fault = RefusedStream.failure(of: refused) { throw fault }
        }
    }
}
