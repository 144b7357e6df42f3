/// The kinds of record, each with random numbers of its own.
enum RecordKind: UInt64 {
    case user = 1
    case call, callDetail, party, extensive, transcript, answered, answers, scorecard, question, tracker, folder
    case workspace, media, token, request
}

/// The random numbers of one record: a SplitMix64 sequence that depends on seed, kind and position alone.
struct Draws {
    private var state: UInt64

    init(seed: UInt64, _ kind: RecordKind, _ index: Int) {
        state = Digest.combine(Digest.combine(seed, kind.rawValue), UInt64(truncatingIfNeeded: index))
    }

    /// The next 64 random bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Digest.mix(state)
    }

    /// A number from 0 up to, not including, `limit`; 0 for a limit below 1.
    mutating func below(_ limit: Int) -> Int {
        limit > 0 ? Int(((next() >> 32) &* UInt64(limit)) >> 32) : 0
    }

    /// A number within a closed range.
    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// True with the given probability, 0 to 1.
    mutating func chance(_ share: Double) -> Bool {
        Double(next() >> 11) < share * 9_007_199_254_740_992
    }

    /// One of the elements; the list must not be empty.
    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }
}
