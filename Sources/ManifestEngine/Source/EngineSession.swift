import AirbyteProtocol
package import Config
package import Dates
package import Diagnostics
package import HTTP
package import JSON
import Manifest

/// A manifest together with a configuration: what `check`, `discover` and `read` work on.
package struct EngineSession: Sendable {
    package let source: DeclarativeSource
    package let context: RunContext
    private let prepared: PreparedConfig

    /// Prepares a session: components are made, the configuration is migrated.
    ///
    /// `configFaults` says whether the configuration fits the manifest.
    ///
    /// - Parameters:
    ///   - config: with strings from `--set` and variables, which are converted to the types of the specification.
    ///   - secrets: gets the secrets of the configuration, so that they appear in no message.
    ///   - hosts: learns the hosts that the manifest names; nil when the transport follows no redirects.
    package init(
        manifest: Manifest,
        config input: ConfigInput,
        transport: any HTTPTransport,
        clock: any EngineClock,
        messages: any MessageSink,
        secrets: SecretMask,
        hosts: CredentialHosts? = nil,
        options: RunOptions = RunOptions(),
        configStore: (any ConfigStore)? = nil,
        random: @escaping @Sendable () -> UInt64 = { UInt64.random(in: .min ... .max) }
    ) throws {
        source = try manifest.source()
        // Rules of the specification may be classes, which see the configuration as it was read.
        source.python?.begin(config: input.values) { messages.debug("Python: \($0)") }
        prepared = try PreparedConfig(input, by: source.spec, clock: clock, secrets: secrets)
        if !prepared.bareSecrets.isEmpty { messages.log(.warn, Self.unmasked(prepared.bareSecrets)) }
        source.python?.begin(config: prepared.inForce) { messages.debug("Python: \(secrets.masked($0))") }
        context = RunContext(
            config: prepared.inForce,
            transport: transport,
            clock: clock,
            messages: messages,
            secrets: secrets,
            hosts: hosts,
            options: options,
            manifestFolder: manifest.folder,
            configStore: configStore,
            changes: source.parts.changes,
            random: random
        )
        context.hosts.name { [parts = source.parts, weak context] in
            guard let scope = context?.makeScope() else { return [] }
            let mapped = parts.all(NamedAddress.self).flatMap { HttpRequester.namedTexts($0.template, in: scope) }
            return parts.all(HttpRequester.self).flatMap { $0.namedAddresses(in: scope) } + mapped
        }
    }

    private static func unmasked(_ places: [String]) -> String {
        "Too short to mask in messages: \(places.joined(separator: ", ")) of the "
            + "configuration. Secrets shorter than three characters are not masked."
    }

    /// The configuration as it was read, and the original names of its settings.
    package var input: ConfigInput { prepared.input }

    /// The configuration as the manifest's migrations left it, for the caller to store; nil when they changed nothing.
    package var migratedConfig: JSONObject? { prepared.migrated }

    /// Everything in the configuration that violates the manifest's `connection_specification`, and the variables that are
    /// not set; nil when it is valid.
    package var configFaults: ManifestFault? { prepared.fault }

    /// The same as a failure.
    package var configFault: EngineFailure? { configFaults.map { EngineFailure(.config, $0.description) } }

    /// Warnings about the configuration: settings that the specification does not have, duplicate names.
    package var configWarnings: Diagnostics {
        source.spec?.unknownSettings(of: migratedConfig ?? input.values, input) ?? input.warnings
    }

    // MARK: check

    /// Checks the streams that the manifest names; nil when all of them can be read.
    package func check() async throws -> String? { try await checkFailure()?.message }

    /// The same as a failure that says who has to act.
    func checkFailure() async throws -> EngineFailure? {
        try source.check.overrides.apply(to: context, of: source)
        return try await source.check.failure(of: SourceCheck(source, run: try makeRun(isCheck: true)))
    }

    /// Why streams that the check names cannot be checked at all.
    package var checkRefusals: [String] {
        source.check.streamNames.compactMap { name in
            source.refused.first { $0.name == name }?.checkText
        }
    }

    // MARK: discover

    /// The CATALOG message, and the streams that are not in it because of errors.
    package func catalog() async throws -> (message: JSONValue, refused: [RefusedStream]) {
        let run = try makeRun()
        let streams = try await streams(in: run)
        var entries: [JSONValue] = []
        for stream in streams.all { entries.append(try await stream.catalogEntry(in: run)) }
        return (Messages.catalog(entries), streams.refused)
    }

    // MARK: read

    /// The streams of the source, as configuration and states choose them; may call the API for them.
    package func streams(in run: SourceRun) async throws -> SourceStreams { try await source.streams(in: run) }

    /// The run that streams are read in: workers, budget, cache.
    ///
    /// - Parameters:
    ///   - isCheck: whether the streams are only tried.
    ///   - states: the states to begin with, by stream.
    package func makeRun(isCheck: Bool = false, states: JSONObject = [:]) throws -> SourceRun {
        let scope = context.makeScope()
        try source.spec?.validate(context.config, in: scope)
        return SourceRun(
            context: context,
            budget: try source.budget?.makeBudget(in: scope),
            workers: try source.concurrency.workers(in: scope),
            isCheck: isCheck,
            inputStates: states,
            jobs: try source.jobCount(in: scope)
        )
    }
}
