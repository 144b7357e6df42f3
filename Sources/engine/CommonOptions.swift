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
    @Flag(name: .shortAndLong, help: "Write only errors to standard error.")
    var quiet = false

    @Option(name: .long, help: "The lowest log level that is written.")
    var logLevel = LogLevel.info
}

/// Options of the commands that need a configuration.
struct ConfigOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: """
            The configuration, a JSON file. ${NAME} inside a string is replaced by that environment variable, \
            ${NAME:-default} by the default if it is not set.
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
            Saves values that changed in the configuration file. By default, renewed OAuth tokens are saved; \
            with this option also what the manifest's migrations change, and a renewed token replaces its ${NAME}.
            """
    )
    var updateConfig: Bool?

    func validate() throws {
        if updateConfig == true && (config ?? "-") == "-" {
            throw ValidationError("--update-config needs a file to rewrite, named with --config")
        }
    }
}
