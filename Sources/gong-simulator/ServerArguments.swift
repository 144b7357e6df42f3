import ArgumentParser
import GongSimulator

/// The command line options for the server and its faults.
struct ServerArguments: ParsableArguments {
    @Option(help: "Port to listen on; 0 takes a free one.")
    var port = 8099

    @Option(help: "Threads that respond to requests.")
    var threads = 2

    @Option(help: "Milliseconds by which every response is delayed.")
    var latency = 0

    @Option(help: "A fault; may be given several times.")
    var fault: [String] = []

    @Flag(help: "Keep every request, for GET /__simulator/requests.")
    var record = false

    @Flag(help: "Respond in gzip framing, without compression, to clients that accept it.")
    var gzip = false

    /// Copies the values; a fault that cannot be read is an error.
    func apply(to options: inout SimulatorOptions) throws {
        options.threads = threads
        options.latencyMilliseconds = latency
        options.recordsRequests = record
        options.gzip = gzip
        options.faults = try fault.map { text in
            do {
                return try Fault(parsing: text)
            } catch {
                throw ValidationError("\(error)")
            }
        }
    }
}
