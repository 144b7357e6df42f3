/// Someone who was invited to a call or took part in it.
struct Party {
    let id: Identifier
    /// Position among the users; nil for people outside the company.
    let user: Int?
    /// The id that transcripts and trackers name; nil for someone who did not speak.
    let speaker: Identifier?
    let isUnicode: Bool
    let nameDraw: Int
    let isInternal: Bool
}

extension Workspace {
    /// The people of a call, two to six; the first two are the host and somebody else, and both spoke.
    func parties(of call: Call) -> [Party] {
        var draws = draws(.party, call.index)
        let count = draws.within(2...6)
        return (0..<count).map { position in
            let isInternal = position == 0 || position > 1 && draws.chance(0.4)
            let other = draws.below(options.users)
            let user = isInternal && options.users > 0 ? (position == 0 ? call.primaryUser : other) : nil
            let hasSpoken = !draws.chance(0.25) || position < 2
            return Party(
                id: Identifier(number: 1_000_000_000_000_000_000 + draws.next() % 8_000_000_000_000_000_000),
                user: user,
                speaker: speaker(draws.next(), hasSpoken: hasSpoken),
                isUnicode: draws.chance(options.unicodeShare),
                nameDraw: draws.below(1_000_000),
                isInternal: isInternal
            )
        }
    }

    private func speaker(_ bits: UInt64, hasSpoken: Bool) -> Identifier? {
        hasSpoken ? Identifier(number: 100_000_000_000_000_000 + bits % 8_900_000_000_000_000_000) : nil
    }
}
