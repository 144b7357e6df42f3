/// What is wrong with a regular expression, its replacement or a search.
package struct RegexError: Error, Sendable, Equatable {
    /// Which part is faulty.
    package enum Kind: Sendable {
        /// The expression or the replacement breaks the syntax.
        case pattern
        /// The replacement names a group that the expression does not have.
        case group
        /// The search was given up, as it takes far too many steps.
        case exhausted
    }

    /// Which part is faulty.
    package let kind: Kind
    /// What is wrong, in the words of Python's `re` where it has some.
    package let message: String

    init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }
}
