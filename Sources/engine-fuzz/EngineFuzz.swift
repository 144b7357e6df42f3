import ArgumentParser
import EngineFuzzing

/// Runs the readers of foreign input on generated inputs; `scripts/fuzz` runs all targets and keeps what kills one.
@main
struct EngineFuzz: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "engine-fuzz",
        abstract: "Runs a reader of foreign input on generated inputs; without a target, lists them."
    )

    @Argument(help: "The target to try.")
    var target: String?

    @Option(help: "How long to run, in seconds.")
    var seconds = 10.0

    @Option(help: "The same seed gives the same inputs.")
    var seed: UInt64 = 1

    @Option(help: "The file that holds the input that is being tried.")
    var current = "fuzz-current"

    @Option(help: "A folder of inputs, for a run that is guided by the code that they reach.")
    var corpus: String?

    mutating func run() throws {
        guard let name = target else { return FuzzTarget.all.forEach { print($0.name) } }
        guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
            throw ValidationError("no target '\(name)'; run without a name to list them")
        }
        if let corpus {
            #if GUIDED
                return try GuidedRun.run(target, seconds: seconds, seed: seed, current: current, corpus: corpus)
            #else
                throw ValidationError("this build is not guided; scripts/fuzz makes one that is")
            #endif
        }
        var run = try FuzzRun(target, seed: seed, inputs: [], current: current)
        print("\(name): \(run.run(seconds: seconds)) inputs, no crash")
    }
}
