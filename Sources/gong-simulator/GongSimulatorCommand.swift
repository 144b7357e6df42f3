import ArgumentParser
import Dispatch
import GongSimulator

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Serves an invented company over the Gong API on loopback until it is told to stop.
@main
struct GongSimulatorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gong-simulator",
        abstract: "Serves an invented company over the Gong API v2 on 127.0.0.1.",
        discussion: """
            Prints "ready http://127.0.0.1:PORT" once it listens; SIGTERM or SIGINT stops it. Equal options give \
            equal data; raising a count adds records and changes none.

            Besides the API there is, below /__simulator/: GET stats, GET requests (with --record), POST faults (one \
            fault per line), POST release-late-calls, POST expire-cursors, POST revoke-access-tokens, POST reset.

            A fault is \(Fault.grammar). Example: 'POST /v2/calls/transcript 503 times=2'.
            """
    )

    @OptionGroup(title: "Server") var server: ServerArguments
    @OptionGroup(title: "Company") var company: CompanyArguments
    @OptionGroup(title: "Access") var access: AccessArguments

    /// Checks values that only make sense together with the library's own types.
    func validate() throws {
        _ = try options()
    }

    /// Serves until a signal arrives.
    func run() async throws {
        let (stops, continuation) = AsyncStream.makeStream(of: Void.self)
        let sources = Self.watchStopSignals { continuation.yield() }
        defer { sources.forEach { $0.cancel() } }
        let simulator = try await GongSimulator.start(try options(), port: server.port)
        print("ready \(simulator.baseURL)")
        fflush(nil)
        for await _ in stops { break }
        try await simulator.stop()
    }

    private func options() throws -> SimulatorOptions {
        var options = SimulatorOptions()
        try company.apply(to: &options)
        access.apply(to: &options)
        try server.apply(to: &options)
        return options
    }

    /// Calls back at SIGTERM and SIGINT, in place of their default effect, until the sources are cancelled.
    private static func watchStopSignals(_ callBack: @escaping @Sendable () -> Void) -> [any DispatchSourceSignal] {
        [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler(handler: callBack)
            source.resume()
            return source
        }
    }
}
