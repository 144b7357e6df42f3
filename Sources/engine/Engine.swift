import ArgumentParser
import Diagnostics
import HTTP

/// The command line of the engine.
@main
struct Engine: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "engine",
        abstract: "Reads APIs that are described by a YAML manifest.",
        discussion: """
            A manifest in Airbyte's low-code language says how to log in, what to request, how to page, what to keep and \
            how to continue next time. The messages of the Airbyte protocol go to standard output, one JSON object per \
            line; progress and errors for people go to standard error.

            The manifest may also come first, so that a manifest with the line '#!/usr/bin/env engine' can be run:
              engine gong.yaml read --config config.json

            Exit codes: 0 success, also where a check reports FAILED; 1 a stream is incomplete, or a \
            command failed; 2 wrong arguments; 3 an error in the manifest; 4 an error in the configuration; 5 an error in \
            catalog, state or another file; 128 plus the number of the signal that ended the run early: 129 hangup, 130 \
            SIGINT, 141 broken pipe, 143 SIGTERM.
            """,
        version: EngineVersion.text,
        subcommands: [
            SpecCommand.self, CheckCommand.self, DiscoverCommand.self, ReadCommand.self, ValidateCommand.self,
            ExplainCommand.self, SchemaCommand.self,
        ]
    )

    static func main() async {
        Console.reserveDescriptors()
        FileLimit.raise()
        if let shortage = FileLimit.shortage {
            Console.error("error: \(shortage)")
            leave(ExitStatus.failed.rawValue)
        }
        let arguments = CommandLineArguments.normalized(Array(ProgramArguments.all.dropFirst()))
        Console.hide(SecretMask(CommandLineArguments.values(in: arguments)))
        if let fault = CommandLineArguments.fault(in: arguments) {
            Console.error(fault)
            leave(ExitStatus.usage.rawValue)
        }
        do {
            var command = try parseAsRoot(arguments)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let code as ExitStatus {
            leave(code.rawValue)
        } catch {
            let code = exitCode(for: error).rawValue
            let text = fullMessage(for: error)
            if code == 0 { Console.out(text) } else { Console.error(text) }
            leave(code == 0 ? 0 : ExitStatus.usage.rawValue)
        }
    }
}

/// What the exit codes mean.
enum ExitStatus: Int32, Error {
    case failed = 1
    case usage = 2
    case manifest = 3
    case configuration = 4
    case input = 5
    /// The terminal was closed.
    case hungUp = 129
    /// SIGINT.
    case interrupted = 130
    /// Standard output is no longer read.
    case brokenPipe = 141
    /// SIGTERM.
    case terminated = 143
}
