/// What the host of templates knows about their variables in advance.
///
/// One for all templates of a host: it also keeps what was compiled, so that a string in many places is compiled once.
package final class Vocabulary: Sendable {
    /// A variable that templates may no longer read.
    package struct Withdrawn: Sendable {
        package let name: String
        /// What to read instead.
        package let hint: String

        package init(_ name: String, hint: String) {
            self.name = name
            self.hint = hint
        }
    }

    /// The variables that the host sets, in some places or everywhere.
    package let names: [String]
    let withdrawn: [Withdrawn]
    let programs = ProgramCache()

    /// - Parameters:
    ///   - names: the variables that the host sets; made before other names are met, they get the fast places of a scope.
    ///   - withdrawn: variables that fail every template whose text mentions them.
    package init(_ names: [String], withdrawn: [Withdrawn] = []) {
        self.names = names
        self.withdrawn = withdrawn
        for name in names { _ = Symbol(name) }
    }

    /// The symbol of a name, once those of all names are given out.
    package subscript(name: String) -> Symbol { Symbol(name) }

    /// Templates without a host.
    package static let plain = Vocabulary([])
}
