import Glibc

/// Runs a target on inputs that are made one after the other, for some time.
///
/// The input that is being tried stands in a file, mapped into memory, so that it is still there when the process dies.
package struct FuzzRun {
    private let target: FuzzTarget
    private let current: CurrentInput
    private var mutator: FuzzMutator
    private var corpus: [[UInt8]]

    /// - Parameters:
    ///   - inputs: what to begin with, beside the target's own seeds.
    ///   - path: the file for the input that is being tried.
    package init(_ target: FuzzTarget, seed: UInt64, inputs: [[UInt8]], current path: String) throws {
        self.target = target
        current = try CurrentInput(path)
        mutator = FuzzMutator(target, seed: seed)
        corpus = target.seeds + inputs
    }

    /// Runs for that many seconds; returns the number of inputs tried.
    package mutating func run(seconds: Double) -> Int {
        let end = Self.now + seconds
        var count = 0
        for input in corpus { attempt(input) }
        while Self.now < end {
            let input = mutator.next(from: corpus)
            attempt(input)
            count += 1
            // Changes add up: some inputs become the beginning of others.
            if count % 50 == 0, input.count < 2000 { keep(input, count) }
        }
        return count
    }

    private mutating func keep(_ input: [UInt8], _ count: Int) {
        if corpus.count < 500 { corpus.append(input) } else { corpus[count % 500] = input }
    }

    private func attempt(_ input: [UInt8]) {
        current.set(input)
        target.run(input)
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
