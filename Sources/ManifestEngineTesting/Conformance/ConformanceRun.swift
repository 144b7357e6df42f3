import AirbyteProtocol
import Config
import Diagnostics
package import Foundation
package import JSON
import ManifestEngine

/// Runs a conformance case with the engine and gives the result in the form of the golden files.
package struct ConformanceRun {
    /// What one run gave.
    package struct Result: Sendable {
        package let outcome: JSONValue
        package let requests: [String]
        package let records: [String]
        package let state: JSONObject
        /// Requests the case has no response for.
        package let unmatched: [String]
    }

    private let test: ConformanceCase
    private let manifest: String
    private let python: String?

    /// - Parameter python: the interpreter for cases with classes in Python.
    package init(_ test: ConformanceCase, sharedManifest: URL, python: String? = nil) throws {
        self.test = test
        self.python = test.needsPython ? python : nil
        manifest = try test.manifestText(shared: sharedManifest)
    }

    /// All runs, each beginning with the state and configuration that the one before left.
    package func results() async throws -> [Result] {
        var results: [Result] = []
        var state = try test.state()
        var config = try test.config()
        for run in 1...test.runs {
            let result = try await result(run, config: config, state: state)
            for (name, value) in result.state { state.set(value.object ?? [:], for: name) }
            if let last = result.outcome["controls"]?.array?.last {
                config = try JSONValue(parsing: ConformanceCase.unmasked(last.text)).object ?? config
            }
            results.append(result)
        }
        return results
    }

    private func result(_ run: Int, config: JSONObject, state: StateInput) async throws -> Result {
        let transport = StubTransport(try test.responses(run))
        // Classes in Python may send requests of their own.
        let server = python == nil ? nil : try await StubServer.start(transport)
        let address = server.map { "127.0.0.1:\($0.port)" } ?? ConformanceCase.address
        let config =
            try JSONValue(
                parsing: JSONValue.object(config).text.replacing(ConformanceCase.address, with: address)
            ).object ?? [:]
        let clock = try TestClock(test.moment(run), movesOn: false)
        let destination = MemoryDestination()
        let secrets = SecretMask()
        let output = MessageOutput(to: destination, clock: clock, secrets: secrets)
        let isDone = await perform(config, state, transport, clock, output, secrets)
        output.flush()
        await server?.stop()
        let known = { (text: String) in text.replacing(address, with: ConformanceCase.address) }
        let reading = MessageReading(try destination.messages())
        return Result(
            outcome: try JSONValue(
                parsing: ConformanceCase.masked(
                    known(JSONValue.object(reading.outcome(exit: isDone ? 0 : 1, waits: clock.waits)).text)
                )
            ),
            requests: RequestLines.lines(transport.seen),
            records: destination.lines.map(known).compactMap(MessageReading.recordLine).sorted(),
            state: reading.finalStates,
            unmatched: transport.unmatched
        )
    }

    /// Runs the command; false when it failed.
    private func perform(
        _ config: JSONObject,
        _ state: StateInput,
        _ transport: StubTransport,
        _ clock: TestClock,
        _ output: MessageOutput,
        _ secrets: SecretMask
    ) async -> Bool {
        do {
            let session = try EngineSession(
                manifest: Manifest.loadSoundStreams(
                    Array(manifest.utf8),
                    name: test.folder.appending(path: "manifest.yaml").path,
                    python: python
                ),
                config: ConfigInput(config),
                transport: transport,
                clock: clock,
                messages: output,
                secrets: secrets,
                random: { .max }
            )
            if let migrated = session.migratedConfig { output.configChanged(migrated) }
            return try await perform(session, state, output)
        } catch {
            output.error(EngineFailure.from(error))
            return false
        }
    }

    private func perform(_ session: EngineSession, _ state: StateInput, _ output: MessageOutput) async throws -> Bool {
        switch test.command {
        case "spec":
            if let spec = session.source.spec { output.send(Messages.spec(spec.message)) }
            return true
        case "check":
            let failure = if let fault = session.configFault { fault.message } else { try await session.check() }
            output.send(Messages.connectionStatus(failure: failure))
            return true
        case "discover":
            if let fault = session.configFault { throw fault }
            output.send(try await session.catalog().message)
            if let fault = RefusedStream.failure(of: session.source.refused) { throw fault }
            return true
        default:
            if let fault = session.configFault { throw fault }
            return try await read(session, state, output)
        }
    }

    private func read(_ session: EngineSession, _ state: StateInput, _ output: MessageOutput) async throws -> Bool {
        let catalog =
            try test.catalog()
            ?? test.streams.map { names in
                let streams: [JSONValue] = names.map { ["stream": ["name": .string($0)]] }
                let text = JSONValue.object(["streams": .array(streams)]).text
                return try ConfiguredCatalog(InputFile(name: "catalog", bytes: Array(text.utf8), role: "catalog"))
            }
        let run = try session.makeRun(states: state.streams)
        let choice = try StreamChoice(await session.streams(in: run)).selections(
            catalog: catalog,
            catalogName: "catalog.json",
            patterns: [],
            states: state
        )
        if let refusal = choice.refusal { throw refusal }
        let reader = SourceReader(
            run: run,
            output: output,
            progress: ReadProgress(choice.selections.map(\.stream.name))
        )
        return await reader.read(choice).isEmpty
    }
}
