/// A user of the company, without the parts that are the same for everyone.
package struct User: Sendable {
    /// The user's id; ids rise with the position.
    package let id: Identifier
    /// First name, possibly beyond ASCII.
    package let firstName: String
    /// Last name, possibly beyond ASCII.
    package let lastName: String
    /// Unique in the company.
    package let emailAddress: String
    /// When the user was added: within two years before the company's present.
    package let created: Instant
    let title: StaticString?
    let isActive: Bool
    /// Position of the manager; nil for the first user.
    let manager: Int?
}

extension Workspace {
    /// The user at a position.
    package func user(at index: Int) -> User {
        var draws = draws(.user, index)
        let isUnicode = draws.chance(options.unicodeShare)
        let first = draws.pick(isUnicode ? NamePool.unicodeFirstNames : NamePool.firstNames)
        let last = draws.pick(isUnicode ? NamePool.unicodeLastNames : NamePool.lastNames)
        let age = Int64(draws.below(63_072_000)) * 1_000_000 + Int64(draws.below(1_000)) * 1_000
        let created = Instant(microseconds: options.now.wholeSecond.microseconds - age)
        return User(
            id: userSeries.identifier(at: index),
            firstName: first.text,
            lastName: last.text,
            emailAddress: "\(first.mailbox).\(last.mailbox)\(index)@example.com",
            created: options.fractions == .never ? created.wholeSecond : created,
            title: draws.chance(0.8) ? draws.pick(NamePool.jobs) : nil,
            isActive: draws.chance(0.9),
            manager: index == 0 ? nil : draws.below(index)
        )
    }
}
