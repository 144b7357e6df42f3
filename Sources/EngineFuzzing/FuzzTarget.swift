/// A reader of foreign input that must take any bytes without a trap, and keep its promises about them.
package struct FuzzTarget: Sendable {
    package let name: String
    /// Pieces that mean something to the reader; inputs are put together from them.
    package let words: [String]
    /// Inputs to begin with.
    package let seeds: [[UInt8]]
    /// Runs one input; a broken promise ends the process.
    package let run: @Sendable ([UInt8]) -> Void

    init(_ name: String, words: [String], seeds: [String], run: @escaping @Sendable ([UInt8]) -> Void) {
        self.init(name, words: words, inputs: seeds.map { Array($0.utf8) }, run: run)
    }

    init(_ name: String, words: [String], inputs seeds: [[UInt8]], run: @escaping @Sendable ([UInt8]) -> Void) {
        self.name = name
        self.words = words
        self.seeds = seeds
        self.run = run
    }

    /// All targets, by name.
    package static let all: [FuzzTarget] = [
        .addresses, .bodies, .config, .cookies, .dates, .edit, .encoders, .headers, .heads, .json, .literals, .manifest,
        .paths, .proxies, .regex, .secrets, .state, .template, .unpack, .variables, .yaml,
    ]
}
