import AirbyteProtocol
import Config
import Diagnostics
import HTTP
import JSON
import Manifest
import Text

/// One call of a connector: its session, with the network and everything that gets messages.
struct ConnectorCall: Sendable {
    let session: EngineSession
    private let secrets: SecretMask
    private let output: MessageOutput
    private let transport: AsyncHTTPTransport?
    private let keeper: ConfigurationKeeper

    /// - Throws: `ConnectorError` for options and configurations that cannot be used at all; whether the manifest allows
    ///   the configuration is asked of the session.
    init(_ connector: Connector, _ config: Configuration, isCheck: Bool = false) throws(ConnectorError) {
        let options = connector.options
        let secrets = SecretMask(LiteralSecrets.values(in: connector.manifest.root))
        let transportOptions = try options.transportOptions(isCheck: isCheck)
        for secret in transportOptions.proxies.secrets { secrets.add(secret) }
        let hosts = CredentialHosts(allowed: try options.hosts(), secrets: secrets)
        let keeper = ConfigurationKeeper(config.input.values, connector.memory, options.onConfigurationChange)
        output = Self.output(options, secrets, keeper)
        transport = options.transport == nil ? AsyncHTTPTransport(options: transportOptions, hosts: hosts) : nil
        self.secrets = secrets
        self.keeper = keeper
        do {
            session = try EngineSession(
                manifest: connector.manifest,
                config: keeper.replacement.map { ConfigInput($0) } ?? config.input,
                transport: options.transport ?? transport ?? AsyncHTTPTransport(),
                clock: options.clock,
                messages: output,
                secrets: secrets,
                hosts: hosts,
                options: isCheck ? options.runOptions.ofCheck : options.runOptions,
                configStore: keeper
            )
        } catch {
            throw ConnectorError(error, .invalidConfiguration, secrets)
        }
    }

    private static func output(
        _ options: ConnectorOptions,
        _ secrets: SecretMask,
        _ keeper: ConfigurationKeeper
    ) -> MessageOutput {
        MessageOutput(
            to: SilentOutput(),
            format: .records,
            clock: options.clock,
            secrets: secrets,
            lowestLevel: options.onLog == nil ? .fatal : options.logLevel.logLevel,
            sendsLogs: false,
            logs: { options.onLog?(LogLine(level: LogLine.Level($0), text: $1)) },
            onConfig: keeper.keep
        )
    }

    /// Does what is to be done, and then closes the network; says as well when a configuration could not be kept.
    func closing<Result>(_ body: () async throws -> Result) async throws -> Result {
        let result: Result
        do { result = try await body() } catch {
            await transport?.shutdown()
            if let loss { output.log(.error, loss) }
            if error is CancellationError { throw error }
            let error = ConnectorError(error, .failed, secrets)
            guard let loss else { throw error }
            throw ConnectorError(
                .configurationNotKept,
                "\(loss)\n\(error.message)",
                kind: .system,
                detail: error.detail,
                problems: error.problems,
                streams: error.streams
            )
        }
        await transport?.shutdown()
        if let loss { throw ConnectorError(.configurationNotKept, loss, kind: .system) }
        return result
    }

    /// Says that a configuration could not be kept; nil while all is well.
    private var loss: String? {
        keeper.failure.map { secrets.masked("The configuration changed and could not be saved: \($0)") }
    }

    // MARK: Configuration

    /// What the manifest does not allow of the configuration; nil when it is fine.
    var configError: ConnectorError? {
        session.configFaults.map { ConnectorError($0, .invalidConfiguration, secrets) }
    }

    /// Everything there is to say about the configuration.
    var problems: [Problem] {
        (session.configFaults?.diagnostics.problems(secrets) ?? []) + session.configWarnings.problems(secrets)
    }

    /// Throws for a configuration that the manifest does not allow; else hands over what migrations made of it.
    func checkConfig() throws(ConnectorError) {
        if let configError { throw configError }
        if let migrated = session.migratedConfig { output.configChanged(migrated) }
    }

    // MARK: Doing

    /// Checks the configuration.
    func check() async throws -> CheckResult {
        if let configError { return .failed(configError) }
        try checkConfig()
        let failure = try await session.checkFailure()
        try Task.checkCancellation()
        return failure.map { .failed(ConnectorError($0, .failed, secrets)) } ?? .succeeded
    }

    /// Reads streams into a channel.
    func read(_ names: [String], _ state: SyncState, into channel: EventChannel) async throws {
        try checkConfig()
        let run = try session.makeRun(states: state.input.streams)
        let streams = try await session.streams(in: run)
        let choice = try choice(names, of: streams, state)
        if let refusal = choice.refusal { throw ConnectorError(refusal, .invalidManifest, secrets) }
        let warnings = state.input.warnings.all + StreamChoice(streams).unknownStates(state.input)
        for warning in warnings { output.log(.warn, warning.headline) }
        let reader = SourceReader(
            run: run,
            output: output,
            destination: EventDestination(channel: channel),
            progress: ReadProgress(choice.selections.map(\.stream.name))
        )
        let failures = await reader.read(choice)
        try Task.checkCancellation()
        guard !failures.isEmpty else { return }
        throw incomplete(failures.map { StreamFailure($0.stream, $0.failure, secrets) })
    }

    private func choice(
        _ names: [String],
        of streams: SourceStreams,
        _ state: SyncState
    ) throws -> StreamChoice.Choice {
        do {
            return try StreamChoice(streams).selections(
                catalog: nil,
                catalogName: "",
                patterns: names,
                patternSource: "the read",
                states: state.input
            )
        } catch {
            throw ConnectorError(error, .unknownStream, secrets)
        }
    }

    private func incomplete(_ failures: [StreamFailure]) -> ConnectorError {
        let kinds = Set(failures.map(\.kind))
        return ConnectorError(
            .incompleteRead,
            "These streams are incomplete:\n" + failures.map(\.description).joined(separator: "\n"),
            kind: kinds.count == 1 ? kinds.first ?? .system : kinds.contains(.configuration) ? .configuration : .system,
            streams: failures
        )
    }
}
