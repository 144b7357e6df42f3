import AirbyteProtocol
import ArgumentParser
import Diagnostics
import ManifestEngine

/// `engine read`: the records.
struct ReadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Reads records and states.",
        discussion: """
            Without a catalog every stream is read, incrementally where possible. With --checkpoint the state is read \
            from a file at the start and saved there as it advances, so that the next run continues.

            Examples:
              engine read gong.yaml --config config.json --stream 'call*' --format records
              engine read gong.yaml --config config.json --checkpoint gong.state.json > messages.jsonl

            Exit codes: 0 every stream was read to its end; 1 some streams are incomplete; 2 wrong arguments; 3 an error \
            in the manifest; 4 an error in the configuration; 5 an error in catalog, state or checkpoint; 130 and 143 ended \
            by SIGINT or SIGTERM, with the state of everything written in the checkpoint; 141 broken pipe.
            """
    )

    @Argument(help: "The manifest, a YAML file.", completion: .file(extensions: ["yaml", "yml"]))
    var manifest: String

    @OptionGroup var configuration: ConfigOptions

    @Option(
        name: .long,
        help: "Which streams to read: a configured catalog, or what discover printed.",
        completion: .file(extensions: ["json"])
    )
    var catalog: String?

    @Option(name: .long, help: "The state to start from: a list of state messages.", completion: .file())
    var state: String?

    @Option(
        name: .long,
        help: "A file that holds the state: read at the start, if it exists, and updated as the state advances."
    )
    var checkpoint: String?

    @Option(name: .long, help: "Reads only streams with this name; * and ? are wildcards. Repeatable.")
    var stream: [String] = []

    @Option(
        name: .long,
        help: """
            What is written: all messages, or only the records, bare when one stream is selected and as \
            {"stream":…,"data":…} when there are several.
            """
    )
    var format = MessageOutput.Format.messages

    @Option(
        name: .long,
        help: "Reads at most this many records per stream; the state does not cover what was cut off."
    )
    var limit: Int?

    @Flag(name: .long, help: "Fails a stream whose settings match nothing: no records at field_path, no cursor values.")
    var strict = false

    @Flag(name: .long, help: "Reads every slice, even if all of them fail in the same way.")
    var keepGoing = false

    @Flag(
        name: .long,
        help: "Leaves out streams that need what this engine does not support, with a warning each, instead of failing."
    )
    var skipUnsupported = false

    @OptionGroup var network: NetworkOptions
    @OptionGroup var logging: LogOptions

    func validate() throws {
        if state != nil && checkpoint != nil {
            throw ValidationError("--state and --checkpoint both say where to start; give one of them")
        }
        if let limit, limit < 1 { throw ValidationError("--limit needs a number of records, 1 or more") }
    }

    private var runOptions: RunOptions {
        var options = network.runOptions
        options.recordLimit = limit
        options.isStrict = strict
        options.keepsGoing = keepGoing
        return options
    }

    func run() async throws {
        let canDraw = Console.errorIsTerminal && !Console.outputIsTerminal
        let isLive = canDraw && !logging.quiet && logging.logLevel > .debug
        let command = try CommandRun(
            manifest: manifest,
            logging: logging,
            configuration: configuration,
            network: network,
            options: runOptions,
            format: format,
            showsLogs: !isLive,
            logsWarnings: true
        )
        try await command.perform {
            let session = try command.soundSession()
            let states = try readState(command)
            let run = try session.makeRun(states: states.streams)
            let streams = try await session.streams(in: run)
            let choice = try choice(streams, states, command)
            Interruption.shared.runBegins()
            for stream in choice.skipped {
                Console.error("warning: \(stream.name) is left out: \(stream.reasons)")
            }
            if let refusal = choice.refusal { throw CommandFault(.manifest, refusal) }
            for warning in states.warnings.all + StreamChoice(streams).unknownStates(states) {
                Console.error(warning.rendered)
            }
            if choice.selections.isEmpty && choice.refused.isEmpty && !logging.quiet {
                Console.error("the catalog has no streams to read")
            }
            try await read(choice, run, states, command, isLive: isLive)
        }
    }

    // MARK: Inputs

    private func readState(_ command: CommandRun) throws -> StateInput {
        do {
            if let state { return try StateInput(command.input(state, role: "state")) }
            return try checkpoint.map(Checkpoint.states) ?? StateInput()
        } catch let fault as CommandFault {
            throw fault
        } catch {
            throw CommandFault(.input, error)
        }
    }

    /// The streams to read, in the order of the catalog or else of the manifest.
    private func choice(
        _ streams: SourceStreams,
        _ states: StateInput,
        _ command: CommandRun
    ) throws -> StreamChoice.Choice {
        let file: ConfiguredCatalog?
        do { file = try catalog.map { try ConfiguredCatalog(command.input($0, role: "catalog")) } } catch {
            throw error is CommandFault ? error : CommandFault(.input, error)
        }
        do {
            var choice = try StreamChoice(streams).selections(
                catalog: file,
                catalogName: catalog ?? "",
                patterns: stream,
                states: states
            )
            if skipUnsupported { choice.skipUnsupported() }
            return choice
        } catch {
            // A pattern that matches no stream.
            throw CommandFault(.usage, error)
        }
    }

    // MARK: Reading

    private func read(
        _ choice: StreamChoice.Choice,
        _ run: SourceRun,
        _ states: StateInput,
        _ command: CommandRun,
        isLive: Bool
    ) async throws {
        let progress = ReadProgress(choice.selections.map(\.stream.name))
        let display = ProgressDisplay(progress, clock: command.clock)
        let checkpoint = checkpoint.map { Checkpoint(path: $0, states: states, command: command) }
        let reader = SourceReader(
            run: run,
            output: command.output,
            destination: ProtocolDestination(command.output) { checkpoint?.keep($1, of: $0) },
            progress: progress
        )
        let drawing = isLive ? Task { await display.run() } : nil
        let failures = await reader.read(choice)
        command.output.flush()
        drawing?.cancel()
        await drawing?.value
        if isLive { showWarnings(progress) }
        let isCutOff = Interruption.shared.cause.map { $0.name == nil } ?? false
        if !logging.quiet && !isLive && !isCutOff && !choice.selections.isEmpty { Console.error(display.summary()) }
        if let failure = checkpoint?.failure { throw CommandFault(.input, failure) }
        guard failures.isEmpty else {
            let isTold = !isLive || command.output.failure != nil || Interruption.shared.cause != nil
            if !isTold { for (stream, failure) in failures { Console.error(failure, of: stream) } }
            throw ExitStatus.failed
        }
    }

    /// Repeats what the display of a terminal does not show.
    private func showWarnings(_ progress: ReadProgress) {
        for stream in progress.current {
            for warning in stream.warnings { Console.error("warning: \(stream.name): \(warning)") }
        }
    }
}
