import AirbyteProtocol
import ArgumentParser
import Diagnostics

extension LogLevel: ExpressibleByArgument {
    /// Reads a level in any case.
    public init?(argument: String) { self.init(rawValue: argument.uppercased()) }

    /// The levels as they are written on the command line.
    public static var allValueStrings: [String] { allCases.map { $0.rawValue.lowercased() } }
}

extension MessageOutput.Format: ExpressibleByArgument {}

/// Options that all commands share.
struct LogOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Write nothing to standard error but errors.")
    var quiet = false

    @Option(name: .long, help: "The lightest log lines that are written.")
    var logLevel = LogLevel.info
}

/// Options of the commands that need a configuration.
struct ConfigOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: """
            The configuration, a JSON file. ${NAME} inside a text is replaced by that environment variable, \
            ${NAME:-default} by the default when it is not set.
            """,
        completion: .file(extensions: ["json"])
    )
    var config: String?

    @Option(
        name: .long,
        help: "Sets one value of the configuration, for example --set credentials.access_key=abc. Repeatable."
    )
    var set: [String] = []

    @Flag(
        name: .long,
        inversion: .prefixedNo,
        help: """
            Keeps changed values in the configuration file. Without the option OAuth tokens that were renewed are kept; \
            with it what the manifest's migrations change as well, and a renewed token takes the place of its ${NAME}.
            """
    )
    var updateConfig: Bool?

    func validate() throws {
        if updateConfig == true && (config ?? "-") == "-" {
            throw ValidationError("--update-config needs a file to rewrite, named with --config")
        }
    }
}
