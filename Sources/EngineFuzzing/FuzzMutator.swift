/// Makes inputs out of others: the same ones for the same seed.
package struct FuzzMutator {
    private var random: FuzzRandom
    private let words: [[UInt8]]
    private static let longest = 20_000

    package init(_ target: FuzzTarget, seed: UInt64) {
        random = FuzzRandom(seed: seed)
        words = target.words.map { Array($0.utf8) }
    }

    /// One of some inputs with a few changes.
    package mutating func next(from corpus: [[UInt8]]) -> [UInt8] {
        var input = corpus[random.below(corpus.count)]
        for _ in 0...random.below(5) { change(&input, corpus) }
        return Array(input.prefix(Self.longest))
    }

    /// An input with one change.
    package mutating func change(_ input: [UInt8]) -> [UInt8] {
        var changed = input
        change(&changed, [input])
        return changed
    }

    private mutating func change(_ input: inout [UInt8], _ corpus: [[UInt8]]) {
        let at = random.below(input.count + 1)
        switch random.below(9) {
        case 0, 1, 2: input.insert(contentsOf: words[random.below(words.count)], at: at)
        case 3: nest(&input, at)
        case 4: input.removeSubrange(at..<min(input.count, at + 1 + random.below(12)))
        case 5:
            let other = corpus[random.below(corpus.count)]
            input.replaceSubrange(at..., with: other.dropFirst(random.below(other.count + 1)))
        case 6: input.insert(contentsOf: Array(input[at...].prefix(1 + random.below(40))), at: at)
        case 7 where at < input.count: input[at] = UInt8(truncatingIfNeeded: random.next())
        default: input.insert(UInt8(truncatingIfNeeded: 0x20 + random.below(95)), at: at)
        }
    }

    /// One word many times over, for what is nested deeply.
    private mutating func nest(_ input: inout [UInt8], _ at: Int) {
        guard random.below(4) == 0 else { return }
        let word = words[random.below(words.count)]
        let count = [20, 130, 600, 3000][random.below(4)]
        input.insert(contentsOf: Array(repeatElement(word, count: count).joined()), at: at)
    }
}
