import AirbyteProtocol
import ArgumentParser
import Diagnostics
import ManifestEngine

/// `engine check`: whether a configuration works.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks a configuration by reading a first record.",
        discussion:
            """
            The result is in the CONNECTION_STATUS message; the exit code is 0 even if it is FAILED. Failed \
            requests are retried for ten seconds at most.
            """
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
            network: network,
            options: network.runOptions.ofCheck,
            responseTimeout: RunOptions.checkPatience,
            showsLogs: true
        )
        try await command.perform {
            let session = try command.session()
            Interruption.shared.runBegins()
            let failure: String?
            if let fault = session.configFault {
                failure = ([fault.message] + session.checkRefusals).joined(separator: "\n")
            } else {
                if !logging.quiet {
                    let names = session.source.check.streamNames.map { "'\($0)'" }
                    let what = names.isEmpty ? "the first streams" : names.joined(separator: ", ")
                    Console.error("checking \(what): reading until the first record")
                }
                failure = try await session.check()
            }
            try Task.checkCancellation()
            let masked = failure.map(command.secrets.masked)
            if let masked {
                command.output.log(.error, "the check failed: \(masked)")
                Console.error("error: the check failed: \(masked)")
            } else if !logging.quiet {
                Console.error("the check succeeded")
            }
            command.output.send(Messages.connectionStatus(failure: masked, isTold: Console.areTerminals))
        }
    }
}
