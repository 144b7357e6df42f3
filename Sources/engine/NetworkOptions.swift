import ArgumentParser
import ManifestEngine

/// Options of the commands that send requests: how they reach the network, and how long and how much they bear.
struct NetworkOptions: ParsableArguments {
    /// What the engine is told about a run.
    var runOptions: RunOptions { RunOptions() }

    /// What the network is told.
    ///
    /// Throws for a file that is named and cannot be used.
    func transportOptions() throws -> TransportOptions { TransportOptions() }
}
