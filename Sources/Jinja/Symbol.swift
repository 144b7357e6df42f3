import Synchronization

/// An interned variable name: equal names have equal numbers, so that a scope is an array.
///
/// Numbers are given out as names come up; see ``Vocabulary`` for those that are to be low.
package struct Symbol: Hashable, Sendable, CustomStringConvertible {
    let number: Int

    /// The symbol of a name; names are kept for the life of the process.
    package init(_ name: String) {
        number = Self.table.withLock { table in table.number(of: name) }
    }

    /// The name as written in templates.
    package var name: String { Self.name(of: number) }
    package var description: String { name }

    /// The name of a symbol's number.
    static func name(of number: Int) -> String { table.withLock { $0.names[number] } }

    private struct Table {
        var names: [String] = []
        private var numbers: [String: Int] = [:]

        mutating func number(of name: String) -> Int {
            if let number = numbers[name] { return number }
            names.append(name)
            numbers[name] = names.count - 1
            return names.count - 1
        }
    }

    private static let table = Mutex(Table())
}
