import AirbyteProtocol
import Config
import Dates
import Diagnostics
import Glibc
import HTTP
import ManifestEngine

/// What the commands have in common: reading the inputs, writing messages, reporting faults, leaving with a code.
final class CommandRun: Sendable {
    let output: MessageOutput
    let secrets = SecretMask()
    let clock = SystemClock()
    let transport: AsyncHTTPTransport
    private let hosts: CredentialHosts
    private let options: RunOptions
    private let manifestPath: String
    private let configuration: ConfigOptions?
    private let python: PythonOptions?
    private let isQuiet: Bool
    /// Whether warnings about the manifest are messages too.
    private let logsWarnings: Bool
    private let update: ConfigUpdate
    /// Where the messages of `output` go.
    let destination = StandardOutput()
    /// What makes the command end before it begins.
    private let startFault: CommandFault?

    init(
        manifest: String,
        logging: LogOptions,
        configuration: ConfigOptions? = nil,
        network: NetworkOptions? = nil,
        python: PythonOptions? = nil,
        options: RunOptions? = nil,
        responseTimeout: Double? = nil,
        format: MessageOutput.Format = .messages,
        showsLogs: Bool = false,
        logsWarnings: Bool = false
    ) throws {
        signal(SIGPIPE, SIG_IGN)
        Console.hide(secrets)
        manifestPath = manifest
        self.configuration = configuration
        self.python = python ?? network?.python
        self.options = options ?? network?.runOptions ?? RunOptions()
        var transportOptions: TransportOptions
        (transportOptions, startFault) = network?.settings(ProcessEnvironment.variables) ?? (TransportOptions(), nil)
        if let responseTimeout {
            transportOptions.readTimeout = responseTimeout
            transportOptions.connectTimeout = responseTimeout
        }
        for secret in transportOptions.proxies.secrets { secrets.add(secret) }
        hosts = CredentialHosts(allowed: network?.allowHost ?? [], secrets: secrets)
        transport = AsyncHTTPTransport(options: transportOptions, hosts: hosts)
        self.isQuiet = logging.quiet
        self.logsWarnings = logsWarnings && logging.logLevel <= .warn
        let lowestShown = logging.quiet ? LogLevel.error : logging.logLevel
        let update = ConfigUpdate(
            configuration,
            isHandedOut: format == .messages,
            environment: ProcessEnvironment.variables
        )
        self.update = update
        let isQuiet = logging.quiet
        let showsLogs = showsLogs || logging.logLevel == .debug || Console.areTerminals
        let output = MessageOutput(
            to: destination,
            format: format,
            clock: clock,
            secrets: secrets,
            flushesAtOnce: Console.outputIsTerminal,
            lowestLevel: logging.logLevel,
            sendsLogs: !Console.areTerminals,
            logs: { level, text in
                // Log lines about failures are for readers of messages; here failures are printed as such.
                if showsLogs && level >= lowestShown && level < .error && Interruption.shared.cause == nil {
                    Console.error("\(level.rawValue.lowercased()): \(text)")
                }
            },
            onConfig: { config in
                if let file = update.store(config), !isQuiet {
                    Console.error("\(file): the OAuth tokens were renewed and saved in this file")
                }
            },
            onFailure: { if showsLogs && Interruption.shared.cause == nil { Console.error($1, of: $0) } }
        )
        self.output = output
        update.onWarning { text in
            output.log(.warn, text)
            if !showsLogs && !isQuiet { Console.error("warning: \(text)") }
        }
    }

    // MARK: Inputs

    /// The manifest, checked; its warnings go to standard error.
    ///
    /// - Parameter bearsFaultyStreams: continues without faulty streams; they are named in the source.
    /// - Throws: all faults of the manifest, with those of the configuration as far as it can be judged then.
    func load(bearsFaultyStreams: Bool = true) throws -> Manifest {
        let bytes: [UInt8]
        do { bytes = try Files.read(manifestPath, role: "manifest") } catch { throw CommandFault(.manifest, error) }
        do {
            let python = python?.interpreter(for: bytes)
            let manifest =
                bearsFaultyStreams
                ? try Manifest.loadSoundStreams(bytes, name: manifestPath, secrets: secrets, python: python)
                : try Manifest.load(bytes, name: manifestPath, secrets: secrets, python: python)
            for warning in manifest.diagnostics.inFileOrder {
                if !isQuiet { Console.error(warning.rendered) }
                if logsWarnings { output.send(Messages.log(.warn, secrets.masked(warning.headline))) }
            }
            return manifest
        } catch let fault as ManifestFault {
            throw CommandFault(.manifest, withConfigFaults(fault) { Manifest.specification(bytes, name: manifestPath) })
        } catch {
            throw CommandFault(.manifest, error)
        }
    }

    /// Faults of the manifest with those of the configuration, where one was named.
    ///
    /// - Parameter spec: what the configuration is checked against; nil when unknown.
    func withConfigFaults(_ fault: ManifestFault, spec: () -> Spec?) -> ManifestFault {
        guard configuration != nil, !lacksConfiguration else { return fault }
        var all = fault.diagnostics
        do {
            let input = try readConfig()
            let config = try PreparedConfig(input, by: spec(), clock: clock, secrets: secrets)
            all.add(contentsOf: config.fault?.diagnostics ?? Diagnostics())
        } catch let fault as ManifestFault {
            all.add(contentsOf: fault.diagnostics)
        } catch {
            // The result of a migration is checked once the manifest is valid.
        }
        return ManifestFault(all)
    }

    /// The manifest with the configuration.
    ///
    /// - Parameter manifest: one that was loaded before.
    func session(of manifest: Manifest? = nil) throws -> EngineSession {
        let manifest = try manifest ?? load()
        let config: ConfigInput
        do { config = try readConfig() } catch { throw CommandFault(Self.status(of: error), error) }
        do {
            let session = try EngineSession(
                manifest: manifest,
                config: config,
                transport: transport,
                clock: clock,
                messages: output,
                secrets: secrets,
                hosts: hosts,
                options: options,
                configStore: update
            )
            // Nothing is written before a configuration is whole.
            if session.input.faults.hasErrors, let fault = Self.fault(of: session) { throw fault }
            if let migrated = session.migratedConfig { output.configChanged(migrated) }
            update.begin(
                read: session.input.values,
                migrated: session.migratedConfig,
                inForce: session.context.config
            )
            if !isQuiet { for warning in session.configWarnings.all { Console.error(warning.rendered) } }
            return session
        } catch let fault as CommandFault {
            throw fault
        } catch let fault as ManifestFault {
            throw CommandFault(config.faults.hasErrors ? .configuration : .manifest, fault)
        } catch {
            throw CommandFault(.configuration, EngineFailure.from(error))
        }
    }

    /// What is wrong with the configuration, and with streams of the manifest that are refused.
    private static func fault(of session: EngineSession) -> CommandFault? {
        session.configFaults.map { faults in
            var all = Diagnostics(session.source.refused.flatMap(\.fault.diagnostics.all))
            all.add(contentsOf: faults.diagnostics)
            return CommandFault(.configuration, ManifestFault(all))
        }
    }

    /// A value that cannot be set is a wrong argument, anything else a fault of the configuration.
    private static func status(of error: any Error) -> ExitStatus {
        let codes = Set((error as? ManifestFault)?.diagnostics.errors.map(\.code) ?? [])
        return codes == [ConfigOverride.faultCode] ? .usage : .configuration
    }

    /// The manifest with a configuration that its specification allows.
    func soundSession(of manifest: Manifest? = nil) throws -> EngineSession {
        let session = try session(of: manifest)
        if let fault = Self.fault(of: session) { throw fault }
        if let fault = session.configFault { throw fault }
        return session
    }

    private func readConfig() throws -> ConfigInput {
        let path = configuration?.config
        // A misspelled option is reported before a missing file.
        for text in configuration?.set ?? [] { _ = try ConfigOverride(text) }
        let bytes = try path.map { try Files.read($0, role: "configuration") } ?? Array("{}".utf8)
        return try update.read(bytes, name: path ?? ConfigFile.noFile)
    }

    /// A JSON file other than the configuration.
    func input(_ path: String, role: String) throws -> InputFile {
        do {
            return InputFile(name: path, bytes: try Files.read(path, role: role), role: role)
        } catch {
            throw CommandFault(.input, error)
        }
    }

    private var lacksConfiguration: Bool { configuration.map { $0.config == nil && $0.set.isEmpty } ?? false }

    // MARK: Ending

    /// Runs the body of a command and ends it: errors become messages, console output and exit codes; the network is closed.
    ///
    /// A signal cancels the body, which then ends in order.
    func perform(_ body: @escaping @Sendable () async throws -> Void) async throws {
        Interruption.shared.watchSignals()
        let status = await outcome(of: body)
        if let name = Interruption.shared.cause?.name {
            output.error(EngineFailure(.transient, "The run was stopped early by \(name)."))
        }
        output.flush()
        await transport.shutdown()
        if let cause = Interruption.shared.cause { throw cause.status }
        if let failure = output.failure ?? update.failure {
            Console.error("error: \(failure)")
            throw ExitStatus.failed
        }
        if let status { throw status }
    }

    private func outcome(of body: @escaping @Sendable () async throws -> Void) async -> ExitStatus? {
        let work = Task { try await body() }
        Interruption.shared.onEnd { work.cancel() }
        do {
            if let startFault { throw startFault }
            try await work.value
            return nil
        } catch  where Interruption.shared.cause != nil {
            return nil
        } catch let status as ExitStatus {
            return status
        } catch let fault as CommandFault {
            report(
                fault.error,
                type: fault.status == .input || fault.status == .usage ? .config : nil,
                status: fault.status
            )
            return fault.status
        } catch let fault as ManifestFault {
            report(fault, type: nil, status: .manifest)
            return .manifest
        } catch {
            let failure = EngineFailure.from(error)
            let status = failure.type == .config ? ExitStatus.configuration : .failed
            report(failure, type: nil, status: status)
            return status
        }
    }

    private func report(_ error: any Error, type: FailureType?, status: ExitStatus) {
        let failure = EngineFailure.from(error)
        if let fault = error as? ManifestFault {
            Console.error(secrets.masked(fault.description))
            let count = fault.diagnostics.errors.count
            if count > 1 { Console.error("\(count) errors") }
        } else {
            Console.error("error: \(secrets.masked(failure.message))")
            if let detail = failure.detail { Console.error(secrets.masked(detail)) }
        }
        if lacksConfiguration && status == .configuration {
            Console.error("  fix: name a file with --config; 'engine spec \(manifestPath)' prints what goes into it")
        }
        output.error(EngineFailure(type ?? failure.type, failure.message, detail: failure.detail))
    }
}

/// An error and the exit code it leads to.
struct CommandFault: Error {
    let status: ExitStatus
    let error: any Error

    init(_ status: ExitStatus, _ error: any Error) {
        self.status = status
        self.error = error
    }
}
